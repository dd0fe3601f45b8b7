// SPDX-License-Identifier: GPL-3.0-or-later
// A page's characters as runs: what follows one another on a line in one font.
#pragma once

#include "document/document.h"

#include <cstddef>
#include <string>
#include <vector>

namespace gouji {

/// Characters `from` to `to` (exclusive) of a page, in the order the file draws them.
struct GlyphRun {
  std::size_t from = 0, to = 0;
  std::string text;
  Rect box;
};

/// Every character of `glyphs` is in exactly one run. Linear.
std::vector<GlyphRun> glyph_runs(const std::vector<Glyph>& glyphs);

} // namespace gouji
