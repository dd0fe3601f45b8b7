// SPDX-License-Identifier: GPL-3.0-or-later
#include "readers/text_pages.h"

#include "base/limits.h"
#include "readers/messages.h"
#include "text/characters.h"
#include "text/normalize.h"

#include <algorithm>
#include <set>
#include <string>
#include <utility>

namespace gouji {
namespace {

constexpr double column = 10, pitch = 12; ///< of the pages made here, in points
constexpr double ascent = 0.88;           ///< of the font size, as in East Asian fonts
constexpr std::size_t fewest_rows = 3;

using Lines = std::vector<std::u32string>;

template <class Take> void each_line(std::string_view text, Take take) {
  while (!text.empty()) {
    const auto end = std::min(text.find('\n'), text.size());
    take(to_u32(text.substr(0, end)));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
}

/// Characters of UTF-8 that are more than ASCII's blanks.
std::size_t count_visible(std::string_view text) {
  return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), [](char c) {
    return static_cast<unsigned char>(c) > 0x20 && (static_cast<unsigned char>(c) & 0xC0) != 0x80;
  }));
}

/// Characters [begin, end) of a line, parted from others by two spaces or a wide one.
struct Piece {
  std::size_t begin, end;
};

std::vector<Piece> pieces(const std::u32string& line) {
  std::vector<Piece> found;
  int gap = 2;
  for (std::size_t i = 0; i < line.size(); ++i) {
    if (is_space(line[i])) {
      gap += line[i] == U'\u3000' ? 2 : 1;
      continue;
    }
    if (gap >= 2)
      found.push_back({i, i});
    gap = 0;
    found.back().end = i + 1;
  }
  return found;
}

/// Words, a gap, and a number: the row of a table.
bool is_row(const std::u32string& line) {
  if (line.find(U'\t') != line.npos)
    return false;
  const std::vector<Piece> found = pieces(line);
  return found.size() >= 2 && is_ascii_digit(line[found.back().begin]) &&
         is_ascii_digit(line[found.back().end - 1]);
}

/// "- 3 -": the foot of a page whose form feed was lost.
bool is_page_number(const std::u32string& line) {
  std::u32string dense = line;
  std::erase_if(dense, is_space);
  const auto dash = [](char32_t c) { return c == U'-' || c == U'–' || c == U'—'; };
  return dense.size() > 2 && dash(dense.front()) && dash(dense.back()) &&
         std::all_of(dense.begin() + 1, dense.end() - 1, is_ascii_digit);
}

/// Columns of text that a character takes.
std::size_t width(char32_t c, std::size_t wide) {
  return is_wide(c) || c == U'\u3000' ? wide : 1;
}

/// How many different places the pieces of the rows begin and end at: the fewer, the better they
/// are lined up.
std::size_t disorder(const Lines& lines, std::size_t wide) {
  std::set<std::size_t> begins, ends;
  for (const std::u32string& line : lines) {
    if (!is_row(line))
      continue;
    std::size_t at = 0, i = 0;
    for (const Piece& piece : pieces(line)) {
      for (; i < piece.begin; ++i)
        at += width(line[i], wide);
      begins.insert(at);
      for (; i < piece.end; ++i)
        at += width(line[i], wide);
      ends.insert(at);
    }
  }
  return begins.size() + ends.size();
}

} // namespace

bool has_spaced_columns(std::string_view text) {
  std::size_t rows = 0;
  each_line(text, [&](const std::u32string& line) { rows += is_row(line); });
  return rows >= fewest_rows;
}

Result<std::vector<Page>> lay_out_text(std::string_view text) {
  if (count_visible(text) > limits::document_glyphs)
    return fail(Code::limit, fill(phrases::text_too_many_characters, limits::document_glyphs));
  Lines lines;
  each_line(text, [&](std::u32string line) { lines.push_back(std::move(line)); });
  const std::size_t wide = disorder(lines, 2) < disorder(lines, 1) ? 2 : 1;
  const double size = column * static_cast<double>(wide);
  std::vector<Page> pages;
  double y = 0;
  const auto begin_page = [&] {
    pages.emplace_back().number = static_cast<int>(pages.size());
    y = 0;
  };
  begin_page();
  for (const std::u32string& line : lines) {
    double x = column;
    for (const char32_t c : line) {
      if (c == U'\f') {
        begin_page();
        x = column;
        continue;
      }
      const double advance = column * static_cast<double>(width(c, wide));
      if (!is_space(c)) {
        Glyph& glyph = pages.back().glyphs.emplace_back();
        glyph.character = c;
        glyph.box = {x, y, x + advance, y + size};
        glyph.baseline = y + ascent * size;
        glyph.font_size = size;
      }
      x += advance;
      pages.back().width = std::max(pages.back().width, x + column);
    }
    y += pitch * static_cast<double>(wide);
    pages.back().height = y;
    if (is_page_number(line))
      begin_page();
    if (pages.size() > static_cast<std::size_t>(limits::pages))
      return fail(Code::limit, fill(phrases::text_too_many_pages, limits::pages));
    if (pages.back().glyphs.size() > limits::page_glyphs)
      return fail(Code::limit,
                  fill(phrases::pdf_too_many_glyphs, pages.size(), limits::page_glyphs));
  }
  return pages;
}

} // namespace gouji
