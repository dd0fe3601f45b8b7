// SPDX-License-Identifier: GPL-3.0-or-later
// Grids of lines first, then those of shaded areas, each filled with the glyphs in it.
#include "tables/lattice_tables.h"

#include "tables/fill_grid.h"
#include "tables/lattice.h"
#include "tables/messages.h"

#include <algorithm>
#include <cstddef>
#include <optional>
#include <utility>

namespace gouji {

namespace {

/// The glyphs of a page by height, so that a grid looks only at those beside it.
class GlyphShelf {
public:
  explicit GlyphShelf(std::vector<Glyph> glyphs) : glyphs_(std::move(glyphs)) {
    std::stable_sort(glyphs_.begin(), glyphs_.end(), [](const Glyph& a, const Glyph& b) {
      return a.box.center_y() < b.box.center_y();
    });
    taken_.resize(glyphs_.size(), false);
  }

  /// Fills the grid; the glyphs of its table leave the shelf.
  std::optional<Piece> fill(const LatticeGrid& grid, Method method, int page, Readings* readings) {
    const auto at = [this](double y) {
      return static_cast<std::size_t>(
          std::partition_point(glyphs_.begin(), glyphs_.end(),
                               [y](const Glyph& g) { return g.box.center_y() < y; }) -
          glyphs_.begin());
    };
    std::vector<std::size_t> places;
    std::vector<Glyph> inside;
    const std::size_t end = at(grid.box.y1);
    for (std::size_t i = at(grid.box.y0); i < end; ++i)
      if (!taken_[i] && grid.box.contains(glyphs_[i].box.center_x(), glyphs_[i].box.center_y())) {
        places.push_back(i);
        inside.push_back(glyphs_[i]);
      }
    auto piece = fill_grid(grid, method, inside, page, readings);
    if (piece) {
      const Rect& box = std::get<Table>(piece->block).origin.box;
      for (const std::size_t i : places)
        taken_[i] = box.contains(glyphs_[i].box.center_x(), glyphs_[i].box.center_y());
    }
    return piece;
  }

  /// What is in no table.
  std::vector<Glyph> rest() {
    std::vector<Glyph> left;
    for (std::size_t i = 0; i < glyphs_.size(); ++i)
      if (!taken_[i])
        left.push_back(glyphs_[i]);
    return left;
  }

private:
  std::vector<Glyph> glyphs_;
  std::vector<bool> taken_;
};

bool inside(const Rect& inner, const Rect& outer) {
  return inner.x0 >= outer.x0 && inner.x1 <= outer.x1 && inner.y0 >= outer.y0 &&
         inner.y1 <= outer.y1;
}

} // namespace

std::vector<Piece> lattice_tables(const Page& page, const Rulings& rulings,
                                  const std::vector<Diagram>& charts, std::vector<Glyph>& glyphs,
                                  Readings* readings) {
  std::vector<LatticeGrid> grids = find_grids(rulings);
  // The innermost first: a table in a cell takes its text before the table around it does.
  std::stable_sort(grids.begin(), grids.end(), [](const LatticeGrid& a, const LatticeGrid& b) {
    return a.box.area() < b.box.area();
  });
  std::vector<LatticeGrid> shaded =
      find_grids(shading_sides(page.shadings, page.width, page.height));
  if (grids.empty() && shaded.empty())
    return {};
  GlyphShelf shelf(std::move(glyphs));
  std::vector<Piece> tables;
  for (const LatticeGrid& grid : grids)
    if (is_chart(charts, grid.box))
      record_loss(readings, grid, Method::drawn, phrases::lost_chart);
    else if (auto piece = shelf.fill(grid, Method::drawn, page.number, readings))
      tables.push_back(std::move(*piece));
  for (const LatticeGrid& grid : shaded) {
    if (is_chart(charts, grid.box)) {
      record_loss(readings, grid, Method::shaded, phrases::lost_chart);
      continue;
    }
    // Bars and boxes of drawings make grids, too, but ragged ones.
    constexpr int fewest_rows = 3;
    const auto plain = std::count_if(grid.cells.begin(), grid.cells.end(), [](const GridCell& c) {
      return c.row_span == 1 && c.column_span == 1;
    });
    if (grid.rows() < fewest_rows || grid.columns() < 2 ||
        plain * 5 < static_cast<std::ptrdiff_t>(grid.rows()) * grid.columns() * 4) {
      record_loss(readings, grid, Method::shaded, phrases::lost_ragged);
      continue;
    }
    if (auto piece = shelf.fill(grid, Method::shaded, page.number, readings))
      tables.push_back(std::move(*piece));
  }
  glyphs = shelf.rest();
  for (std::size_t i = 0; i < tables.size(); ++i)
    for (std::size_t j = i + 1; j < tables.size(); ++j)
      if (inside(table_of(tables[i]).origin.box, table_of(tables[j]).origin.box))
        ++table_of(tables[i]).depth;
  return tables;
}

} // namespace gouji
