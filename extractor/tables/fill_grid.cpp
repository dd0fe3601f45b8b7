// SPDX-License-Identifier: GPL-3.0-or-later
// Glyphs and lines -> the cells of a grid -> a table, unless it is a frame or a chart.
#include "tables/fill_grid.h"

#include "tables/cell_text.h"
#include "tables/messages.h"
#include "tables/refine.h"
#include "tables/vertical_writing.h"

#include <algorithm>
#include <cassert>
#include <cstddef>
#include <utility>

namespace gouji {

namespace {

/// Lines of each cell. The glyphs outside the grid stay in `glyphs`.
std::vector<std::vector<Line>> lines_of_cells(const LatticeGrid& grid, std::vector<Glyph>& glyphs) {
  std::vector<std::vector<Line>> text;
  for (std::vector<Glyph>& cell : take_glyphs(grid, glyphs)) {
    mark_vertical_writing(cell);
    text.push_back(make_lines(cell));
  }
  return text;
}

} // namespace

Occupancy occupancy_of(const LatticeGrid& grid, const std::vector<std::vector<Line>>& text) {
  Occupancy o;
  o.rows.resize(static_cast<std::size_t>(grid.rows()), 0);
  std::vector<bool> columns(static_cast<std::size_t>(grid.columns()), false);
  int stub = 0; // the column of the labels: left of it merged cells may go on
  for (const GridCell& c : grid.cells)
    if (c.column == stub && c.row_span > 1 && c.row_span * 2 >= grid.rows() &&
        text[static_cast<std::size_t>(&c - grid.cells.data())].empty())
      stub = c.column + c.column_span;
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
    o.stub = o.stub || c.column == stub;
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
                 Method method, const Doubts& doubts) {
  Table table;
  table.rows = grid.rows();
  table.columns = grid.columns();
  table.origin = {page, grid.box, {}, 0};
  table.confidence = confidence_of(method, doubts);
  table.reasons = reasons_of(method, grid, doubts);
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

void record(Readings* readings, const Table& table, Method method, bool chosen) {
  if (readings != nullptr)
    readings->push_back({method, table.origin.box, table.rows, table.columns, table.confidence,
                         chosen, table.reasons});
}

void record_loss(Readings* readings, const LatticeGrid& grid, Method method, const Phrase& why) {
  if (readings != nullptr && grid.cells.size() > 1) // a box is no candidate
    readings->push_back({method, grid.box, grid.rows(), grid.columns(), 0, false, {fill(why)}});
}

namespace {

/// A grid with its text, captions in the frame left out.
struct Draft {
  LatticeGrid grid;
  std::vector<std::vector<Line>> text;
  std::vector<Glyph> rest; ///< outside the grid
};

Draft draft_of(const LatticeGrid& grid, const std::vector<Glyph>& glyphs) {
  Draft draft{grid, {}, glyphs};
  draft.text = lines_of_cells(grid, draft.rest);
  return draft;
}

void leave_captions(Draft& draft, const std::vector<Glyph>& glyphs) {
  if (const auto cut = without_captions(draft.grid, draft.text))
    draft = draft_of(*cut, glyphs);
}

/// Drawn cells may be blank, reach over several columns and say what they like: only text that does
/// not keep to them is a doubt.
Doubts drawn_doubts(const Draft& draft) {
  const Doubts all = doubts_of(draft.grid, draft.text);
  Doubts doubts;
  doubts.cut = all.cut;
  doubts.gapped = all.gapped;
  doubts.stacked = all.stacked;
  return doubts;
}

} // namespace

std::optional<Piece> fill_grid(const LatticeGrid& grid, Method method, std::vector<Glyph>& glyphs,
                               int page, Readings* readings) {
  if (grid.cells.size() < 2)
    return std::nullopt;
  Draft draft = draft_of(grid, glyphs);
  if (const auto refined = refine_grid(grid, draft.text)) {
    if (readings != nullptr) {
      leave_captions(draft, glyphs);
      record(readings,
             table_of(make_piece(draft.grid, draft.text, page, method, drawn_doubts(draft))),
             method, false);
    }
    draft = draft_of(*refined, glyphs);
    method = Method::continued;
  }
  leave_captions(draft, glyphs);
  if (!reads_like_table(draft.grid, draft.text)) {
    record_loss(readings, draft.grid, method, phrases::lost_frame);
    return std::nullopt;
  }
  glyphs = std::move(draft.rest);
  Piece piece = make_piece(draft.grid, draft.text, page, method, drawn_doubts(draft));
  record(readings, table_of(piece), method, true);
  return piece;
}

} // namespace gouji
