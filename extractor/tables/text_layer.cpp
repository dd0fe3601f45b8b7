// SPDX-License-Identifier: GPL-3.0-or-later
// Words from gaps between glyphs, lines from baselines. Sorting and sweeping only; nothing compares
// all glyphs with all others.
#include "tables/text_layer.h"

#include "text/characters.h"
#include "text/normalize.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <unordered_map>
#include <utility>

namespace gouji {

namespace {

/// Has it a shape and a place? Damaged files place characters nowhere.
bool is_legible(const Glyph& g) {
  return !is_space(g.character) && std::isfinite(g.box.x0) && std::isfinite(g.box.x1) &&
         std::isfinite(g.box.y0) && std::isfinite(g.box.y1) && std::isfinite(g.baseline) &&
         std::isfinite(g.font_size) && g.font_size > 0;
}

bool is_right_to_left(char32_t c) {
  return (c >= 0x0590 && c <= 0x08FF) || (c >= 0xFB1D && c <= 0xFDFF) ||
         (c >= 0xFE70 && c <= 0xFEFC);
}

/// Coordinates in which text turned by `turned` degrees reads left to right and top to bottom.
Rect reading_frame(const Rect& r, int turned) {
  switch (turned) {
  case 90: // reads downwards, lines follow to the left
    return {r.y0, -r.x1, r.y1, -r.x0};
  case 180:
    return {-r.x1, -r.y1, -r.x0, -r.y0};
  case 270: // reads upwards, lines follow to the right
    return {-r.y1, r.x0, -r.y0, r.x1};
  default:
    return r;
  }
}

Rect page_frame(const Rect& r, int turned) {
  switch (turned) {
  case 90:
    return {-r.y1, r.x0, -r.y0, r.x1};
  case 180:
    return {-r.x1, -r.y1, -r.x0, -r.y0};
  case 270:
    return {r.y0, -r.x1, r.y1, -r.x0};
  default:
    return r;
  }
}

double reading_baseline(double baseline, int turned) {
  return turned == 90 || turned == 180 ? -baseline : baseline;
}

/// Which square of a coarse raster a point falls into; neighbours are found by adding to x or y.
std::uint64_t square(double x, double y, double side) {
  const auto part = [side](double v) {
    return static_cast<std::uint64_t>(static_cast<std::uint32_t>(
        static_cast<std::int32_t>(std::floor(std::clamp(v / side, -1e9, 1e9)))));
  };
  return part(x) << 32 | part(y);
}

constexpr double raster = 4; // points; a copy lies within one square of its original

/// Looks whether a glyph of the raster's 3 x 3 squares around `g` satisfies `same`.
template <class Index, class Same>
bool any_near(const Index& index, const Glyph& g, const Same& same) {
  for (int dx = -1; dx <= 1; ++dx)
    for (int dy = -1; dy <= 1; ++dy) {
      const auto range = index.equal_range(
          square(g.box.center_x() + dx * raster, g.box.center_y() + dy * raster, raster));
      for (auto it = range.first; it != range.second; ++it)
        if (same(*it->second))
          return true;
    }
  return false;
}

/// White space wide enough to part two words. Latin words part at a fifth of an em; justified CJK
/// lines stretch every gap, so there it takes more than half a character.
bool parts_words(const Glyph& a, const Glyph& b, double gap) {
  const double size = std::max(a.font_size, b.font_size);
  if (is_wide(a.character) && is_wide(b.character))
    return gap > 0.6 * size;
  if (is_wide(a.character) || is_wide(b.character))
    return gap > 0.3 * size;
  return gap > 0.17 * size;
}

/// Readers hand out characters from left to right; runs of right-to-left letters are turned to the
/// order in which they are read. Digits inside keep theirs (Unicode TR9, the simple case).
void put_in_logical_order(std::u32string& text) {
  if (std::none_of(text.begin(), text.end(), is_right_to_left))
    return;
  std::reverse(text.begin(), text.end());
  for (auto it = text.begin(); it != text.end();) {
    const auto run = std::find_if_not(it, text.end(), [](char32_t c) { return c < 0x0590; });
    std::reverse(it, run);
    it = run == text.end() ? run : run + 1;
  }
}

/// Glyphs of one baseline, sorted from left to right -> words.
void append_words(std::vector<Glyph>& band, std::vector<Word>& words) {
  std::stable_sort(band.begin(), band.end(),
                   [](const Glyph& a, const Glyph& b) { return a.box.x0 < b.box.x0; });
  std::u32string text;
  const std::size_t first = words.size();
  const auto close = [&] {
    if (words.size() == first)
      return;
    put_in_logical_order(text);
    words.back().text = to_utf8(text);
    text.clear();
  };
  const Glyph* before = nullptr;
  for (const Glyph& g : band) {
    const bool parted =
        before != nullptr && parts_words(*before, g, g.box.x0 - words.back().box.x1);
    if (before == nullptr || parted) {
      close();
      words.push_back({{}, g.box, g.baseline, g.font_size, g.font, g.bold, before != nullptr});
    } else {
      Word& w = words.back();
      w.box = united(w.box, g.box);
      w.font_size = std::max(w.font_size, g.font_size);
    }
    text += g.character;
    before = &g;
  }
  close();
}

void measure(Line& line) {
  line.box = {};
  line.font_size = 0;
  for (const Word& w : line.words) {
    line.box = united(line.box, w.box);
    if (w.font_size > line.font_size) {
      line.font_size = w.font_size;
      line.baseline = w.baseline;
    }
  }
}

/// Is `small` a super- or subscript of `line`: clearly smaller, overlapping it in height and
/// touching one of its words from the right or the left?
bool belongs_to(const Word& small, const Line& line) {
  if (small.font_size > 0.85 * line.font_size)
    return false;
  const double overlap = std::min(small.box.y1, line.box.y1) - std::max(small.box.y0, line.box.y0);
  if (overlap < 0.35 * small.box.height())
    return false;
  const double reach = 0.35 * line.font_size;
  const auto after = std::lower_bound(line.words.begin(), line.words.end(), small.box.center_x(),
                                      [](const Word& w, double x) { return w.box.x0 < x; });
  const auto near = [&](const Word& w) {
    return w.font_size * 0.85 >= small.font_size && small.box.x0 - w.box.x1 < reach &&
           w.box.x0 - small.box.x1 < reach;
  };
  return (after != line.words.end() && near(*after)) ||
         (after != line.words.begin() && near(*std::prev(after)));
}

/// Moves super- and subscripts, which stand on a baseline of their own, into the neighbouring line.
void attach_scripts(std::vector<Line>& lines) {
  const auto move_scripts = [](Line& from, Line& to) {
    bool moved = false;
    std::erase_if(from.words, [&](Word& w) {
      if (!belongs_to(w, to))
        return false;
      const auto place = std::lower_bound(to.words.begin(), to.words.end(), w.box.x0,
                                          [](const Word& a, double x) { return a.box.x0 < x; });
      w.spaced =
          place != to.words.begin() && w.box.x0 - std::prev(place)->box.x1 > 0.17 * to.font_size;
      to.words.insert(place, std::move(w));
      moved = true;
      return true;
    });
    if (moved && !from.words.empty()) {
      from.words.front().spaced = false;
      measure(from);
    }
    if (moved)
      measure(to);
  };
  for (std::size_t i = 0; i + 1 < lines.size(); ++i) {
    Line& above = lines[i];
    Line& below = lines[i + 1];
    if (above.words.empty() || below.words.empty() || below.box.y0 > above.box.y1)
      continue;
    move_scripts(above, below);
    if (!above.words.empty())
      move_scripts(below, above);
    if (below.words.empty() && i + 2 < lines.size())
      std::swap(lines[i], lines[i + 1]); // the line grown may take subscripts of the next, too
  }
  std::erase_if(lines, [](const Line& line) { return line.words.empty(); });
}

/// Lines of glyphs that are all turned alike, in the reading frame.
std::vector<Line> lines_in_frame(std::vector<Glyph>& glyphs) {
  std::stable_sort(glyphs.begin(), glyphs.end(),
                   [](const Glyph& a, const Glyph& b) { return a.baseline < b.baseline; });
  std::vector<Line> lines;
  std::vector<Glyph> band;
  const auto close = [&] {
    Line line;
    append_words(band, line.words);
    measure(line);
    lines.push_back(std::move(line));
    band.clear();
  };
  for (const Glyph& g : glyphs) {
    if (!band.empty() &&
        g.baseline - band.front().baseline > 0.22 * std::max(band.front().font_size, g.font_size))
      close();
    band.push_back(g);
  }
  if (!band.empty())
    close();
  attach_scripts(lines);
  return lines;
}

} // namespace

std::vector<Glyph> legible_glyphs(const Page& page) {
  std::vector<Glyph> kept;
  kept.reserve(page.glyphs.size());
  std::unordered_multimap<std::uint64_t, const Glyph*> seen;
  seen.reserve(page.glyphs.size());
  const auto keep = [&](const Glyph& g) {
    kept.push_back(g);
    seen.emplace(square(g.box.center_x(), g.box.center_y(), raster), &g);
  };
  for (const Glyph& g : page.glyphs) {
    if (g.invisible || !is_legible(g))
      continue;
    // A copy drawn a hair's breadth off makes letters look bold or shadowed.
    const double hair = 0.12 * g.font_size;
    if (!any_near(seen, g, [&](const Glyph& o) {
          return o.character == g.character && std::abs(o.box.x0 - g.box.x0) < hair &&
                 std::abs(o.box.y0 - g.box.y0) < hair;
        }))
      keep(g);
  }
  const std::size_t visible = kept.size();
  for (const Glyph& g : page.glyphs) {
    if (!g.invisible || !is_legible(g))
      continue;
    if (visible == 0 || !any_near(seen, g, [&](const Glyph& o) {
          return !o.invisible && !intersection(o.box, g.box).empty();
        }))
      keep(g);
  }
  return kept;
}

std::vector<Line> make_lines(const std::vector<Glyph>& glyphs) {
  std::vector<Line> all;
  for (const int turned : {0, 90, 180, 270}) {
    std::vector<Glyph> part;
    for (const Glyph& g : glyphs) {
      if (g.turned != turned)
        continue;
      part.push_back(g);
      part.back().box = reading_frame(g.box, turned);
      part.back().baseline = reading_baseline(g.baseline, turned);
    }
    if (part.empty())
      continue;
    for (Line& line : lines_in_frame(part)) {
      line.turned = static_cast<std::int16_t>(turned);
      if (turned != 0) {
        line.box = page_frame(line.box, turned);
        line.baseline = reading_baseline(line.baseline, turned);
        for (Word& w : line.words) {
          w.box = page_frame(w.box, turned);
          w.baseline = reading_baseline(w.baseline, turned);
        }
      }
      all.push_back(std::move(line));
    }
  }
  return all;
}

std::string text_of(const Line& line) {
  constexpr double letter_spacing = 2; // of the font size: digits set wide are one number
  const auto is_digit = [](char c) { return c >= '0' && c <= '9'; };
  std::string text;
  const Word* before = nullptr;
  for (const Word& w : line.words) {
    if (w.spaced && before) {
      const bool two_numbers = line.turned == 0 && is_digit(before->text.back()) &&
                               is_digit(w.text.front()) &&
                               w.box.x0 - before->box.x1 > letter_spacing * line.font_size;
      text += two_numbers ? '\t' : ' ';
    }
    text += w.text;
    before = w.text.empty() ? before : &w;
  }
  return text;
}

bool has_digit(std::span<const Word> words) {
  return std::any_of(words.begin(), words.end(), [](const Word& w) {
    return std::any_of(w.text.begin(), w.text.end(), [](char c) { return c >= '0' && c <= '9'; });
  });
}

std::string text_of(std::span<const Line> lines) {
  std::string text;
  for (const Line& line : lines) {
    if (!text.empty())
      text += '\n';
    text += text_of(line);
  }
  return text;
}

} // namespace gouji
