// SPDX-License-Identifier: GPL-3.0-or-later
// What the text in a grid says against the grid: the one measure by which readings of a place are
// told apart, however they were found, and the ground of a table's confidence. camelot reports an
// accuracy and a share of white space for each table; `cut` and `bare` are like them, the others
// and what becomes of them are our own.
#pragma once

#include "tables/lattice.h"
#include "tables/reading.h"
#include "tables/text_layer.h"

#include <vector>

namespace gouji {

/// Shares from 0 to 1, most of them of a grid's cells, rows or columns.
struct Doubts {
  double cut = 0;     ///< neighbours whose words touch across the edge between them
  double gapped = 0;  ///< cells of one column with a gap in a line as wide as parts columns
  double stacked = 0; ///< rows in which a cell holds several numbers, one under the other
  // Where the cells are not drawn
  double lone = 0;    ///< rows whose only text stands in a column that is not the first
  double wrapped = 0; ///< rows that begin in small letters, as the second line of a cell does
  double mixed = 0;   ///< body cells that are words in a column of numbers, or the other way round
  double spread = 0;  ///< body cells over several columns
  double bare = 0;    ///< places without text
  double crossed = 0; ///< pieces of text across the white, by the columns
  double narrow = 0;  ///< what the narrowest strip of white lacks to a letter's height
  double weak = 0;    ///< what alignment, numbers and rules lack to a table
  double few = 0;     ///< what the rows lack to four: columns that fewer vote for may be chance

  bool operator==(const Doubts&) const = default;
};

/// What the cells say: all but `crossed`, `narrow`, `weak` and `few`. `text` holds the lines of
/// each cell. Linear in words and places.
Doubts doubts_of(const LatticeGrid& grid, const std::vector<std::vector<Line>>& text);

/// 0 to 1: the method's own trust less what each doubt takes from it. The weights were set by hand
/// on readings of ICDAR 2013 documents, right and wrong ones (all of them also read without lines).
double confidence_of(Method method, const Doubts& doubts);

/// How a table was read, and its doubts from the weightiest on, for people.
std::vector<Words> reasons_of(Method method, const LatticeGrid& grid, const Doubts& doubts);

} // namespace gouji
