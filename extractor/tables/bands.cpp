// SPDX-License-Identifier: GPL-3.0-or-later
// Grouping lines by height and cutting them at wide gaps.
#include "tables/bands.h"

#include <algorithm>
#include <utility>

namespace gouji {

namespace {

/// A gap that parts cells: wider than justified text stretches its spaces, in parts of an em.
constexpr double cell_gap = 0.8;

bool side_by_side(const Line& a, const Line& b) {
  const double size = std::min(a.font_size, b.font_size);
  if (b.baseline - a.baseline > 0.45 * size)
    return false;
  // Both are sorted from left to right.
  auto i = a.words.begin();
  auto j = b.words.begin();
  while (i != a.words.end() && j != b.words.end()) {
    if (std::min(i->box.x1, j->box.x1) - std::max(i->box.x0, j->box.x0) > 0.5)
      return false;
    if (i->box.x1 < j->box.x1)
      ++i;
    else
      ++j;
  }
  return true;
}

Band band_of(Line line) {
  Band band;
  band.baseline = line.baseline;
  band.font_size = line.font_size;
  band.box = line.box;
  for (Word& w : line.words) {
    const double gap = band.segments.empty() ? 0 : w.box.x0 - band.segments.back().box.x1;
    if (band.segments.empty() || gap > cell_gap * std::min(w.font_size, line.font_size)) {
      band.segments.emplace_back();
      w.spaced = false;
    }
    Segment& s = band.segments.back();
    s.box = united(s.box, w.box);
    s.words.push_back(std::move(w));
  }
  return band;
}

bool is_typed_rule(const Word& w) {
  constexpr std::size_t shortest = 8;
  const char c = w.text.front();
  return w.text.size() >= shortest && (c == '-' || c == '_' || c == '=') &&
         w.text.find_first_not_of(c) == std::string::npos;
}

} // namespace

void take_typed_rules(std::vector<Line>& lines, std::vector<Ruling>& rulings) {
  std::erase_if(lines, [&](const Line& line) {
    if (line.turned != 0 || !std::all_of(line.words.begin(), line.words.end(), is_typed_rule))
      return false;
    for (const Word& w : line.words)
      rulings.push_back({Axis::horizontal, line.box.center_y(), w.box.x0, w.box.x1, 1});
    return true;
  });
}

std::vector<Band> make_bands(const std::vector<Line>& lines) {
  std::vector<Line> rows;
  for (const Line& line : lines) {
    if (line.turned != 0)
      continue;
    if (!rows.empty() && side_by_side(rows.back(), line)) {
      Line& row = rows.back();
      row.words.insert(row.words.end(), line.words.begin(), line.words.end());
      std::stable_sort(row.words.begin(), row.words.end(),
                       [](const Word& a, const Word& b) { return a.box.x0 < b.box.x0; });
      row.box = united(row.box, line.box);
      row.font_size = std::max(row.font_size, line.font_size);
      row.baseline = line.baseline;
      continue;
    }
    rows.push_back(line);
  }
  std::vector<Band> bands;
  bands.reserve(rows.size());
  for (Line& row : rows)
    bands.push_back(band_of(std::move(row)));
  return bands;
}

double RuleLevel::coverage(double x0, double x1) const {
  double covered = 0, reached = x0;
  for (const Ruling& r : parts) {
    const double from = std::max(r.from, reached), to = std::min(r.to, x1);
    if (to > from) {
      covered += to - from;
      reached = to;
    }
  }
  return x1 > x0 ? covered / (x1 - x0) : 0;
}

std::vector<RuleLevel> rule_levels(std::vector<Ruling> horizontal) {
  std::sort(horizontal.begin(), horizontal.end(),
            [](const Ruling& a, const Ruling& b) { return a.position < b.position; });
  std::vector<RuleLevel> levels;
  for (const Ruling& r : horizontal) {
    if (levels.empty() || r.position - levels.back().y > ruling_snap)
      levels.push_back({r.position, {}});
    levels.back().parts.push_back(r);
  }
  for (RuleLevel& level : levels)
    std::sort(level.parts.begin(), level.parts.end(),
              [](const Ruling& a, const Ruling& b) { return a.from < b.from; });
  return levels;
}

} // namespace gouji
