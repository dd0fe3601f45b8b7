// SPDX-License-Identifier: GPL-3.0-or-later
// Rows of an OpenDocument table -> rows of a draft (ODF 1.3-3 §9.1).
#pragma once

#include "readers/table_draft.h"

#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace gouji::odf {

/// A table:table-cell or table:covered-table-cell. Text of covered ones is not shown.
struct RowCell {
  bool covered = false;
  int repeated = 1;
  int column_span = 1, row_span = 1;
  std::string text;
  bool deleted = false; ///< a tracked deletion took text out of it
  std::optional<TableDraft>
      sub_table; ///< what table:is-sub-table puts in the cell's place (§9.1.8)
};

/// Places the cells of rows as the file lists them: cells that spans cover are listed in an orderly
/// file and are left out by some programs; both come out the same.
class RowPlacer {
public:
  /// The next row: one draft row, or as many as the sub-tables in it have. Cells carry Writer's
  /// names: continued cells are counted. `grid` holds the table's column widths; where they are not
  /// stated a sub-table cannot be placed and its text becomes that of the cell.
  std::vector<DraftRow> place(const std::vector<RowCell>& cells, const std::vector<double>& grid);

  /// Leaves out a row that is not to be seen; cells from above that go on over it end a row
  /// earlier.
  void skip();

private:
  /// A cell that rows above this one hold open.
  struct Open {
    int rows_left = 0; ///< rows below the one it starts in that it still covers; 0: none is open
    int span = 0;      ///< columns, at the first of them; 0 at the others
  };
  std::vector<Open> open_; ///< per column
  int row_ = 0;
};

} // namespace gouji::odf
