// SPDX-License-Identifier: GPL-3.0-or-later
// The characters of a page that a reader sees, each once.
#pragma once

#include "document/document.h"

#include <vector>

namespace gouji {

/// The page's glyphs that a reader sees, each once: no white space, no second copy drawn over the
/// first (fake bold, shadows), no invisible text layer where visible text says the same.
std::vector<Glyph> legible_glyphs(const Page& page);

} // namespace gouji
