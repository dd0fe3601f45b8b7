// SPDX-License-Identifier: GPL-3.0-or-later
// Finding the white strip between columns of prose, and cutting the page along it.
#include "tables/zones.h"

#include "tables/bands.h"
#include "tables/runs.h"

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <optional>
#include <utility>

namespace gouji {

namespace {

constexpr int deepest = 3; // a strip within a column within a column
constexpr int fewest = 6;  // lines of prose beside each other that show a strip

/// Text long enough to be a line of prose: many letters, few numbers.
bool is_prose(const Segment& s, double least_width) {
  int letters = 0, others = 0;
  for (const Word& w : s.words)
    for (const char c : w.text) {
      const bool letter =
          (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || static_cast<unsigned char>(c) >= 0xC3;
      ++(letter ? letters : others);
    }
  return s.box.width() >= least_width && letters >= 18 && letters > 4 * others &&
         s.words.size() >= 3;
}

struct Strip {
  double from = 0, to = 0;
  double middle() const { return (from + to) / 2; }
};

/// White between prose, from left to right.
using Gap = std::pair<double, double>;

/// The white between lines of prose beside each other: in one band, or in bands so close that only
/// lines of different columns can be, as where the columns do not keep to common baselines.
std::vector<Gap> gaps_in_prose(const std::vector<Band>& bands, double least_width) {
  constexpr double closer_than_lines = 0.9; // of the font size
  std::vector<Gap> gaps;
  std::vector<const Segment*> before; // prose of the band before
  for (std::size_t i = 0; i < bands.size(); ++i) {
    const Band& band = bands[i];
    std::vector<const Segment*> prose;
    for (std::size_t k = 0; k < band.segments.size(); ++k) {
      const Segment& s = band.segments[k];
      if (!is_prose(s, least_width))
        continue;
      if (k > 0 && !prose.empty() && prose.back() == &band.segments[k - 1])
        gaps.emplace_back(prose.back()->box.x1, s.box.x0);
      prose.push_back(&s);
    }
    const bool close =
        i > 0 && band.baseline - bands[i - 1].baseline <
                     closer_than_lines * std::min(band.font_size, bands[i - 1].font_size);
    if (close && before.size() == 1 && prose.size() == 1) {
      const auto [left, right] =
          std::minmax(before.front()->box, prose.front()->box,
                      [](const Rect& u, const Rect& v) { return u.x0 < v.x0; });
      if (left.x1 < right.x0)
        gaps.emplace_back(left.x1, right.x0);
    }
    before = std::move(prose);
  }
  return gaps;
}

/// Where prose stands on both sides of the page but tables and pictures beside it: white that
/// hardly any line of prose crosses, with enough of them that end before it and begin after it.
std::optional<Strip> find_strip_between_sides(const std::vector<Band>& bands, const Rect& box) {
  constexpr std::size_t crossing_share = 10; // at most one line in so many
  std::vector<double> begins, ends;
  for (const Band& b : bands)
    for (const Segment& s : b.segments)
      if (is_prose(s, 0.2 * box.width())) {
        begins.push_back(s.box.x0);
        ends.push_back(s.box.x1);
      }
  std::sort(begins.begin(), begins.end());
  std::sort(ends.begin(), ends.end());
  std::optional<Strip> best;
  std::size_t most = static_cast<std::size_t>(fewest) - 1;
  for (std::size_t left = 1; left <= ends.size(); ++left) {
    const double x = ends[left - 1];
    const auto after = std::upper_bound(begins.begin(), begins.end(), x);
    const auto right = static_cast<std::size_t>(begins.end() - after);
    if (std::min(left, right) > most &&
        (ends.size() - left - right) * crossing_share <= ends.size()) {
      most = std::min(left, right);
      best = {x, *after};
    }
  }
  return best;
}

/// The x that most pairs of prose lines leave white between them.
std::optional<Strip> find_strip(const std::vector<Band>& bands, const Rect& box) {
  std::vector<std::pair<double, int>> ends;
  for (const Gap& gap : gaps_in_prose(bands, 0.2 * box.width())) {
    ends.emplace_back(gap.first, 1);
    ends.emplace_back(gap.second, -1);
  }
  std::sort(ends.begin(), ends.end());
  int depth = 0, most = 0;
  Strip strip;
  for (std::size_t i = 0; i < ends.size(); ++i) {
    depth += ends[i].second;
    if (depth > most) {
      most = depth;
      strip = {ends[i].first, i + 1 < ends.size() ? ends[i + 1].first : ends[i].first};
    }
  }
  return most < fewest ? find_strip_between_sides(bands, box) : strip;
}

bool crosses(const Line& line, double x) {
  return std::any_of(line.words.begin(), line.words.end(),
                     [x](const Word& w) { return w.box.x0 < x - 0.5 && w.box.x1 > x + 0.5; });
}

/// Does text reach over x without a gap wider than a space?
bool runs_over(const Line& line, double x) {
  for (std::size_t i = 1; i < line.words.size(); ++i) {
    const Word& a = line.words[i - 1];
    const Word& b = line.words[i];
    if (a.box.center_x() < x && b.box.center_x() > x)
      return b.box.x0 - a.box.x1 < 0.6 * line.font_size;
  }
  return crosses(line, x);
}

Line part_of(const Line& line, double x, bool left) {
  Line part;
  part.baseline = line.baseline;
  part.turned = line.turned;
  for (const Word& w : line.words)
    if ((w.box.center_x() < x) == left) {
      part.words.push_back(w);
      part.box = united(part.box, w.box);
      part.font_size = std::max(part.font_size, w.font_size);
    }
  if (!part.words.empty())
    part.words.front().spaced = false;
  return part;
}

void split(std::vector<Line> lines, const Rect& box, int depth, std::vector<Zone>& zones) {
  const auto strip = depth < deepest ? find_strip(make_bands(lines), box) : std::nullopt;
  if (!strip) {
    zones.push_back({box, std::move(lines)});
    return;
  }
  const double x = strip->middle();
  double top = box.y0;
  std::size_t i = 0;
  while (i < lines.size()) {
    const bool over = runs_over(lines[i], x);
    std::size_t end = i;
    while (end < lines.size() && runs_over(lines[end], x) == over)
      ++end;
    const auto first = lines.begin() + static_cast<std::ptrdiff_t>(i);
    const auto last = lines.begin() + static_cast<std::ptrdiff_t>(end);
    double bottom = end == lines.size() ? box.y1 : top;
    for (auto it = first; it != last; ++it)
      bottom = std::max(bottom, it->box.y1);
    std::vector<Line> left, right;
    for (auto it = first; !over && it != last; ++it) {
      Line l = part_of(*it, x, true), r = part_of(*it, x, false);
      if (!l.words.empty())
        left.push_back(std::move(l));
      if (!r.words.empty())
        right.push_back(std::move(r));
    }
    if (over || left.size() < 2 || right.size() < 2) {
      zones.push_back({{box.x0, top, box.x1, bottom}, std::vector<Line>(first, last)});
    } else {
      split(std::move(left), {box.x0, top, x, bottom}, depth + 1, zones);
      split(std::move(right), {x, top, box.x1, bottom}, depth + 1, zones);
    }
    top = bottom;
    i = end;
  }
}

} // namespace

std::vector<Zone> split_zones(std::vector<Line> lines, double width, double height) {
  std::vector<Line> turned;
  std::erase_if(lines, [&turned](Line& line) {
    if (line.turned == 0)
      return false;
    turned.push_back(std::move(line));
    return true;
  });
  std::vector<Zone> zones;
  split(std::move(lines), {0, 0, width, height}, 0, zones);
  if (zones.empty())
    zones.push_back({{0, 0, width, height}, {}});
  std::move(turned.begin(), turned.end(), std::back_inserter(zones.back().lines));
  return zones;
}

std::vector<Zone> carve_ruled_zones(Zone& zone, const std::vector<Ruling>& horizontal) {
  std::vector<Zone> carved;
  for (const Chain& chain : rule_chains(rule_levels(horizontal))) {
    const Rect box{chain.x0, chain.ys.front(), chain.x1, chain.ys.back()};
    std::vector<Line> inside, outside;
    bool beside = false;
    for (const Line& line : zone.lines) {
      const double y = line.box.center_y(), reach = line.font_size;
      const bool over = runs_over(line, box.x0 - 1) || runs_over(line, box.x1 + 1);
      if (line.turned != 0 || y < box.y0 || y > box.y1 || over) {
        outside.push_back(line);
        continue;
      }
      Line left = part_of(line, box.x0 - 0.2 * reach, true);
      Line rest = part_of(line, box.x0 - 0.2 * reach, false);
      Line right = part_of(rest, box.x1 + 0.2 * reach, false);
      rest = part_of(rest, box.x1 + 0.2 * reach, true);
      beside = beside || (!rest.words.empty() && (!left.words.empty() || !right.words.empty()));
      if (!rest.words.empty())
        inside.push_back(std::move(rest));
      for (Line* part : {&left, &right})
        if (!part->words.empty())
          outside.push_back(std::move(*part));
    }
    if (!beside || inside.size() < 3)
      continue;
    zone.lines = std::move(outside);
    carved.push_back({box, std::move(inside)});
  }
  return carved;
}

} // namespace gouji
