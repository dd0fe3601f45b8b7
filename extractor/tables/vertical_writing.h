// SPDX-License-Identifier: GPL-3.0-or-later
// Chinese written in columns whose characters the file places one by one, upright.
#pragma once

#include "document/document.h"

#include <vector>

namespace gouji {

/// Where the glyphs of a cell stand closer below each other than beside each other, in at least two
/// columns, and all are as wide as high, they are read in columns from the right: their `turned`
/// becomes 90, as that of vertical writing is. Else nothing changes.
void mark_vertical_writing(std::vector<Glyph>& cell);

} // namespace gouji
