// SPDX-License-Identifier: GPL-3.0-or-later
// Diagrams among the drawings of a page: their lines and labels make grids and columns, too, but no
// table.
#pragma once

#include "document/document.h"
#include "tables/rulings.h"

#include <vector>

namespace gouji {

/// A diagram: `plot` is what its axes and bars enclose, `labels` that with the scales beside it.
struct Diagram {
  Rect plot, labels;
};

/// Charts by two marks that no table has, whatever the text says:
/// - a scale: short strokes of equal length at equal steps that end on a long line, free at their
///   other end, with something written there;
/// - bars: filled areas of equal width and unequal height that stand apart on one line.
/// `rulings` are those of the page, cleaned. Cost: sorting.
std::vector<Diagram> find_charts(const Page& page, const Rulings& rulings);

/// Is the box mostly a chart's?
bool is_chart(const std::vector<Diagram>& charts, const Rect& box);

} // namespace gouji
