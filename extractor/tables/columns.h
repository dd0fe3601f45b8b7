// SPDX-License-Identifier: GPL-3.0-or-later
// The columns of a table without lines: the strips of white that run through its rows.
#pragma once

#include "tables/bands.h"

#include <span>
#include <vector>

namespace gouji {

/// White between two columns.
struct Gutter {
  double from = 0, to = 0;
  int breaks = 0; ///< rows in which it parts two segments

  double at = 0; ///< where in it to part words: as few as possible lie over it

  double middle() const { return at; }
};

/// Strips that text crosses in next to no band of `bands` and that part segments in several.
/// Follows the projection of white space of Nurminen (2013) and of tabula's stream mode; rows that
/// cross (captions, spanning headers) are outvoted rather than known.
std::vector<Gutter> find_gutters(std::span<const Band> bands);

/// Index of the column that holds x.
int column_at(const std::vector<Gutter>& gutters, double x);

} // namespace gouji
