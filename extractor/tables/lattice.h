// SPDX-License-Identifier: GPL-3.0-or-later
// Rulings -> grids with spanning cells. A grid is what lines that cross or meet enclose; whether it
// is a table is decided later, with the text.
#pragma once

#include "base/words.h"
#include "tables/rulings.h"

#include <vector>

namespace gouji {

/// A cell by its place in the grid and on the page.
struct GridCell {
  int row = 0, column = 0, row_span = 1, column_span = 1;
  Rect box;

  bool operator==(const GridCell&) const = default;
};

/// Column edges `xs` and row edges `ys` in points; `cells` in reading order cover every place once.
struct LatticeGrid {
  Rect box;
  std::vector<double> xs, ys;
  std::vector<GridCell> cells;
  std::vector<Words> reasons; ///< what was added to what is drawn

  int rows() const { return static_cast<int>(ys.size()) - 1; }
  int columns() const { return static_cast<int>(xs.size()) - 1; }
};

/// Starts from crossing lines like the lattice modes of tabula, camelot and pdfplumber; unlike
/// theirs, places that no line parts grow into spanning cells, and open sides are supplied.
///
/// Every group of lines that hang together and enclose at least one cell, from top to bottom. Sides
/// that are not drawn but where several lines end are supplied (tables open to the left and right).
/// A group with more places than base/limits.h allows is a drawing, not a grid. Cost: the crossings
/// found by a sweep over sorted lines, and the places of the grids.
std::vector<LatticeGrid> find_grids(const Rulings& rulings);

/// A grid of the given edges in which the cells are parted only where `rulings` are drawn.
LatticeGrid make_grid(std::vector<double> xs, std::vector<double> ys,
                      const std::vector<Ruling>& horizontal, const std::vector<Ruling>& vertical);

} // namespace gouji
