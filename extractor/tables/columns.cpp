// SPDX-License-Identifier: GPL-3.0-or-later
// White strips by a sweep over the segments' ends.
#include "tables/columns.h"

#include <algorithm>
#include <cstddef>

namespace gouji {

namespace {

struct End {
  double x;
  int change;
};

/// Strips that at most `tolerated` of `boxes` cover, between the first and the last that is covered
/// by more.
std::vector<Gutter> white_strips(const std::vector<Rect>& boxes, int tolerated, double narrowest) {
  std::vector<End> ends;
  for (const Rect& box : boxes) {
    ends.push_back({box.x0, 1});
    ends.push_back({box.x1, -1});
  }
  std::sort(ends.begin(), ends.end(), [](const End& a, const End& b) {
    return a.x != b.x ? a.x < b.x : a.change < b.change;
  });
  std::vector<Gutter> strips;
  int depth = 0;
  bool open = false;
  for (const End& e : ends) {
    const bool was = depth <= tolerated;
    depth += e.change;
    const bool is = depth <= tolerated;
    if (!was && is) {
      strips.push_back({e.x, e.x});
      open = true;
    } else if (was && !is && open) {
      strips.back().to = e.x;
      open = false;
    }
  }
  if (open)
    strips.pop_back();
  std::erase_if(strips, [narrowest](const Gutter& g) { return g.to - g.from < narrowest; });
  return strips;
}

/// The first strip that ends right of x.
template <class Strips> auto strip_after(Strips& strips, double x) {
  return std::lower_bound(strips.begin(), strips.end(), x,
                          [](const Gutter& g, double v) { return g.to <= v; });
}

/// Does the box cover most of a strip?
bool crosses(const Rect& box, const std::vector<Gutter>& strips) {
  for (auto s = strip_after(strips, box.x0); s != strips.end() && s->from < box.x1; ++s)
    if (std::min(box.x1, s->to) - std::max(box.x0, s->from) > 0.5 * (s->to - s->from))
      return true;
  return false;
}

bool is_number(const Word& w) {
  return std::any_of(w.text.begin(), w.text.end(), [](char c) { return c >= '0' && c <= '9'; }) &&
         std::none_of(w.text.begin(), w.text.end(), [](char c) {
           return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
                  static_cast<unsigned char>(c) >= 0xE3;
         });
}

/// Puts each gutter's cut where the fewest words lie over it, in the widest such place: header
/// words often reach farther than the columns under them.
void place_cuts(std::vector<Gutter>& gutters, std::span<const Band> bands) {
  std::vector<std::vector<End>> ends(gutters.size());
  for (const Band& band : bands)
    for (const Segment& s : band.segments)
      for (const Word& w : s.words)
        for (auto g = strip_after(gutters, w.box.x0); g != gutters.end() && g->from < w.box.x1;
             ++g) {
          auto& e = ends[static_cast<std::size_t>(g - gutters.begin())];
          e.push_back({std::max(w.box.x0, g->from), 1});
          e.push_back({std::min(w.box.x1, g->to), -1});
        }
  for (std::size_t i = 0; i < gutters.size(); ++i) {
    Gutter& g = gutters[i];
    auto& e = ends[i];
    e.push_back({g.to, 0});
    std::sort(e.begin(), e.end(), [](const End& a, const End& b) {
      return a.x != b.x ? a.x < b.x : a.change < b.change;
    });
    int depth = 0, least = 1 << 30;
    double from = g.from, widest = 0;
    g.at = (g.from + g.to) / 2;
    for (const End& end : e) {
      const double width = end.x - from;
      if (width > 0.3 && (depth < least || (depth == least && width > widest))) {
        least = depth;
        widest = width;
        g.at = (from + end.x) / 2;
      }
      depth += end.change;
      from = end.x;
    }
  }
}

/// Is the band so close to another one that no two lines of a text can be?
bool stands_beside(std::span<const Band> bands, std::size_t i) {
  const double reach = 0.9 * bands[i].font_size;
  return (i > 0 && bands[i].baseline - bands[i - 1].baseline < reach) ||
         (i + 1 < bands.size() && bands[i + 1].baseline - bands[i].baseline < reach);
}

} // namespace

std::vector<Gutter> find_gutters(std::span<const Band> bands) {
  std::vector<Rect> boxes;
  std::vector<Gutter> gaps; // between neighbours of one band
  int rows = 0;
  double size = 0;
  for (std::size_t b = 0; b < bands.size(); ++b) {
    const Band& band = bands[b];
    if (band.segments.size() < 2 && !stands_beside(bands, b))
      continue;
    ++rows;
    size += band.font_size;
    double end = band.box.x0;
    for (const Segment& s : band.segments) {
      // Numbers may stand closer than words of one text do: each is on its own.
      const bool numbers = std::all_of(s.words.begin(), s.words.end(), is_number);
      if (end < s.box.x0)
        gaps.push_back({end, s.box.x0});
      if (!numbers)
        boxes.push_back(s.box);
      for (std::size_t i = 0; numbers && i < s.words.size(); ++i) {
        boxes.push_back(s.words[i].box);
        if (i > 0)
          gaps.push_back({s.words[i - 1].box.x1, s.words[i].box.x0});
      }
      end = s.box.x1;
    }
  }
  if (rows == 0)
    return {};
  const double narrowest = 0.35 * size / rows;
  // One row in four may cross; what does is left out, and then the white must be white.
  std::vector<Gutter> strips = white_strips(boxes, rows / 4, narrowest);
  std::erase_if(boxes, [&strips](const Rect& box) { return crosses(box, strips); });
  strips = white_strips(boxes, 0, narrowest);
  for (const Gutter& gap : gaps)
    for (auto strip = strip_after(strips, gap.from); strip != strips.end() && strip->from < gap.to;
         ++strip)
      if (std::min(gap.to, strip->to) - std::max(gap.from, strip->from) >
          0.6 * std::min(gap.to - gap.from, strip->to - strip->from))
        ++strip->breaks;
  const int least = std::max(1, rows / 12);
  std::erase_if(strips, [least](const Gutter& g) { return g.breaks < least; });
  place_cuts(strips, bands);
  return strips;
}

int column_at(const std::vector<Gutter>& gutters, double x) {
  return static_cast<int>(
      std::upper_bound(gutters.begin(), gutters.end(), x,
                       [](double v, const Gutter& g) { return v < g.middle(); }) -
      gutters.begin());
}

} // namespace gouji
