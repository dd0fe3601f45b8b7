// SPDX-License-Identifier: GPL-3.0-or-later
// The columns of text a page is set in: each is read on its own, for tables and for paragraphs.
#pragma once

#include "tables/rulings.h"
#include "tables/text_layer.h"

#include <vector>

namespace gouji {

/// A part of the page whose lines are read from top to bottom.
struct Zone {
  Rect box; ///< the part of the page it takes up, white space included
  std::vector<Line> lines;
};

/// Zones in reading order. A page is parted where a white strip runs down between lines of prose
/// on both sides; what crosses the strip (titles, wide tables) is a zone of its own. Turned lines
/// go to the last zone. A cautious form of the recursive X-Y cut (Nagy and Seth 1984): only prose
/// makes a cut, since tables are white between their columns, too. Cost: sorting.
std::vector<Zone> split_zones(std::vector<Line> lines, double width, double height);

/// Takes out of `zone` what stands between rules that are narrower than the text beside them: a
/// table set into prose, a caption in the margin, tables beside each other. `horizontal` are the
/// rules of the zone.
std::vector<Zone> carve_ruled_zones(Zone& zone, const std::vector<Ruling>& horizontal);

} // namespace gouji
