// SPDX-License-Identifier: GPL-3.0-or-later
// The numbers of one form table: its rows found, its columns found, each printed row read.
#pragma once

#include "matching/column_alignment.h"
#include "matching/field_index.h"
#include "matching/row_alignment.h"
#include "matching/row_reading.h"

#include <map>
#include <utility>
#include <vector>

namespace gouji {

/// One table of a form and the printed rows that belong to it. Borrows all of them.
struct TableTask {
  const PrintedTables& printed;
  const std::vector<int>& rows; ///< indices into printed.rows, reading order
  const Layout& layout;
  int table = 0; ///< index into layout.tables
  const FieldIndex& fields;

  const LayoutTable& form() const { return layout.tables[static_cast<std::size_t>(table)]; }
  const LayoutBlock& block(int b) const { return form().blocks[static_cast<std::size_t>(b)]; }
  const LayoutNode& node(const FormLine& line) const {
    return block(line.block).rows[static_cast<std::size_t>(line.node)];
  }
  const PrintedRow& printed_row(int row) const {
    return printed.rows[static_cast<std::size_t>(row)];
  }
  /// Does the row come from running text, with all its numbers in one cell?
  bool holds_runs(const PrintedRow& row) const {
    return printed.tables[static_cast<std::size_t>(row.table)].table->glued;
  }
  std::vector<int> line_fields(const FormLine& line) const {
    return fields.row(layout, table, line.block, line.node);
  }
};

/// What was read, and how. `matches`, `readings` and `duplicates_agree` go with `lines`.
struct TableReading {
  std::vector<FormLine> lines;
  std::vector<LineMatch> matches;
  std::map<std::pair<int, int>, ColumnMap> columns; ///< by block and grid
  std::vector<RowReading> readings;                 ///< empty where the line is not printed
  std::vector<bool> duplicates_agree; ///< the line's further printed rows say the same numbers

  /// Is no line of the table printed, nor anything that could be one?
  bool nothing_found() const;
};

/// Where a cell of a printed row stands; the whole row for cell -1.
Place place_of(const PrintedTables& printed, const PrintedRow& row, int cell);

/// Reads the table and stores its numbers in `values` (one for each field of the layout).
TableReading read_table(const TableTask& task, std::vector<Value>& values);

} // namespace gouji
