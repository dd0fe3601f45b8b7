// SPDX-License-Identifier: GPL-3.0-or-later
// Pages whose text is printed sideways (a wide table on an upright sheet): turned so that the other
// stages see upright text, and the boxes of the result turned back.
#pragma once

#include "tables/page_flow.h"

#include <span>

namespace gouji {

/// The direction (as in Glyph::turned) of more than half of the glyphs; 0 when there is none.
int reading_direction(std::span<const Glyph> glyphs);

/// The page as it looks after turning it against `turned` (90, 180 or 270).
Page turned_upright(const Page& page, int turned);

/// A box on `turned`, which is `turned_upright(page, degrees)`, as it lies on `page`.
Rect turned_back(const Rect& box, int degrees, const Page& turned);

/// Boxes of `flow`, which was recovered from `turned_upright(page, turned)`, as they lie on `page`.
void turn_back(PageFlow& flow, int turned, const Page& page);

} // namespace gouji
