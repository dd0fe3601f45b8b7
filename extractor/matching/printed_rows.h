// SPDX-License-Identifier: GPL-3.0-or-later
// The printed tables as the matcher sees them: a stream of rows whose cells are normalised, read as
// numbers and looked up among the form's labels, once.
#pragma once

#include "document/document.h"
#include "matching/labels.h"
#include "text/number.h"

#include <string>
#include <vector>

namespace gouji {

struct PrintedCell {
  const Cell* cell = nullptr;
  std::string text; ///< normalized
  CellNumber number;
  const std::vector<LabelHit>* hits = nullptr; ///< never null; empty for numbers and blanks

  bool blank() const { return text.empty(); }
  bool words() const { return number.kind == CellNumber::Kind::text; }
  int first_column() const { return cell->column; }
  int end_column() const { return cell->column + cell->column_span; }
};

/// One row of a printed table. `own` are the cells that begin in it, left to right; `above` those
/// that reach into it from a row above.
struct PrintedRow {
  int table = 0; ///< index into PrintedTables::tables
  int row = 0;
  std::vector<int> own, above; ///< indices into the table's cells
};

struct PrintedTable {
  const Table* table = nullptr;
  int number = 0; ///< of the document's tables, from 0
  std::vector<PrintedCell> cells;
};

struct PrintedTables {
  std::vector<PrintedTable> tables;
  std::vector<PrintedRow> rows; ///< of all tables in reading order

  const PrintedCell& cell(const PrintedRow& row, int index) const {
    return tables.at(static_cast<std::size_t>(row.table)).cells.at(static_cast<std::size_t>(index));
  }
};

/// Reads every cell of every table in `flow`, which must outlive the result. No cell has hits yet.
PrintedTables read_printed(const std::vector<Block>& flow);

/// Gives every cell its hits among `labels`, which must outlive their use.
void look_up(PrintedTables& printed, LabelIndex& labels);

} // namespace gouji
