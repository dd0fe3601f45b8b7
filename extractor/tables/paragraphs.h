// SPDX-License-Identifier: GPL-3.0-or-later
// The lines that are in no table -> paragraphs.
#pragma once

#include "tables/page_flow.h"
#include "tables/text_layer.h"

#include <span>
#include <string>
#include <vector>

namespace gouji {

/// Joins lines (in reading order, of one column of text) into paragraphs by indentation, line
/// ends, pitch and size, as typesetting marks them. Lines joined in a paragraph are parted by a
/// space, or by nothing between characters of a script without spaces.
/// No paragraph runs across a y of `cuts` (sorted), where a table stands.
std::vector<Piece> make_paragraphs(const std::vector<Line>& lines, std::span<const double> cuts,
                                   int page);

/// Appends a line's text to a paragraph's.
void append_line(std::string& paragraph, const std::string& line);

} // namespace gouji
