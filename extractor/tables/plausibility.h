// SPDX-License-Identifier: GPL-3.0-or-later
// Is a region of bands a table? How text fills and lines up in its columns.
#pragma once

#include "tables/bands.h"
#include "tables/regions.h"

#include <cstddef>
#include <vector>

namespace gouji {

/// How well texts line up: the largest share of them with a common left side, right side or middle,
/// each to within 0.3 of the letters' size. 0 for none.
double alignment(const std::vector<double>& left, const std::vector<double>& right,
                 const std::vector<double>& middle, double size);

/// 0 to 1 for a region whose gutters are known; 0 when it cannot be a table. What was seen goes to
/// region.reasons. `rules` is how many wide rules belong to it. Alignment, numbers and rules speak
/// for a table; long text, lists, empty columns and lines through the text (charts) against it.
double judge(const std::vector<Band>& bands, const std::vector<RuleLevel>& levels, Region& region,
             std::size_t rules);

} // namespace gouji
