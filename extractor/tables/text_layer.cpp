// SPDX-License-Identifier: GPL-3.0-or-later
// Words from gaps between glyphs, lines from baselines. Sorting and sweeping only; nothing compares
// all glyphs with all others.
#include "tables/text_layer.h"

#include "tables/reading_order.h"
#include "text/characters.h"
#include "text/normalize.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <utility>

namespace gouji {

namespace {

/// Has it a shape and a place? Damaged files place characters nowhere.
bool is_legible(const Glyph& g) {
  return !is_space(g.character) && std::isfinite(g.box.x0) && std::isfinite(g.box.x1) &&
         std::isfinite(g.box.y0) && std::isfinite(g.box.y1) && std::isfinite(g.baseline) &&
         std::isfinite(g.font_size) && g.font_size > 0;
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

/// Finds glyphs by where they are: a hash table of squares of a coarse raster. Where
/// `by_character`, only glyphs of the same character are found, which most squares do not hold.
class GlyphRaster {
public:
  GlyphRaster(std::size_t most, bool by_character) : by_character_(by_character) {
    std::size_t size = 64;
    while (size < 2 * most)
      size *= 2;
    last_.resize(size, none);
    entries_.reserve(most);
  }

  void add(const Glyph& g) {
    std::uint32_t& last = last_[slot(square(g.box.center_x()), square(g.box.center_y()), g)];
    entries_.push_back({&g, last});
    last = static_cast<std::uint32_t>(entries_.size() - 1);
  }

  /// Does a glyph whose middle lies within `reach` of that of `g`, each way, satisfy `same`? Some
  /// farther ones are asked, too.
  template <class Same> bool any_near(const Glyph& g, double reach, const Same& same) const {
    const double x = g.box.center_x(), y = g.box.center_y();
    const std::int64_t x1 = square(x + reach), y1 = square(y + reach);
    for (std::int64_t i = square(x - reach); i <= x1; ++i)
      for (std::int64_t k = square(y - reach); k <= y1; ++k)
        for (std::uint32_t e = last_[slot(i, k, g)]; e != none; e = entries_[e].before)
          if (same(*entries_[e].glyph))
            return true;
    return false;
  }

private:
  static constexpr double side = 4; // points: about a character
  static constexpr std::uint32_t none = UINT32_MAX;

  struct Entry {
    const Glyph* glyph;
    std::uint32_t before; ///< in the same slot
  };

  static std::int64_t square(double v) {
    return static_cast<std::int64_t>(std::floor(std::clamp(v / side, -1e9, 1e9)));
  }

  std::size_t slot(std::int64_t x, std::int64_t y, const Glyph& g) const {
    std::uint64_t hash = static_cast<std::uint64_t>(x) * 0x9E3779B97F4A7C15u;
    hash = (hash ^ static_cast<std::uint64_t>(y)) * 0xC2B2AE3D27D4EB4Fu;
    if (by_character_)
      hash = (hash ^ g.character) * 0x9E3779B97F4A7C15u;
    return static_cast<std::size_t>(hash >> 20) & (last_.size() - 1);
  }

  bool by_character_;
  std::vector<std::uint32_t> last_;
  std::vector<Entry> entries_;
};

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

/// Most files draw text in order.
template <class Before> void sort_unsorted(std::vector<Glyph>& glyphs, Before before) {
  if (!std::is_sorted(glyphs.begin(), glyphs.end(), before))
    std::stable_sort(glyphs.begin(), glyphs.end(), before);
}

bool any_between(std::span<const double> cuts, double from, double to) {
  return std::any_of(cuts.begin(), cuts.end(), [&](double x) { return from < x && x <= to; });
}

/// Glyphs of one baseline, sorted from left to right -> words.
void append_words(std::vector<Glyph>& band, std::span<const double> cuts,
                  std::vector<Word>& words) {
  sort_unsorted(band, [](const Glyph& a, const Glyph& b) { return a.box.x0 < b.box.x0; });
  std::u32string text;
  const std::size_t first = words.size();
  const auto close = [&] {
    if (words.size() == first)
      return;
    words.back().leftward = put_in_logical_order(text);
    words.back().text = to_utf8(text);
    text.clear();
  };
  const Glyph* before = nullptr;
  for (const Glyph& g : band) {
    const bool parted =
        before != nullptr && (parts_words(*before, g, g.box.x0 - words.back().box.x1) ||
                              any_between(cuts, before->box.center_x(), g.box.center_x()));
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
std::vector<Line> lines_in_frame(std::vector<Glyph>& glyphs, std::span<const double> cuts) {
  sort_unsorted(glyphs, [](const Glyph& a, const Glyph& b) { return a.baseline < b.baseline; });
  std::vector<Line> lines;
  std::vector<Glyph> band;
  const auto close = [&] {
    Line line;
    append_words(band, cuts, line.words);
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
  constexpr double most_reach = 4; // points
  std::vector<Glyph> kept;
  kept.reserve(page.glyphs.size());
  GlyphRaster seen(page.glyphs.size(), true);
  bool any_invisible = false;
  for (const Glyph& g : page.glyphs) {
    any_invisible = any_invisible || g.invisible;
    if (g.invisible || !is_legible(g))
      continue;
    // A copy drawn a hair's breadth off makes letters look bold or shadowed.
    const double hair = 0.12 * g.font_size;
    if (seen.any_near(g, std::min(most_reach, 1.5 * hair), [&](const Glyph& o) {
          return o.character == g.character && std::abs(o.box.x0 - g.box.x0) < hair &&
                 std::abs(o.box.y0 - g.box.y0) < hair;
        }))
      continue;
    kept.push_back(g);
    seen.add(g);
  }
  if (!any_invisible)
    return kept;
  const std::size_t visible = kept.size();
  GlyphRaster printed(visible, false);
  for (const Glyph& g : kept)
    printed.add(g);
  for (const Glyph& g : page.glyphs)
    if (g.invisible && is_legible(g) && !printed.any_near(g, most_reach, [&](const Glyph& o) {
          return !intersection(o.box, g.box).empty();
        }))
      kept.push_back(g);
  return kept;
}

std::vector<Line> make_lines(const std::vector<Glyph>& glyphs, std::span<const double> cuts) {
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
    for (Line& line : lines_in_frame(part, turned == 0 ? cuts : std::span<const double>())) {
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
  for (const Word* next : reading_order(line.words)) {
    const Word& w = *next;
    if (before && are_parted(*before, w, line.words)) {
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
