// SPDX-License-Identifier: GPL-3.0-or-later
// The grid of one table of the open Writer document, from its rows' column separators and its
// cells' row spans.
#pragma once

#include <com/sun/star/text/XTextTable.hpp>

#include <optional>
#include <string>
#include <vector>

namespace gouji::addin {

/// A visible cell: its place in the grid and the name Writer gives it ("C8").
struct WriterCell {
  std::string name;
  int row = 0, column = 0, row_span = 1, column_span = 1;
};

struct WriterGrid {
  int rows = 0, columns = 0;
  std::vector<WriterCell> cells; ///< in reading order
};

/// Writer's letters for the box at `index` of a row: A..Z, a..z, AA, AB, ... (base 52).
std::string column_letters(int index);

/// Walks the table over UNO. Each row's edges are its own TableColumnSeparators; the edges of all
/// rows are clustered, because rows of real documents miss each other by some twips. Nothing when
/// the walk contradicts itself (a hole, an overlap, a covered box not under its owner, a cell count
/// other than Writer's own): only then is the slower export worth its time.
std::optional<WriterGrid> walk_table(const css::uno::Reference<css::text::XTextTable>& table);

} // namespace gouji::addin
