// SPDX-License-Identifier: GPL-3.0-or-later
#include "tables/hints.h"

#include <algorithm>

namespace gouji {

Page part_of(const Page& page, const Rect& area) {
  constexpr double edge = 2; // points: a line on the area's side, drawn by hand, is meant
  Page part{page.number, page.width, page.height, {}, {}, {}, {}};
  for (const Glyph& g : page.glyphs)
    if (area.contains(g.box.center_x(), g.box.center_y()))
      part.glyphs.push_back(g);
  for (Ruling r : page.rulings) {
    const bool lying = r.axis == Axis::horizontal;
    const double low = (lying ? area.y0 : area.x0) - edge,
                 high = (lying ? area.y1 : area.x1) + edge;
    r.from = std::max(r.from, (lying ? area.x0 : area.y0) - edge);
    r.to = std::min(r.to, (lying ? area.x1 : area.y1) + edge);
    if (r.from < r.to && r.position >= low && r.position <= high)
      part.rulings.push_back(r);
  }
  for (const Shading& s : page.shadings)
    if (const Rect shared = intersection(s.box, area); !shared.empty())
      part.shadings.push_back({shared, s.colour});
  for (const Rect& image : page.images)
    if (const Rect shared = intersection(image, area); !shared.empty())
      part.images.push_back(shared);
  return part;
}

} // namespace gouji
