// SPDX-License-Identifier: GPL-3.0-or-later
// Snapping and joining lines: sort by position, cut into groups, sort each group, join.
#include "tables/rulings.h"

#include <algorithm>
#include <cmath>

namespace gouji {

namespace {

constexpr double shortest = 4; // points: what is left below this is a dash of nothing or a glyph's

/// Joins the pieces of one visual line. `gap`s of a few points close; longer ones do when the line
/// is a chain of dashes, whose gaps are no longer than twice the dashes around them.
void join_pieces(std::vector<Ruling>& pieces, std::vector<Ruling>& lines) {
  std::sort(pieces.begin(), pieces.end(),
            [](const Ruling& a, const Ruling& b) { return a.from < b.from; });
  double weight = 0, position = 0, last_length = 0;
  Ruling line = pieces.front();
  line.to = line.from;
  const auto close = [&] {
    line.position = weight > 0 ? position / weight : line.position;
    if (line.to - line.from >= shortest)
      lines.push_back(line);
  };
  for (const Ruling& piece : pieces) {
    const double length = piece.to - piece.from;
    const double gap = piece.from - line.to;
    const bool dashes =
        last_length < 12 && length < 12 && gap <= 2 * std::max(std::min(last_length, length), 1.0);
    if (weight > 0 && gap > ruling_reach && !dashes) {
      close();
      line = piece;
      line.to = line.from;
      weight = position = 0;
    }
    line.to = std::max(line.to, piece.to);
    line.thickness = std::max(line.thickness, piece.thickness);
    const double w = std::max(length, 0.1);
    weight += w;
    position += w * piece.position;
    last_length = length;
  }
  close();
}

std::vector<Ruling> clean_axis(std::vector<Ruling> rulings) {
  std::sort(rulings.begin(), rulings.end(),
            [](const Ruling& a, const Ruling& b) { return a.position < b.position; });
  std::vector<Ruling> lines, group;
  for (const Ruling& r : rulings) {
    if (!group.empty() && (r.position - group.back().position > ruling_snap / 2 ||
                           r.position - group.front().position > ruling_snap)) {
      join_pieces(group, lines);
      group.clear();
    }
    group.push_back(r);
  }
  if (!group.empty())
    join_pieces(group, lines);
  std::sort(lines.begin(), lines.end(), [](const Ruling& a, const Ruling& b) {
    return a.position != b.position ? a.position < b.position : a.from < b.from;
  });
  return lines;
}

} // namespace

Rulings clean_rulings(const std::vector<Ruling>& rulings) {
  std::vector<Ruling> horizontal, vertical;
  for (const Ruling& r : rulings) {
    if (!std::isfinite(r.position) || !std::isfinite(r.from) || !std::isfinite(r.to) ||
        r.to < r.from)
      continue;
    (r.axis == Axis::horizontal ? horizontal : vertical).push_back(r);
  }
  return {clean_axis(std::move(horizontal)), clean_axis(std::move(vertical))};
}

Rulings shading_sides(const std::vector<Shading>& shadings, double width, double height) {
  std::vector<Ruling> sides;
  for (const Shading& s : shadings) {
    if (s.box.area() > 0.5 * width * height)
      continue;
    sides.push_back({Axis::horizontal, s.box.y0, s.box.x0, s.box.x1, 0});
    sides.push_back({Axis::horizontal, s.box.y1, s.box.x0, s.box.x1, 0});
    sides.push_back({Axis::vertical, s.box.x0, s.box.y0, s.box.y1, 0});
    sides.push_back({Axis::vertical, s.box.x1, s.box.y0, s.box.y1, 0});
  }
  return clean_rulings(sides);
}

} // namespace gouji
