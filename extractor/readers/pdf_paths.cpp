// SPDX-License-Identifier: GPL-3.0-or-later
// Grids in PDFs come in two encodings, stroked lines and thin filled shapes; here both become
// rulings.
#include "readers/pdf_paths.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace gouji {

namespace {

constexpr double thin = 3.0;        ///< points: a filled area up to this is a line
constexpr double dot = 1.5;         ///< points: up to this in both directions, part of any line
constexpr double skew = 0.005;      ///< a line this far off its axis, per point of length, is on it
constexpr double jitter = 0.1;      ///< points: rounding of coordinates
constexpr double filled = 0.9;      ///< share of its box that a shape fills to be drawn as a box
constexpr double background = 0.98; ///< share of the page's width and height
constexpr std::size_t most_corners = 64; ///< of a shape that is taken apart into rectangles
constexpr int coarse = 64;               ///< squares a side when looking what lies under a line

bool is_white(std::uint32_t colour) {
  return (colour >> 16 & 0xFF) >= 0xFA && (colour >> 8 & 0xFF) >= 0xFA && (colour & 0xFF) >= 0xFA;
}

Rect bounds(std::span<const PathPoint> points) {
  Rect box{points[0].x, points[0].y, points[0].x, points[0].y};
  for (const PathPoint& p : points) {
    box.x0 = std::min(box.x0, p.x);
    box.y0 = std::min(box.y0, p.y);
    box.x1 = std::max(box.x1, p.x);
    box.y1 = std::max(box.y1, p.y);
  }
  return box;
}

/// Twice the signed area (shoelace formula), the last point joined to the first and curves cut
/// short.
double doubled_area(std::span<const PathPoint> points) {
  double sum = 0;
  PathPoint before = points.back();
  for (const PathPoint& point : points) {
    if (point.control)
      continue;
    sum += before.x * point.y - point.x * before.y;
    before = point;
  }
  return sum;
}

/// Does every side run along an axis?
bool rectilinear(std::span<const PathPoint> points) {
  for (std::size_t i = 0; i < points.size(); ++i) {
    const PathPoint& a = points[i];
    const PathPoint& b = points[i + 1 < points.size() ? i + 1 : 0];
    if (b.control || (std::abs(a.x - b.x) > jitter && std::abs(a.y - b.y) > jitter))
      return false;
  }
  return true;
}

bool rectangle(std::span<const PathPoint> points) {
  return points.size() >= 4 && points.size() <= 5 && rectilinear(points) &&
         (points.size() == 4 || (std::abs(points[0].x - points[4].x) <= jitter &&
                                 std::abs(points[0].y - points[4].y) <= jitter));
}

bool inside(const Rect& inner, const Rect& outer) {
  return inner.x0 >= outer.x0 && inner.x1 <= outer.x1 && inner.y0 >= outer.y0 &&
         inner.y1 <= outer.y1;
}

} // namespace

void PathSorter::add_ruling(const Ruling& ruling, std::uint32_t colour) {
  (is_white(colour) ? white_ : page_.rulings).push_back(ruling);
}

void PathSorter::add_box(const Rect& whole, const Rect& clip, std::uint32_t colour) {
  if (!(whole.x0 <= clip.x1 && whole.x1 >= clip.x0 && whole.y0 <= clip.y1 && whole.y1 >= clip.y0))
    return; // clipped away (or not a number)
  const Rect box = intersection(whole, clip);
  if (box.width() <= 0 && box.height() <= 0)
    return;
  const bool covers_page =
      box.width() >= background * page_.width && box.height() >= background * page_.height;
  if (!add_line(box, colour) && !covers_page)
    page_.shadings.push_back({box, colour});
}

bool PathSorter::add_line(const Rect& box, std::uint32_t colour) {
  const double w = box.width(), h = box.height();
  const double shorter = std::min(w, h), longer = std::max(w, h);
  const bool is_dot = longer <= dot && longer < 2 * shorter;
  if (!is_dot && !(shorter <= thin && longer >= 2 * shorter))
    return false;
  if (w >= h || is_dot)
    add_ruling({Axis::horizontal, box.center_y(), box.x0, box.x1, h}, colour);
  if (w < h || is_dot)
    add_ruling({Axis::vertical, box.center_x(), box.y0, box.y1, w}, colour);
  return true;
}

void PathSorter::stroke(const Path& path, const Pen& pen, const Rect& clip, std::uint32_t colour) {
  std::size_t begin = 0;
  for (const std::size_t end : path.ends) {
    for (std::size_t i = begin + 1; i < end; ++i) {
      const PathPoint& a = path.points[i - 1];
      const PathPoint& b = path.points[i];
      if (a.control || b.control)
        continue;
      const double dx = std::abs(a.x - b.x), dy = std::abs(a.y - b.y);
      const double half_h = pen.across_horizontal / 2, half_v = pen.across_vertical / 2;
      if (dx >= dy && dy <= skew * dx + jitter) {
        const double y = (a.y + b.y) / 2, more = pen.projecting ? half_v : 0;
        add_box({std::min(a.x, b.x) - more, y - half_h, std::max(a.x, b.x) + more, y + half_h},
                clip, colour);
      } else if (dy > dx && dx <= skew * dy + jitter) {
        const double x = (a.x + b.x) / 2, more = pen.projecting ? half_h : 0;
        add_box({x - half_v, std::min(a.y, b.y) - more, x + half_v, std::max(a.y, b.y) + more},
                clip, colour);
      }
    }
    begin = end;
  }
}

void PathSorter::fill(const Path& path, bool even_odd, const Rect& clip, std::uint32_t colour) {
  std::size_t begin = 0;
  for (std::size_t i = 0; i < path.ends.size(); ++i) {
    const std::size_t end = path.ends[i];
    const std::span points = std::span(path.points).subspan(begin, end - begin);
    begin = end;
    if (points.size() < 3)
      continue;
    // A frame: one rectangle inside another, with a hole between by either filling rule.
    if (i + 1 < path.ends.size() && rectangle(points)) {
      const std::size_t next = path.ends[i + 1];
      const std::span other = std::span(path.points).subspan(end, next - end);
      if (rectangle(other) &&
          (even_odd || (doubled_area(points) > 0) != (doubled_area(other) > 0)) &&
          (inside(bounds(points), bounds(other)) || inside(bounds(other), bounds(points)))) {
        const std::size_t start = end - points.size();
        const std::array<std::size_t, 2> ends{points.size(), next - start};
        fill_rectilinear(std::span(path.points).subspan(start, next - start), ends, clip, colour);
        begin = next;
        ++i;
        continue;
      }
    }
    fill_subpath(points, clip, colour);
  }
}

void PathSorter::fill_subpath(std::span<const PathPoint> points, const Rect& clip,
                              std::uint32_t colour) {
  const Rect box = bounds(points);
  if (rectangle(points)) {
    add_box(box, clip, colour);
    return;
  }
  if (points.size() <= most_corners && rectilinear(points)) {
    const std::array<std::size_t, 1> ends{points.size()};
    fill_rectilinear(points, ends, clip, colour);
    return;
  }
  // A line whose ends are cut at an angle (browsers do so where two borders meet), or a box with
  // rounded corners.
  const Rect seen = intersection(box, clip);
  const double area = box.area();
  if (std::min(seen.width(), seen.height()) <= thin ||
      (area > 0 && std::abs(doubled_area(points)) / 2 >= filled * area))
    add_box(box, clip, colour);
  else
    ++shapes_;
}

/// Cuts the shape into bands between its horizontal sides; in each, the vertical sides that cross
/// the band bound rectangles in pairs (even-odd). Equal rectangles of neighbouring bands are one.
void PathSorter::fill_rectilinear(std::span<const PathPoint> points,
                                  std::span<const std::size_t> ends, const Rect& clip,
                                  std::uint32_t colour) {
  struct Side {
    double x, y0, y1;
  };
  std::vector<Side> sides;
  std::vector<double> levels;
  std::size_t begin = 0;
  for (const std::size_t end : ends) {
    for (std::size_t i = begin; i < end; ++i) {
      const PathPoint& a = points[i];
      const PathPoint& b = points[i + 1 < end ? i + 1 : begin];
      if (std::abs(a.y - b.y) > std::abs(a.x - b.x)) {
        sides.push_back({(a.x + b.x) / 2, std::min(a.y, b.y), std::max(a.y, b.y)});
        levels.push_back(a.y);
        levels.push_back(b.y);
      }
    }
    begin = end;
  }
  std::sort(levels.begin(), levels.end());
  std::sort(sides.begin(), sides.end(), [](const Side& a, const Side& b) { return a.x < b.x; });
  std::vector<Rect> open, next;
  for (std::size_t i = 0; i + 1 < levels.size(); ++i) {
    if (levels[i + 1] - levels[i] <= 1e-6)
      continue;
    const double middle = (levels[i] + levels[i + 1]) / 2;
    const Side* left = nullptr;
    for (const Side& side : sides) {
      if (side.y0 > middle || side.y1 < middle)
        continue;
      if (!left) {
        left = &side;
        continue;
      }
      Rect box{left->x, levels[i], side.x, levels[i + 1]};
      left = nullptr;
      const auto above = std::find_if(open.begin(), open.end(), [&](const Rect& r) {
        return std::abs(r.x0 - box.x0) <= 1e-6 && std::abs(r.x1 - box.x1) <= 1e-6;
      });
      if (above != open.end()) {
        box.y0 = above->y0;
        open.erase(above);
      }
      next.push_back(box);
    }
    for (const Rect& closed : open)
      add_box(closed, clip, colour);
    open.swap(next);
    next.clear();
  }
  for (const Rect& closed : open)
    add_box(closed, clip, colour);
}

void PathSorter::finish() {
  if (white_.empty() || page_.width <= 0 || page_.height <= 0)
    return;
  // White lines between coloured cells are as good as black ones, white lines on white paper are
  // not there. Coarse squares, counted by their differences along both axes, tell which is which in
  // time linear in lines and shadings.
  constexpr std::size_t side = coarse + 1;
  std::array<int, side * side> covered{};
  const auto column = [&](double x) {
    return static_cast<std::size_t>(std::clamp(x / page_.width * coarse, 0.0, coarse - 1.0));
  };
  const auto row = [&](double y) {
    return static_cast<std::size_t>(std::clamp(y / page_.height * coarse, 0.0, coarse - 1.0));
  };
  for (const Shading& shading : page_.shadings) {
    if (is_white(shading.colour))
      continue;
    const std::size_t x0 = column(shading.box.x0), x1 = column(shading.box.x1) + 1;
    const std::size_t y0 = row(shading.box.y0), y1 = row(shading.box.y1) + 1;
    ++covered[y0 * side + x0];
    --covered[y0 * side + x1];
    --covered[y1 * side + x0];
    ++covered[y1 * side + x1];
  }
  for (std::size_t y = 0; y < side; ++y)
    for (std::size_t x = 1; x < side; ++x)
      covered[y * side + x] += covered[y * side + x - 1];
  for (std::size_t y = 1; y < side; ++y)
    for (std::size_t x = 0; x < side; ++x)
      covered[y * side + x] += covered[(y - 1) * side + x];
  for (const Ruling& line : white_) {
    const double middle = (line.from + line.to) / 2;
    const bool flat = line.axis == Axis::horizontal;
    if (covered[row(flat ? line.position : middle) * side + column(flat ? middle : line.position)] >
        0)
      page_.rulings.push_back(line);
  }
  white_.clear();
}

} // namespace gouji
