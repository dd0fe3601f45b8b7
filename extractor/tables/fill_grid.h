// SPDX-License-Identifier: GPL-3.0-or-later
// Glyphs and lines -> the cells of a grid -> a table, unless it is a frame or a chart.
#pragma once

#include "tables/doubts.h"
#include "tables/lattice.h"
#include "tables/page_flow.h"
#include "tables/reading.h"
#include "tables/text_layer.h"

#include <optional>
#include <vector>

namespace gouji {

/// Cells that hold text, by row and in the first row and column.
struct Occupancy {
  std::vector<int> rows;
  int spoken = 0;  ///< rows with text
  int paired = 0;  ///< rows with text in two cells
  int columns = 0; ///< columns with text of their own
  bool header = false, stub = false;
};

/// `text` holds the lines of each cell.
Occupancy occupancy_of(const LatticeGrid& grid, const std::vector<std::vector<Line>>& text);

/// The grid with the lines of its cells as a table of page `page`, its confidence and reasons.
Piece make_piece(const LatticeGrid& grid, const std::vector<std::vector<Line>>& text, int page,
                 Method method, const Doubts& doubts);

/// A grid of drawn or shaded cells with its text as a table; nothing when it is a frame around
/// text, or holds too little to be a table. `glyphs` are those in the grid's box; what is left of
/// them is outside the table (captions in the frame). What was considered goes to `readings`.
std::optional<Piece> fill_grid(const LatticeGrid& grid, Method method, std::vector<Glyph>& glyphs,
                               int page, Readings* readings);

/// Notes a reading, if anybody asks: a table, or a grid that became none.
void record(Readings* readings, const Table& table, Method method, bool chosen);
void record_loss(Readings* readings, const LatticeGrid& grid, Method method, const Phrase& why);

} // namespace gouji
