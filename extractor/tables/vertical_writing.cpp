// SPDX-License-Identifier: GPL-3.0-or-later
// Columns by the middles of the glyphs, told from lines by which way the characters are closer.
#include "tables/vertical_writing.h"

#include "text/characters.h"

#include <algorithm>
#include <cstddef>

namespace gouji {

void mark_vertical_writing(std::vector<Glyph>& cell) {
  constexpr std::size_t fewest = 4, longest_enough = 3;
  // Parts of the font size. Lines of text leave more than this between them, columns do, too.
  constexpr double aligned = 0.2, next_below = 1.15, next_column = 1.2;
  if (cell.size() < fewest || std::ranges::any_of(cell, [](const Glyph& g) {
        return g.turned != 0 || !is_wide(g.character);
      }))
    return;
  std::vector<Glyph> glyphs = cell;
  const double size = glyphs.front().font_size;
  std::ranges::sort(
      glyphs, [](const Glyph& a, const Glyph& b) { return a.box.center_x() > b.box.center_x(); });
  std::size_t longest = 0, columns = 0;
  for (auto first = glyphs.begin(); first != glyphs.end(); ++columns) {
    const double x = first->box.center_x();
    const auto last = std::find_if(
        first, glyphs.end(), [&](const Glyph& g) { return x - g.box.center_x() > aligned * size; });
    if (last != glyphs.end() && x - last->box.center_x() < next_column * size)
      return;
    std::sort(first, last, [](const Glyph& a, const Glyph& b) { return a.box.y0 < b.box.y0; });
    for (auto next = first + 1; next < last; ++next)
      if (next->box.center_y() - (next - 1)->box.center_y() > next_below * size)
        return;
    longest = std::max(longest, static_cast<std::size_t>(last - first));
    first = last;
  }
  if (columns < 2 || longest < longest_enough)
    return;
  for (Glyph& g : glyphs) {
    g.turned = 90;
    g.baseline = g.box.x0;
  }
  cell = std::move(glyphs);
}

} // namespace gouji
