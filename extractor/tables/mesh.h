// SPDX-License-Identifier: GPL-3.0-or-later
// A recovered table as it lies on the printed page, whichever way it is turned: the places between
// its edges, the cell that covers each, and the ink in the cells.
#pragma once

#include "document/document.h"

#include <cstddef>
#include <vector>

namespace gouji {

/// Sorted positions.
using Edges = std::vector<double>;

/// The smallest and largest places of the ink of a cell.
struct Ink {
  Rect box;
  double size = 0; ///< of its letters
};

/// The table as it lies on the page: places between edges, the cell that covers each. The mesh can
/// be transposed, so that all that follows looks at upright edges only.
struct Mesh {
  Edges xs, ys;
  std::vector<int> cell; ///< by row, then column; -1 where there is none
  std::vector<Ink> ink;  ///< by cell
  std::vector<int> cuts; ///< letters across the right side of each place
  double size = 10;      ///< usual size of letters

  std::size_t columns() const { return xs.size() - 1; }
  std::size_t rows() const { return ys.size() - 1; }
  int at(std::size_t row, std::size_t column) const { return cell[row * columns() + column]; }
};

/// `glyphs`: the legible ones of the table's page. Empty when the table's cells have no boxes.
/// Cost: the glyphs, sorting the edges.
Mesh mesh_of(const std::vector<Glyph>& glyphs, const Table& table, bool transpose);

/// Which place holds `position`.
std::size_t index_of(const Edges& edges, double position);

/// x and y exchanged.
inline Rect transposed(const Rect& r) {
  return {r.y0, r.x0, r.y1, r.x1};
}

} // namespace gouji
