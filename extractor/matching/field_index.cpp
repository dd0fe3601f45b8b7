// SPDX-License-Identifier: GPL-3.0-or-later
// The fields of a layout by their place.
#include "matching/field_index.h"

#include "matching/column_alignment.h"

namespace gouji {

FieldIndex::FieldIndex(const Layout& layout) {
  for (const LayoutTable& table : layout.tables) {
    fields_.emplace_back();
    columns_.emplace_back();
    for (const LayoutBlock& block : table.blocks) {
      fields_.back().emplace_back(block.rows.size() * block.columns.size(), -1);
      columns_.back().push_back(static_cast<int>(block.columns.size()));
    }
  }
  for (std::size_t f = 0; f < layout.fields.size(); ++f) {
    const LayoutField& field = layout.fields[f];
    const auto t = static_cast<std::size_t>(field.table), b = static_cast<std::size_t>(field.block);
    fields_.at(t).at(b).at(static_cast<std::size_t>(field.row * columns_.at(t).at(b) +
                                                    field.column)) = static_cast<int>(f);
  }
}

int FieldIndex::at(int table, int block, int row, int column) const {
  const auto t = static_cast<std::size_t>(table), b = static_cast<std::size_t>(block);
  return fields_.at(t).at(b).at(static_cast<std::size_t>(row * columns_.at(t).at(b) + column));
}

std::vector<int> FieldIndex::row(const Layout& layout, int table, int block, int row) const {
  std::vector<int> fields;
  for (const int column : leaf_columns(layout.tables.at(static_cast<std::size_t>(table))
                                           .blocks.at(static_cast<std::size_t>(block))))
    fields.push_back(at(table, block, row, column));
  return fields;
}

} // namespace gouji
