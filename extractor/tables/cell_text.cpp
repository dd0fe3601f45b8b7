// SPDX-License-Identifier: GPL-3.0-or-later
// Which cell a glyph stands in, by binary search over the grid's edges.
#include "tables/cell_text.h"

#include <algorithm>
#include <cstddef>

namespace gouji {

std::vector<std::vector<Glyph>> take_glyphs(const LatticeGrid& grid, std::vector<Glyph>& glyphs) {
  const auto columns = static_cast<std::size_t>(grid.columns());
  std::vector<std::size_t> cell_at(static_cast<std::size_t>(grid.rows()) * columns, 0);
  for (std::size_t i = 0; i < grid.cells.size(); ++i) {
    const GridCell& cell = grid.cells[i];
    for (int r = cell.row; r < cell.row + cell.row_span; ++r)
      std::fill_n(cell_at.begin() +
                      static_cast<std::ptrdiff_t>(static_cast<std::size_t>(r) * columns +
                                                  static_cast<std::size_t>(cell.column)),
                  cell.column_span, i);
  }
  const auto strip = [](const std::vector<double>& edges, double v) {
    return static_cast<std::size_t>(std::upper_bound(edges.begin(), edges.end(), v) -
                                    edges.begin()) -
           1;
  };
  std::vector<std::vector<Glyph>> taken(grid.cells.size());
  std::erase_if(glyphs, [&](const Glyph& g) {
    const double x = g.box.center_x(), y = g.box.center_y();
    if (!grid.box.contains(x, y))
      return false;
    taken.at(cell_at.at(strip(grid.ys, y) * columns + strip(grid.xs, x))).push_back(g);
    return true;
  });
  return taken;
}

} // namespace gouji
