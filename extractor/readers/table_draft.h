// SPDX-License-Identifier: GPL-3.0-or-later
// The grid of a table in a word processor's file, from rows that state spans and widths that do not
// always agree (ECMA-376-1 §17.4, ODF 1.3-3 §9).
#pragma once

#include "base/result.h"
#include "document/document.h"

#include <string>
#include <vector>

namespace gouji {

/// A length as w:tcW and its like state it; twips (1/1440 inch) when `fraction` is false, else a
/// share of the table's width. 0: not stated.
struct Width {
  double value = 0;
  bool fraction = false;

  bool stated() const { return value > 0; }
};

enum class Merge { none, restart, go_on };

struct DraftCell {
  int span = 1;
  Width width;
  Merge vertical = Merge::none;
  Merge horizontal = Merge::none; ///< w:hMerge, of documents that came through old formats
  std::string text;
  std::string anchor;
};

struct DraftRow {
  int before = 0, after = 0; ///< grid columns left out at the row's ends
  Width before_width, after_width;
  bool by_width = false; ///< its cells stand by their widths: spans count no columns of the grid
  std::vector<DraftCell> cells;
};

struct TableDraft {
  std::vector<double> grid; ///< widths of the stated columns in twips, 0 where not stated
  std::vector<DraftRow> rows;
};

/// What build_table made: the table, and the texts of continued cells, which no program shows.
struct BuiltTable {
  Table table;
  std::vector<std::string> covered;
};

/// The table as it is seen: a grid line is where some row has a cell edge, and edges that miss each
/// other by no more than a line's width are one. Spans are positions among those lines, not w:grid
/// indices, because rows of real documents miss each other by some twips. Error: limit (columns).
/// Cost: linear in the cells, n log n in the distinct edges.
Result<BuiltTable> build_table(TableDraft draft);

} // namespace gouji
