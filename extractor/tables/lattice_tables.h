// SPDX-License-Identifier: GPL-3.0-or-later
// The tables of a page whose cells are drawn: by lines, or by the areas behind them.
#pragma once

#include "tables/charts.h"
#include "tables/page_flow.h"
#include "tables/reading.h"
#include "tables/rulings.h"

#include <vector>

namespace gouji {

/// Takes the tables that `rulings` (of the page, cleaned) and the page's shadings draw out of
/// `glyphs`, `charts` left alone; what is in no table stays there, from top to bottom. A table
/// inside a cell of another has its depth. What was considered goes to `readings`, if anybody asks.
/// Cost: sorting.
std::vector<Piece> lattice_tables(const Page& page, const Rulings& rulings,
                                  const std::vector<Diagram>& charts, std::vector<Glyph>& glyphs,
                                  Readings* readings);

} // namespace gouji
