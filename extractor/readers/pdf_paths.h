// SPDX-License-Identifier: GPL-3.0-or-later
// Sorts what is stroked and filled on a page into rulings and shadings. Plain geometry in page
// coordinates; the file format stays outside.
#pragma once

#include "document/document.h"

#include <cstdint>
#include <span>
#include <vector>

namespace gouji {

/// A point of a path; `control` marks the control points of a curve.
struct PathPoint {
  double x = 0, y = 0;
  bool control = false;
};

/// Points of all subpaths, one after the other; ends[i] is one past the last point of subpath i.
struct Path {
  std::vector<PathPoint> points;
  std::vector<std::size_t> ends;

  void clear() {
    points.clear();
    ends.clear();
  }
};

/// How wide a stroke is: the pen may be wider in one direction than in the other.
struct Pen {
  double across_horizontal = 0; ///< thickness of a horizontal line
  double across_vertical = 0;   ///< thickness of a vertical line
  bool projecting = false;      ///< lines end half their thickness beyond their ends
};

/// Collects the lines and areas of one page. Every ruling is cut to the clip box it was drawn
/// under; a line that is clipped away is none.
class PathSorter {
public:
  /// Collects into `page`, whose width and height are set.
  explicit PathSorter(Page& page) : page_(page) {}

  /// The straight parts of the path that lie along an axis; a dashed line is one line.
  void stroke(const Path& path, const Pen& pen, const Rect& clip, std::uint32_t colour);
  /// Thin areas are rulings, larger rectangular ones shadings; an area that covers the whole page
  /// is its background and left out, as is any other shape.
  void fill(const Path& path, bool even_odd, const Rect& clip, std::uint32_t colour);
  /// Takes the box as a line when it is thin enough for one; says whether it was.
  bool add_line(const Rect& box, std::uint32_t colour = 0);
  /// To be called once after the last path: decides which white lines are seen.
  void finish();

  std::size_t count() const { return page_.rulings.size() + page_.shadings.size() + white_.size(); }
  /// Filled areas that were neither: outlines of letters, say.
  std::size_t shapes() const { return shapes_; }

private:
  void add_box(const Rect& box, const Rect& clip, std::uint32_t colour);
  void add_ruling(const Ruling& ruling, std::uint32_t colour);
  void fill_rectilinear(std::span<const PathPoint> points, std::span<const std::size_t> ends,
                        const Rect& clip, std::uint32_t colour);
  void fill_subpath(std::span<const PathPoint> points, const Rect& clip, std::uint32_t colour);

  Page& page_;
  std::vector<Ruling> white_;
  std::size_t shapes_ = 0;
};

} // namespace gouji
