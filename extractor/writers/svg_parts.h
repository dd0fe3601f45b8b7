// SPDX-License-Identifier: GPL-3.0-or-later
// The parts that drawings of pages and tables share.
#pragma once

#include "document/document.h"

#include <string>
#include <string_view>
#include <vector>

namespace gouji {

/// The beginning of a drawing of the given size, with the style of everything that may be in it.
std::string svg_begin(double width, double height);

/// A rectangle of a class with an optional tooltip.
void add_box(std::string& out, const Rect& box, std::string_view kind, std::string_view tooltip);

void add_text(std::string& out, double x, double y, std::string_view kind, std::string_view text);

/// What is printed on a page: backgrounds, pictures, characters, lines.
void add_page(std::string& out, const Page& page);

/// Width of text in units of a CJK character.
double text_width(std::string_view text);

/// `text` in lines of at most `width` such units.
std::vector<std::string> wrapped(std::string_view text, double width);

} // namespace gouji
