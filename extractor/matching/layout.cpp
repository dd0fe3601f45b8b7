// SPDX-License-Identifier: GPL-3.0-or-later
// Look-ups in a layout.
#include "matching/layout.h"

#include <algorithm>

namespace gouji {

std::optional<int> find_field(const Layout& layout, std::string_view id) {
  const auto found = std::find_if(layout.fields.begin(), layout.fields.end(),
                                  [&](const LayoutField& field) { return field.id == id; });
  if (found == layout.fields.end())
    return std::nullopt;
  return static_cast<int>(found - layout.fields.begin());
}

namespace {

const LayoutBlock& block_of(const Layout& layout, const LayoutField& field) {
  return layout.tables.at(static_cast<std::size_t>(field.table))
      .blocks.at(static_cast<std::size_t>(field.block));
}

std::string joined(const std::string& outer, const std::string& inner) {
  return outer.empty() || inner.empty() ? outer + inner : outer + " / " + inner;
}

} // namespace

std::string label_path(const std::vector<LayoutNode>& nodes, int node) {
  std::string path;
  while (node >= 0) {
    const LayoutNode& at = nodes.at(static_cast<std::size_t>(node));
    path = joined(at.label.text, path);
    node = at.alone ? -1 : at.parent;
  }
  return path;
}

std::string row_label(const Layout& layout, const LayoutField& field) {
  const LayoutBlock& block = block_of(layout, field);
  std::string row = label_path(block.rows, field.row);
  if (row.empty())
    row =
        label_path(block.columns, block.columns.at(static_cast<std::size_t>(field.column)).parent);
  return joined(block.title.text, row);
}

std::string column_label(const Layout& layout, const LayoutField& field) {
  return block_of(layout, field).columns.at(static_cast<std::size_t>(field.column)).label.text;
}

} // namespace gouji
