// SPDX-License-Identifier: GPL-3.0-or-later
// Pages put together by hand: lines and text at given places.
#pragma once

#include "document/document.h"

#include <string_view>

namespace gouji::printed {

inline Page blank_page() {
  Page page;
  page.number = 1;
  page.width = 595;
  page.height = 842;
  return page;
}

inline void line(Page& page, Axis axis, double position, double from, double to) {
  page.rulings.push_back({axis, position, from, to, 0.5});
}

/// ASCII letters half as wide as they are high, from x on; their foot stands on y.
inline void text(Page& page, double x, double y, std::string_view letters, double size = 9) {
  for (const char c : letters) {
    const double width = size / 2;
    page.glyphs.push_back({static_cast<char32_t>(c),
                           {x, y - 0.8 * size, x + width, y + 0.2 * size},
                           y,
                           size,
                           0,
                           0,
                           false,
                           false});
    x += width;
  }
}

} // namespace gouji::printed
