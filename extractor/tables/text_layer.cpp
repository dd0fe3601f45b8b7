// SPDX-License-Identifier: GPL-3.0-or-later
// Words from gaps between glyphs, lines from baselines. Sorting and sweeping only; nothing compares
// all glyphs with all others.
#include "tables/text_layer.h"

#include "text/bidi.h"
#include "text/characters.h"
#include "text/normalize.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace gouji {

namespace {

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

/// Points and vowel signs without a width stand at about the left side of their right-to-left
/// letter: each goes directly behind it, as text has it.
void put_marks_behind_letters(std::vector<Glyph>& band) {
  const auto is_mark = [](const Glyph& g) {
    return is_leftward_mark(g.character) && g.box.width() <= 0;
  };
  for (auto it = std::find_if(band.begin(), band.end(), is_mark); it != band.end();) {
    const auto letter = std::find_if_not(it, band.end(), is_mark);
    if (letter == band.end())
      return;
    const auto first = std::find_if(it, letter, [&](const Glyph& mark) {
      return it == band.begin() ||
             letter->box.x0 - mark.box.x0 < mark.box.x0 - std::prev(it)->box.x0;
    });
    std::rotate(first, letter, letter + 1);
    it = std::find_if(letter + 1, band.end(), is_mark);
  }
}

/// Glyphs of one baseline, sorted from left to right -> words.
void append_words(std::vector<Glyph>& band, std::span<const double> cuts,
                  std::vector<Word>& words) {
  sort_unsorted(band, [](const Glyph& a, const Glyph& b) { return a.box.x0 < b.box.x0; });
  put_marks_behind_letters(band);
  std::u32string text;
  const std::size_t first = words.size();
  const auto close = [&] {
    if (words.size() == first)
      return;
    words.back().leftward = std::ranges::any_of(text, is_leftward);
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

namespace {

/// Chinese set wide to fill a line ("distributed"): at least three single characters, all as far
/// from one another. White space between them is none of the text's.
bool is_distributed(const Line& line) {
  constexpr std::size_t fewest = 3, bytes = 4;
  const std::vector<Word>& words = line.words;
  if (words.size() < fewest || line.turned != 0)
    return false;
  const double step = words[1].box.x0 - words[0].box.x0;
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (words[i].text.size() > bytes || words[i].box.width() < 0.5 * line.font_size ||
        (i > 0 && std::abs(words[i].box.x0 - words[i - 1].box.x0 - step) > 0.1 * line.font_size))
      return false;
    const std::u32string text = to_u32(words[i].text);
    if (text.size() != 1 || !is_wide(text.front()))
      return false;
  }
  return true;
}

} // namespace

std::string text_of(const Line& line) {
  constexpr double letter_spacing = 2; // of the font size: digits set wide are one number
  const bool distributed = is_distributed(line);
  std::string text;
  const Word* before = nullptr;
  for (const Word& w : line.words) {
    if (before && w.spaced && !distributed) {
      const bool two_numbers = line.turned == 0 && is_ascii_digit(before->text.back()) &&
                               is_ascii_digit(w.text.front()) &&
                               w.box.x0 - before->box.x1 > letter_spacing * line.font_size;
      text += two_numbers ? '\t' : ' ';
    }
    text += w.text;
    before = w.text.empty() ? before : &w;
  }
  return std::ranges::any_of(line.words, &Word::leftward) ? to_utf8(logical_order(to_u32(text)))
                                                          : text;
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
