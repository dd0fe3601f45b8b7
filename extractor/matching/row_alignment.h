// SPDX-License-Identifier: GPL-3.0-or-later
// Which printed row is which row of the form: labels and order as two witnesses, weighed together.
#pragma once

#include "matching/printed_rows.h"

#include <vector>

namespace gouji {

/// A row of the form that holds values: a leaf of some block's row tree.
struct FormLine {
  int block = 0;
  int node = 0; ///< into the block's rows
};

/// How one form line was found. `row` is an index into PrintedTables::rows, -1 when it is not
/// printed.
struct LineMatch {
  int row = -1;
  double score = 0;
  bool by_order = false;  ///< no legible label: its neighbours and the count of rows between them
                          ///< say which it is
  bool ambiguous = false; ///< rows without labels stand here, but not as many as the form has
  std::vector<int> duplicates; ///< further printed rows with the same label
};

/// The lines of a form table in printed order.
std::vector<FormLine> form_lines(const LayoutTable& table);

/// For each printed row the form table it belongs to, -1 for none. A grid goes to the table whose
/// labels it shows; a grid with several forms' labels is divided between them; one without any
/// continues the grid before it when it has as many columns, or is rows of numbers whose labels
/// stand elsewhere: as many in each as that table has columns.
std::vector<int> assign_rows(const PrintedTables& printed, const Layout& layout);

/// Aligns `rows` (indices into printed.rows, reading order) with `lines`: global sequence alignment
/// (Needleman and Wunsch 1970) over label scores, so that lines may be missing, rows doubled or
/// foreign. Rows whose label is certain but which stand out of order are placed afterwards.
std::vector<LineMatch> align_rows(const PrintedTables& printed, const std::vector<int>& rows,
                                  const LayoutTable& table, int table_index,
                                  const std::vector<FormLine>& lines);

/// Does the row hold a number or a mark for nothing?
bool holds_values(const PrintedTables& printed, const PrintedRow& row);

} // namespace gouji
