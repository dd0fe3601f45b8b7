// SPDX-License-Identifier: GPL-3.0-or-later
// Tables drawn in text files, with what they must become: + - | are lines, everything else is text.
#pragma once

#include "document/document.h"

#include <string>
#include <vector>

namespace gouji::drawing {

/// One case of a corpus file:
///     === name [: variants]
///     the drawing; a line of "~~~" begins the next page
///     ---
///     the flow, as `describe` writes it
/// A character is 6 points wide (wide ones 12) and 12 points high.
struct Case {
  std::string name;
  bool ruled = false; ///< "ruled": must come back however its lines are drawn, see `Style`
  std::vector<std::vector<std::u32string>> pages;
  std::string expected;
};

std::vector<Case> read_cases(const std::string& path);

/// How the lines of a drawing are put on the page.
enum class Style { plain, doubled, dashed, dotted, gapped, cell_by_cell, shaken };

Document draw(const Case& c, Style style = Style::plain);

/// One line a paragraph ("text") and a cell ("row,column text", "row,column+2x3 text" when it
/// spans), "table RxC" before the cells; line breaks in text as " / ".
std::string describe(const std::vector<Block>& flow);

} // namespace gouji::drawing
