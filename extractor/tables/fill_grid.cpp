// SPDX-License-Identifier: GPL-3.0-or-later
// Glyphs and lines -> the cells of a grid -> a table, unless it is a frame or a chart.
#include "tables/fill_grid.h"

#include "tables/cell_text.h"
#include "tables/refine.h"

#include <algorithm>
#include <cassert>
#include <cstddef>
#include <utility>

namespace gouji {

namespace {

/// Lines of each cell. The glyphs outside the grid stay in `glyphs`.
std::vector<std::vector<Line>> lines_of_cells(const LatticeGrid& grid, std::vector<Glyph>& glyphs) {
  std::vector<std::vector<Line>> text;
  for (std::vector<Glyph>& cell : take_glyphs(grid, glyphs))
    text.push_back(make_lines(std::move(cell)));
  return text;
}

} // namespace

Occupancy occupancy_of(const LatticeGrid& grid, const std::vector<std::vector<Line>>& text) {
  Occupancy o;
  o.rows.resize(static_cast<std::size_t>(grid.rows()), 0);
  std::vector<bool> columns(static_cast<std::size_t>(grid.columns()), false);
  int header = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const GridCell& c = grid.cells[i];
    if (text[i].empty())
      continue;
    for (int r = 0; r < c.row_span; ++r)
      ++o.rows[static_cast<std::size_t>(c.row + r)];
    if (c.column_span <= 3)
      std::fill_n(columns.begin() + c.column, c.column_span, true);
    header += c.row == 0 ? c.column_span : 0;
    o.stub = o.stub || c.column == 0;
  }
  o.spoken =
      static_cast<int>(std::count_if(o.rows.begin(), o.rows.end(), [](int n) { return n > 0; }));
  o.paired =
      static_cast<int>(std::count_if(o.rows.begin(), o.rows.end(), [](int n) { return n > 1; }));
  o.columns = static_cast<int>(std::count(columns.begin(), columns.end(), true));
  o.header = header * 2 >= grid.columns();
  return o;
}

namespace {

/// Charts and frames are grids, too: in a table most rows say something, some say two things, and
/// something heads the columns or the rows.
bool reads_like_table(const LatticeGrid& grid, const std::vector<std::vector<Line>>& text) {
  // A row or two of a drawn grid may be the rest of a table that a page break cut, and blank.
  if (grid.rows() <= 3 && grid.columns() >= 4 &&
      grid.cells.size() * 4 >= static_cast<std::size_t>(grid.rows() * grid.columns()) * 3)
    return true;
  // Two columns of a page, parted by a line.
  constexpr std::size_t page_of_lines = 14;
  if (grid.rows() == 1 && grid.cells.size() <= 3 &&
      std::any_of(text.begin(), text.end(),
                  [](const std::vector<Line>& lines) { return lines.size() >= page_of_lines; }))
    return false;
  const Occupancy o = occupancy_of(grid, text);
  return o.paired > 0 && o.spoken * 2 >= grid.rows() && o.columns * 2 >= grid.columns() &&
         (o.header || o.stub);
}

} // namespace

Piece make_piece(const LatticeGrid& grid, const std::vector<std::vector<Line>>& text, int page,
                 double confidence) {
  Table table;
  table.rows = grid.rows();
  table.columns = grid.columns();
  table.origin = {page, grid.box, {}, 0};
  table.confidence = confidence;
  table.reasons = grid.reasons;
  for (std::size_t i = 0; i < grid.cells.size(); ++i) {
    const GridCell& c = grid.cells[i];
    table.cells.push_back(
        {c.row, c.column, c.row_span, c.column_span, text_of(text[i]), {page, c.box, {}, 0}});
  }
  assert(grid_fault(table).empty());
  Piece piece;
  piece.block = std::move(table);
  piece.edges = grid.xs;
  return piece;
}

std::optional<Piece> fill_grid(const LatticeGrid& grid, std::vector<Glyph>& glyphs, int page) {
  if (grid.cells.size() < 2)
    return std::nullopt;
  std::vector<Glyph> rest = glyphs;
  std::vector<std::vector<Line>> text = lines_of_cells(grid, rest);
  const auto refined = refine_grid(grid, text);
  if (refined) {
    rest = glyphs;
    text = lines_of_cells(*refined, rest);
  }
  const auto cut = without_captions(refined ? *refined : grid, text);
  if (cut) {
    rest = glyphs;
    text = lines_of_cells(*cut, rest);
  }
  const LatticeGrid& read = cut ? *cut : refined ? *refined : grid;
  if (!reads_like_table(read, text))
    return std::nullopt;
  glyphs = std::move(rest);
  return make_piece(read, text, page, refined ? 0.9 : 1);
}

} // namespace gouji
