// SPDX-License-Identifier: GPL-3.0-or-later
// Text whose columns are lined up with spaces, as pages of characters: the stage that finds tables
// without lines on a page finds them here too.
#pragma once

#include "base/result.h"
#include "document/document.h"

#include <string_view>
#include <vector>

namespace gouji {

/// Do several lines have numbers behind gaps of spaces? Such a text is no running text.
bool has_spaced_columns(std::string_view text);

/// Every character of the text at its place. A page ends at a form feed or a line with nothing but
/// its number ("- 3 -"). Programs that print text count an East Asian character as two columns
/// (UAX 11), programs that lay out PDFs as text count it as one: whichever lines the columns up
/// better is taken. Errors: limit. Cost: linear.
Result<std::vector<Page>> lay_out_text(std::string_view text);

} // namespace gouji
