// SPDX-License-Identifier: GPL-3.0-or-later
// A region of bands -> the grid of a table: columns from its white strips, rows from rules where
// they are drawn and from baselines where not, spans from what crosses.
#pragma once

#include "tables/lattice.h"
#include "tables/regions.h"

#include <span>
#include <vector>

namespace gouji {

/// The grid and, for each of its cells, the words in it as lines. Every word of the region is in
/// one cell, but for dots that lead from a label to its number.
struct StreamGrid {
  LatticeGrid grid;
  std::vector<std::vector<Line>> text; ///< as grid.cells
};

/// Header lines over a rule that spans some columns head those columns (the rules under the
/// spanning captions of printed tables); body lines are rows unless they stand closer than rows do
/// or leave the columns empty that make a row.
StreamGrid make_stream_grid(std::span<const Band> bands, const Region& region,
                            const std::vector<RuleLevel>& levels);

} // namespace gouji
