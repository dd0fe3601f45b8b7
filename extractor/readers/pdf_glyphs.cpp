// SPDX-License-Identifier: GPL-3.0-or-later
#include "readers/pdf_glyphs.h"

#include "text/bidi.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <span>
#include <utility>

namespace gouji {

namespace {

constexpr char32_t replacement = 0xFFFD;

/// Latin ligatures (Unicode block Alphabetic Presentation Forms) as letters; empty for the rest.
std::u32string_view letters(char32_t c) {
  static constexpr std::array<std::u32string_view, 7> table{U"ff",  U"fi", U"fl", U"ffi",
                                                            U"ffl", U"st", U"st"};
  return c >= 0xFB00 && c <= 0xFB06 ? table.at(c - 0xFB00) : std::u32string_view{};
}

/// No control characters, nothing that UTF-8 cannot hold. A soft hyphen that is drawn is a hyphen,
/// or the minus of a number.
char32_t usable(char32_t c) {
  constexpr char32_t soft_hyphen = 0xAD;
  if (c == soft_hyphen)
    return U'-';
  if (c < 0x20 || (c >= 0x7F && c < 0xA0))
    return U' ';
  if (c > 0x10FFFF || (c >= 0xD800 && c < 0xE000) || (c & 0xFFFE) == 0xFFFE)
    return replacement;
  return c;
}

/// The part of a box from share `from` to share `to` along the reading direction.
Rect slice(const Rect& box, int turned, double from, double to) {
  const double w = box.width(), h = box.height();
  if (turned == 90)
    return {box.x0, box.y0 + h * from, box.x1, box.y0 + h * to};
  if (turned == 180)
    return {box.x1 - w * to, box.y0, box.x1 - w * from, box.y1};
  if (turned == 270)
    return {box.x0, box.y1 - h * to, box.x1, box.y1 - h * from};
  return {box.x0 + w * from, box.y0, box.x0 + w * to, box.y1};
}

} // namespace

void GlyphPlacer::place(const Rect& box, double baseline, char32_t character) {
  const char32_t clean = usable(character);
  if (!letters(clean).empty()) {
    place(box, baseline, std::u32string_view(&clean, 1));
    return;
  }
  unmapped_ += clean == replacement;
  Glyph& glyph = page_.glyphs.emplace_back(model);
  glyph.character = clean;
  glyph.box = box;
  glyph.baseline = baseline;
}

void GlyphPlacer::place(const Rect& box, double baseline, std::u32string_view characters) {
  if (characters.empty()) {
    place(box, baseline, replacement);
    return;
  }
  std::u32string text;
  for (const char32_t c : characters) {
    const std::u32string_view split = letters(c);
    if (split.empty())
      text.push_back(c);
    else
      text.append(split);
  }
  text = printed_order(text);
  const double count = static_cast<double>(text.size());
  for (std::size_t i = 0; i < text.size(); ++i) {
    const double at = static_cast<double>(i);
    place(slice(box, model.turned, at / count, (at + 1) / count), baseline, text[i]);
  }
}

void GlyphPlacer::begin_actual_text(std::u32string text) {
  actual_ = std::move(text);
  actual_start_ = page_.glyphs.size();
}

void GlyphPlacer::end_actual_text() {
  const std::u32string actual = std::exchange(actual_, {});
  const std::span drawn =
      std::span(page_.glyphs).subspan(std::min(actual_start_, page_.glyphs.size()));
  if (actual.empty() || drawn.empty())
    return;
  const Glyph first = drawn.front();
  Rect box;
  std::size_t unmapped = 0;
  bool same = actual.size() == drawn.size();
  for (std::size_t i = 0; i < drawn.size(); ++i) {
    if (drawn[i].turned != first.turned ||
        std::abs(drawn[i].baseline - first.baseline) > first.font_size / 2)
      return;
    box = united(box, drawn[i].box);
    unmapped += drawn[i].character == replacement;
    same = same && drawn[i].character == actual[i];
  }
  if (same)
    return;
  page_.glyphs.resize(actual_start_);
  unmapped_ -= std::min(unmapped, unmapped_);
  const Glyph before = std::exchange(model, first);
  place(box, first.baseline, actual);
  model = before;
}

} // namespace gouji
