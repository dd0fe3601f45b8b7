// SPDX-License-Identifier: GPL-3.0-or-later
// The tables of a page (or of one of its zones) whose cells are not drawn.
#pragma once

#include "tables/charts.h"
#include "tables/page_flow.h"
#include "tables/reading.h"
#include "tables/text_layer.h"

#include <vector>

namespace gouji {

/// What a person said of the columns (tables/hints.h).
struct ToldColumns {
  std::vector<double> xs; ///< where they are parted
  bool whole = false;     ///< all lines are one table
};

/// Takes the tables without lines out of `lines`, from top to bottom; `rules` are the horizontal
/// lines between them. What stands in a chart is no table's. What was considered goes to
/// `readings`, if anybody asks.
std::vector<Piece> stream_tables(std::vector<Line>& lines, std::vector<Ruling> rules,
                                 const std::vector<Diagram>& charts, int page, Readings* readings,
                                 const ToldColumns& told = {});

} // namespace gouji
