// SPDX-License-Identifier: GPL-3.0-or-later
// Plane geometry in points (1/72 inch), origin at the page's top-left corner, y down.
#pragma once

#include <algorithm>

namespace gouji {

enum class Axis { horizontal, vertical };

/// A box with x0 <= x1 and y0 <= y1. The default is empty at the origin.
struct Rect {
  double x0 = 0, y0 = 0, x1 = 0, y1 = 0;

  double width() const { return x1 - x0; }
  double height() const { return y1 - y0; }
  double area() const { return width() * height(); }
  double center_x() const { return (x0 + x1) / 2; }
  double center_y() const { return (y0 + y1) / 2; }
  bool empty() const { return x0 >= x1 || y0 >= y1; }
  bool contains(double x, double y) const { return x0 <= x && x < x1 && y0 <= y && y < y1; }

  bool operator==(const Rect&) const = default;
};

/// The part both boxes share; empty (but valid) when they do not meet.
inline Rect intersection(const Rect& a, const Rect& b) {
  const double x0 = std::max(a.x0, b.x0), y0 = std::max(a.y0, b.y0);
  return {x0, y0, std::max(x0, std::min(a.x1, b.x1)), std::max(y0, std::min(a.y1, b.y1))};
}

/// The smallest box around both; a default Rect counts as "nothing yet".
inline Rect united(const Rect& a, const Rect& b) {
  if (a == Rect{})
    return b;
  if (b == Rect{})
    return a;
  return {std::min(a.x0, b.x0), std::min(a.y0, b.y0), std::max(a.x1, b.x1), std::max(a.y1, b.y1)};
}

} // namespace gouji
