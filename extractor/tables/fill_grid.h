// SPDX-License-Identifier: GPL-3.0-or-later
// Glyphs and lines -> the cells of a grid -> a table, unless it is a frame or a chart.
#pragma once

#include "tables/lattice.h"
#include "tables/page_flow.h"
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

/// The grid with the lines of its cells as a table of page `page`.
Piece make_piece(const LatticeGrid& grid, const std::vector<std::vector<Line>>& text, int page,
                 double confidence);

/// A grid with its text as a table; nothing when it is a frame around text, a chart, or holds too
/// little to be a table. `glyphs` are those in the grid's box; what is left of them is outside the
/// table (captions in the frame).
std::optional<Piece> fill_grid(const LatticeGrid& grid, std::vector<Glyph>& glyphs, int page);

} // namespace gouji
