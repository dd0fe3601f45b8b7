// SPDX-License-Identifier: GPL-3.0-or-later
// Grids whose lines are only partly drawn: rows and columns that the text shows inside drawn cells.
#pragma once

#include "tables/lattice.h"
#include "tables/text_layer.h"

#include <optional>
#include <vector>

namespace gouji {

/// `text` holds the lines of each cell. The grid with further walls where
/// - cells reach over columns drawn elsewhere in the grid, and most of them hold text in each
///   column and none across an edge;
/// - a line in a cell has gaps far wider than between words, each over such a column's edge;
/// - numbers stand under each other in a cell, line for line beside the lines of its neighbours.
/// Nothing when there is nothing to add.
std::optional<LatticeGrid> refine_grid(const LatticeGrid& grid,
                                       const std::vector<std::vector<Line>>& text);

/// The grid without a first row that is one cell with a long text (its caption) and without last
/// rows of that kind (notes); nothing when there are none.
std::optional<LatticeGrid> without_captions(const LatticeGrid& grid,
                                            const std::vector<std::vector<Line>>& text);

} // namespace gouji
