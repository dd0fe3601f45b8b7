// SPDX-License-Identifier: GPL-3.0-or-later
// Glyphs -> words -> lines: the text of a page (or of one cell) in reading order, whatever order
// the file draws it in.
#pragma once

#include "document/document.h"

#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace gouji {

/// Characters that stand together without a gap. CJK text has no spaces: a whole line of it may be
/// one word.
struct Word {
  std::string text; ///< UTF-8; as printed from left to right, also what is read the other way
  Rect box;
  double baseline = 0, font_size = 0;
  std::uint16_t font = 0;
  bool bold = false;
  bool spaced = false;   ///< white space stands between it and the word before
  bool leftward = false; ///< it has letters that read from right to left

  bool operator==(const Word&) const = default;
};

/// Words on one baseline, from left to right as it is turned; super- and subscripts are with the
/// line they belong to. Boxes are in page coordinates also when the line is turned.
struct Line {
  std::vector<Word> words;
  Rect box;
  double baseline = 0, font_size = 0;
  std::int16_t turned = 0;

  bool operator==(const Line&) const = default;
};

/// Lines from top to bottom, upright text first, then turned text. Words of upright text are parted
/// at the x of `cuts`, too. Cost: sorting.
std::vector<Line> make_lines(const std::vector<Glyph>& glyphs, std::span<const double> cuts = {});

/// The words in the order in which they are read, with single spaces where there is white space
/// between them; a tab where two numbers stand too far apart to be one.
std::string text_of(const Line& line);

bool has_digit(std::span<const Word> words);

/// All lines, joined by '\n'.
std::string text_of(std::span<const Line> lines);

} // namespace gouji
