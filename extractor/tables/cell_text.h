// SPDX-License-Identifier: GPL-3.0-or-later
// Glyphs into the cells of grids: a glyph belongs to the cell its centre stands in, so that text a
// ruling cuts through goes to both sides of it, letter by letter (as pdfplumber does).
#pragma once

#include "tables/lattice.h"

#include <vector>

namespace gouji {

/// The glyphs of each cell (same order as grid.cells), taken out of `glyphs`; what stands in no
/// cell stays there. Cost: the glyphs times the logarithm of the grid's edges.
std::vector<std::vector<Glyph>> take_glyphs(const LatticeGrid& grid, std::vector<Glyph>& glyphs);

} // namespace gouji
