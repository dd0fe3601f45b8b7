// SPDX-License-Identifier: GPL-3.0-or-later
// Runs of characters for people to look at; the stages themselves work on single characters.
#include "writers/runs.h"

#include "text/normalize.h"

#include <algorithm>
#include <cmath>

namespace gouji {

namespace {

/// Do two characters drawn one after the other belong to one run?
bool continues(const Glyph& before, const Glyph& next) {
  const double reach = before.font_size * 0.5;
  const bool upright = next.turned == 0 || next.turned == 180;
  const double gap = upright ? next.box.x0 - before.box.x1
                             : std::min(std::abs(next.box.y0 - before.box.y1),
                                        std::abs(before.box.y0 - next.box.y1));
  return before.font == next.font && before.turned == next.turned && before.bold == next.bold &&
         before.invisible == next.invisible && std::abs(before.font_size - next.font_size) < 0.01 &&
         std::abs(before.baseline - next.baseline) < 0.5 && std::abs(gap) < reach;
}

} // namespace

std::vector<GlyphRun> glyph_runs(const std::vector<Glyph>& glyphs) {
  std::vector<GlyphRun> runs;
  for (std::size_t i = 0; i < glyphs.size(); ++i) {
    if (i == 0 || !continues(glyphs[i - 1], glyphs[i]))
      runs.push_back({i, i, {}, glyphs[i].box});
    GlyphRun& run = runs.back();
    run.to = i + 1;
    append_utf8(run.text, glyphs[i].character);
    run.box = united(run.box, glyphs[i].box);
  }
  return runs;
}

} // namespace gouji
