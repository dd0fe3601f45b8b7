// SPDX-License-Identifier: GPL-3.0-or-later
// Which printed columns are which columns of the form, told by the header rows above the values.
#pragma once

#include "matching/printed_rows.h"

#include <string>
#include <vector>

namespace gouji {

/// Where one column of the form stands in a printed grid: grid columns [from, to), from -1 when it
/// is not there.
struct ColumnPlace {
  int from = -1, to = -1;
  double score = 0;    ///< of its caption; 0 when only its neighbours say which it is
  std::string edition; ///< the caption is the wording of this other edition
  int caption = -1;    ///< the cell that captions it
  bool present() const { return from >= 0; }
};

/// The columns of one block in one printed grid. `leaves` are the block's leaf columns (indices
/// into its columns), `places` goes with them.
struct ColumnMap {
  std::vector<int> leaves;
  std::vector<ColumnPlace> places;
  /// Enough captions were read to believe in positions, and they fit in one way only.
  bool trusted = false;
  std::vector<int> missing_groups; ///< group captions of the form that are not printed
  std::vector<int> other_captions; ///< grid columns captioned as none of the form's, ascending

  int present() const;
  int first_column() const; ///< leftmost grid column of a value; -1 for none
  bool has_other_caption(int column) const;
};

/// The leaf columns of a block.
std::vector<int> leaf_columns(const LayoutBlock& block);

/// How many numbers a row of the block has: its leaf columns of this edition.
int row_width(const LayoutBlock& block);

/// Reads the header `rows` (indices into printed.rows, all of one grid). Aligns the bottom captions
/// with the form's columns from left to right (Needleman and Wunsch 1970), the captions above them
/// as a second witness for labels that repeat. Where those that repeat fit in several places
/// equally well, no place is given.
ColumnMap align_columns(const PrintedTables& printed, const std::vector<int>& rows,
                        const LayoutBlock& block, int table_index, int block_index);

} // namespace gouji
