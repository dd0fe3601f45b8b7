// SPDX-License-Identifier: GPL-3.0-or-later
// Scales and bars by sorting; what overlaps is one chart.
#include "tables/charts.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <span>
#include <tuple>

namespace gouji {

namespace {

// Points. Ticks are shorter than the lowest text; what stands on a line may miss it by a hair.
constexpr double shortest_tick = 2, longest_tick = 10, touch = 1.2;
// Beside a plot: a number and what it counts; below it: a line of labels; half of a label stands
// beyond the last tick.
constexpr double scale = 28, below = 20, half_label = 8;
constexpr std::size_t fewest_ticks = 4, fewest_bars = 4;

/// A short stroke seen from the line it ends on.
struct Tick {
  double axis;   ///< where that line is
  double length; ///< negative when the stroke lies left of it or above it
  double at;     ///< along the line
};

/// The lines near `position`, few enough to look at each.
std::span<const Ruling> lines_near(const std::vector<Ruling>& lines, double position,
                                   double reach) {
  constexpr std::ptrdiff_t most = 64;
  const auto first = std::partition_point(
      lines.begin(), lines.end(), [&](const Ruling& r) { return r.position < position - reach; });
  auto last = first;
  while (last != lines.end() && last->position <= position + reach && last - first < most)
    ++last;
  return {first, last};
}

/// Does a stroke end in nothing? Between the two lines of a double border, short strokes join both.
bool is_free(const Tick& tick, const std::vector<Ruling>& along,
             const std::vector<Ruling>& across) {
  const double end = tick.axis + tick.length;
  for (const Ruling& r : lines_near(across, tick.at, ruling_snap / 2))
    if (tick.length < 0 ? r.from < end - touch && r.to > end - touch
                        : r.to > end + touch && r.from < end + touch)
      return false;
  return std::ranges::none_of(lines_near(along, end, touch / 2), [&](const Ruling& r) {
    return r.from < tick.at - touch && r.to > tick.at + touch;
  });
}

struct Letter {
  double x, y; ///< its middle
};

/// From the top of the page down.
std::vector<Letter> letters_of(const Page& page) {
  std::vector<Letter> letters;
  for (const Glyph& g : page.glyphs)
    if (g.box.area() > 0)
      letters.push_back({(g.box.x0 + g.box.x1) / 2, (g.box.y0 + g.box.y1) / 2});
  std::ranges::sort(letters, {}, &Letter::y);
  return letters;
}

/// Is something written at the ends of the ticks, for one in three at least? What a page break
/// leaves of a table's columns above its first line is as short, as even and as free, but bare.
bool is_labelled(std::span<const Tick> ticks, const std::vector<Letter>& letters, Axis direction) {
  const bool upright = direction == Axis::vertical;
  const bool before = ticks.front().length < 0;
  const double end = ticks.front().axis + ticks.front().length;
  const double room = upright ? scale : below;
  const double from = before ? end - room : end, to = before ? end : end + room;
  const double low = ticks.front().at - half_label, high = ticks.back().at + half_label;
  const double top = upright ? low : from, bottom = upright ? high : to;
  std::vector<bool> labelled(ticks.size());
  const double step = (ticks.back().at - ticks.front().at) / static_cast<double>(ticks.size() - 1);
  for (auto letter = std::ranges::lower_bound(letters, top, {}, &Letter::y);
       letter != letters.end() && letter->y <= bottom; ++letter) {
    const double across = upright ? letter->x : letter->y, at = upright ? letter->y : letter->x;
    if (across < from || across > to || at < low || at > high)
      continue;
    const double nearest = std::round((at - ticks.front().at) / step);
    labelled[static_cast<std::size_t>(
        std::clamp(nearest, 0.0, static_cast<double>(ticks.size() - 1)))] = true;
  }
  return 3 * std::ranges::count(labelled, true) >= static_cast<std::ptrdiff_t>(ticks.size());
}

/// The axis and what begins on it: `along` are the lines of the axis' direction, `across` those of
/// the ticks'. Empty when no line carries the ticks.
Diagram chart_of_scale(std::span<const Tick> ticks, const std::vector<Ruling>& along,
                       const std::vector<Ruling>& across, Axis direction) {
  const double axis = ticks.front().axis, low = ticks.front().at, high = ticks.back().at;
  bool carried = false;
  for (const Ruling& r : lines_near(along, axis, touch))
    carried = carried || (r.from < low + touch && r.to > high - touch &&
                          std::abs(axis + ticks.front().length - r.position) > shortest_tick);
  if (!carried || !is_free(ticks.front(), along, across) || !is_free(ticks.back(), along, across) ||
      !is_free(ticks[ticks.size() / 2], along, across))
    return {};
  // The plot is what lines that begin on the axis, at its ticks or ends, reach.
  double far = axis;
  for (const double y : {low, high, ticks[ticks.size() / 2].at})
    for (const Ruling& r : lines_near(across, y, 2 * touch))
      if (r.from < axis + 2 * longest_tick && r.to > axis - 2 * longest_tick)
        far = ticks.front().length < 0 ? std::max(far, r.to) : std::min(far, r.from);
  const double near = std::min(axis, far), end = std::max(axis, far);
  const bool before = ticks.front().length < 0; // the labels are left of the axis, or above it
  const double b0 = before ? near - scale : near, b1 = before ? end : end + scale;
  // Below a plot stands the other scale, with or without ticks.
  if (direction == Axis::vertical)
    return {{near, low, end, high}, {b0, low - half_label, b1, high + below}};
  return {{low, near, high, end}, {low - half_label, b0, high + half_label, b1}};
}

/// Scales on lines along `direction`.
void add_scales(const Page& page, const std::vector<Letter>& letters, const Rulings& rulings,
                Axis direction, std::vector<Diagram>& charts) {
  std::vector<Tick> ticks;
  for (const Ruling& r : page.rulings) {
    const double length = r.to - r.from;
    // The corner of a border is as long as it is thick.
    if (r.axis == direction || length < std::max(shortest_tick, 1.5 * r.thickness) ||
        length > longest_tick)
      continue;
    ticks.push_back({r.from, length, r.position});
    ticks.push_back({r.to, -length, r.position});
  }
  const bool upright = direction == Axis::vertical;
  const auto& along = upright ? rulings.vertical : rulings.horizontal;
  const auto& across = upright ? rulings.horizontal : rulings.vertical;
  std::ranges::sort(ticks, [](const Tick& a, const Tick& b) { return a.axis < b.axis; });
  for (auto first = ticks.begin(); first != ticks.end();) {
    const auto last = std::find_if(first, ticks.end(),
                                   [&](const Tick& t) { return t.axis - first->axis > touch / 2; });
    std::sort(first, last, [](const Tick& a, const Tick& b) {
      return std::tuple(std::lround(2 * a.length), a.at) <
             std::tuple(std::lround(2 * b.length), b.at);
    });
    std::vector<Tick> run;
    const auto close = [&] {
      if (run.size() >= fewest_ticks)
        if (const Diagram c = chart_of_scale(run, along, across, direction);
            !c.labels.empty() && is_labelled(run, letters, direction))
          charts.push_back(c);
      run.clear();
    };
    for (auto t = first; t != last; ++t) {
      if (!run.empty()) {
        const double step = t->at - run.back().at;
        const double usual = run.size() > 1 ? run[1].at - run[0].at : step;
        if (std::lround(2 * t->length) == std::lround(2 * run.back().length) && step < touch / 2)
          continue; // drawn twice
        if (std::abs(step - usual) > std::max(touch, 0.04 * usual) ||
            step < 2 * std::abs(t->length)) {
          const Tick before = run.back();
          const bool pair = run.size() > 1 && step > 2 * std::abs(t->length);
          close();
          if (pair)
            run.push_back(before);
        }
      }
      run.push_back(*t);
    }
    close();
    first = last;
  }
}

void add_bars(const Page& page, std::vector<Diagram>& charts) {
  std::vector<Rect> fills;
  for (const Shading& s : page.shadings)
    if (s.box.width() > 2 && s.box.area() < 0.2 * page.width * page.height)
      fills.push_back(s.box);
  std::ranges::sort(fills, [](const Rect& a, const Rect& b) { return a.y1 < b.y1; });
  for (auto first = fills.begin(); first != fills.end();) {
    const auto last =
        std::find_if(first, fills.end(), [&](const Rect& f) { return f.y1 - first->y1 > touch; });
    std::sort(first, last, [](const Rect& a, const Rect& b) { return a.x0 < b.x0; });
    std::vector<Rect> row;
    const auto close = [&] {
      std::vector<double> tops;
      Rect box;
      for (const Rect& r : row) {
        tops.push_back(r.y0);
        box = united(box, r);
      }
      std::ranges::sort(tops);
      std::size_t heights = tops.empty() ? 0 : 1;
      for (std::size_t i = 1; i < tops.size(); ++i)
        heights += tops[i] - tops[i - 1] > 2 ? 1 : 0;
      if (row.size() >= fewest_bars && heights >= 3)
        charts.push_back(
            {box, {box.x0 - scale, box.y0 - half_label, box.x1 + half_label, box.y1 + below}});
      row.clear();
    };
    for (auto f = first; f != last; ++f) {
      if (!row.empty()) {
        const double gap = f->x0 - row.back().x1;
        if (gap < -touch && std::abs(f->x0 - row.back().x0) < touch)
          continue; // painted over
        if (std::abs(f->width() - row.front().width()) > touch || gap < 0.1 * f->width() ||
            gap > 6 * f->width())
          close();
      }
      row.push_back(*f);
    }
    close();
    first = last;
  }
}

} // namespace

std::vector<Diagram> find_charts(const Page& page, const Rulings& rulings) {
  std::vector<Diagram> found;
  const std::vector<Letter> letters = letters_of(page);
  add_scales(page, letters, rulings, Axis::vertical, found);
  add_scales(page, letters, rulings, Axis::horizontal, found);
  add_bars(page, found);
  std::ranges::sort(found,
                    [](const Diagram& a, const Diagram& b) { return a.labels.y0 < b.labels.y0; });
  std::vector<Diagram> charts;
  for (const Diagram& c : found) {
    const auto same = std::ranges::find_if(charts, [&](const Diagram& other) {
      return !intersection(c.labels, other.labels).empty();
    });
    if (same == charts.end()) {
      charts.push_back(c);
      continue;
    }
    same->plot = united(same->plot, c.plot);
    same->labels = united(same->labels, c.labels);
  }
  return charts;
}

bool is_chart(const std::vector<Diagram>& charts, const Rect& box) {
  double covered = 0; // lines may run through charts beside each other
  for (const Diagram& c : charts)
    covered += intersection(c.labels, box).area();
  return covered > 0.5 * box.area();
}

} // namespace gouji
