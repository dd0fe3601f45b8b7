// SPDX-License-Identifier: GPL-3.0-or-later
// Which paragraphs of pages are headings: pages say in what size text is set, not what it is.
#pragma once

#include "document/document.h"

#include <vector>

namespace gouji {

/// Marks the short paragraphs of `flow` whose text is clearly larger than most of its text.
void mark_headings(std::vector<Block>& flow);

} // namespace gouji
