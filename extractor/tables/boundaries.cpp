// SPDX-License-Identifier: GPL-3.0-or-later
// For each side of each cell the evidence is looked up, and sides of one kind in a row become one
// boundary.
#include "tables/boundaries.h"

#include "tables/mesh.h"
#include "tables/messages.h"
#include "tables/plausibility.h"
#include "tables/rulings.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>

namespace gouji {

namespace {

/// Lines of one direction with a share of each strip of an edge.
class Lines {
public:
  explicit Lines(std::vector<Ruling> lines) : lines_(std::move(lines)) {}

  /// How much of from .. to is drawn near `position`, 0 to 1; `thickness` is raised to theirs.
  double share(double position, double from, double to, double& thickness) const {
    auto r = std::partition_point(lines_.begin(), lines_.end(), [&](const Ruling& line) {
      return line.position < position - ruling_snap;
    });
    double drawn = 0;
    for (; r != lines_.end() && r->position <= position + ruling_snap; ++r)
      if (const double shared = std::min(to, r->to) - std::max(from, r->from); shared > 0) {
        drawn += shared;
        thickness = std::max(thickness, r->thickness);
      }
    return to > from ? std::min(1.0, drawn / (to - from)) : 0;
  }
  const std::vector<Ruling>& all() const { return lines_; }

private:
  std::vector<Ruling> lines_;
};

/// One strip of an edge.
struct Side {
  Support support = Support::none;
  double share = 0, thickness = 0;
};

/// The text on both sides of a stretch.
struct Beside {
  double left_end = -1e9, right_begin = 1e9; ///< the ink next to it
  std::vector<double> gaps;
  std::vector<double> begins, ends, middles; ///< of the texts right of it
  int strips = 0, cuts = 0;
};

Beside look_beside(const Mesh& mesh, std::size_t edge, std::size_t first, std::size_t last) {
  Beside b;
  int before = -2, after = -2;
  for (std::size_t r = first; r <= last; ++r) {
    ++b.strips;
    const int l = edge > 0 ? mesh.at(r, edge - 1) : -1;
    const int n = edge < mesh.columns() ? mesh.at(r, edge) : -1;
    b.cuts += edge > 0 ? mesh.cuts[r * mesh.columns() + edge - 1] : 0;
    if (l == before && n == after)
      continue;
    const bool inked_left = l >= 0 && mesh.ink[static_cast<std::size_t>(l)].size > 0;
    const bool inked_right = n >= 0 && mesh.ink[static_cast<std::size_t>(n)].size > 0;
    if (inked_left && l != before)
      b.left_end = std::max(b.left_end, mesh.ink[static_cast<std::size_t>(l)].box.x1);
    if (inked_right && n != after) {
      const Rect& box = mesh.ink[static_cast<std::size_t>(n)].box;
      b.right_begin = std::min(b.right_begin, box.x0);
      b.begins.push_back(box.x0);
      b.ends.push_back(box.x1);
      b.middles.push_back(box.center_x());
    }
    if (inked_left && inked_right)
      b.gaps.push_back(mesh.ink[static_cast<std::size_t>(n)].box.x0 -
                       mesh.ink[static_cast<std::size_t>(l)].box.x1);
    before = l;
    after = n;
  }
  return b;
}

/// Judges a stretch that no line shows. Between rows, white is what leading leaves: less is needed.
void judge_white(const Mesh& mesh, const Beside& b, bool outer, Boundary& boundary) {
  if (outer) {
    boundary.confidence = 0.9;
    boundary.why = fill(phrases::text_ends);
    return;
  }
  const double white = b.right_begin - b.left_end;
  const double aligned = alignment(b.begins, b.ends, b.middles, mesh.size);
  const double em = white / mesh.size;
  if (b.gaps.empty()) {
    boundary.support = Support::white;
    boundary.confidence = 0.5;
    boundary.why = fill(phrases::nothing_to_part);
    return;
  }
  const double enough = boundary.column ? 0.5 : 0.15; // em
  const auto parts = b.gaps.size();
  boundary.support = em >= enough / 2                    ? Support::white
                     : aligned >= 0.6 && boundary.column ? Support::alignment
                                                         : Support::none;
  boundary.confidence = 0.45 + 0.3 * std::clamp(em / (2 * enough), 0.0, 1.0) +
                        0.1 * std::min(1.0, static_cast<double>(parts) / 4) +
                        0.1 * (boundary.column ? aligned : 1.0);
  boundary.why = boundary.column
                     ? fill(phrases::white_between_columns, fmt::format("{:.1f}", white), parts,
                            std::lround(100 * aligned))
                     : fill(phrases::white_between_rows, fmt::format("{:.1f}", white), parts);
}

Side side_at(const Mesh& mesh, const Lines& lines, const Lines& backgrounds, std::size_t edge,
             std::size_t row) {
  Side side;
  const double x = mesh.xs[edge], from = mesh.ys[row], to = mesh.ys[row + 1];
  constexpr double enough = 0.5;
  side.share = lines.share(x, from, to, side.thickness);
  side.support = side.share >= enough ? Support::line : Support::none;
  if (side.support == Support::none) {
    double none = 0;
    const double shaded = backgrounds.share(x, from, to, none);
    if (shaded >= enough) {
      side.support = Support::background;
      side.share = shaded;
    }
  }
  return side;
}

/// Which way the table's columns and rows run on the page.
struct Direction {
  bool columns_across = true; ///< columns are parted by upright edges
  bool columns_back = false, rows_back = false;
};

Direction direction_of(const Table& table) {
  Direction d;
  const Cell& corner = table.cells.front();
  const Rect& first = corner.origin.box;
  for (const Cell& cell : table.cells) {
    const bool beside = cell.row == 0 && cell.column > 0;
    const bool below = cell.column == 0 && cell.row > 0;
    if (!beside && !below)
      continue;
    const Rect& box = cell.origin.box;
    constexpr double hair = 0.5;
    const bool down = box.y0 > first.y1 - hair, up = box.y1 < first.y0 + hair;
    const bool back = up || (!down && box.x1 < first.x0 + hair);
    d.columns_across = (up || down) == below;
    (beside ? d.columns_back : d.rows_back) = back;
  }
  return d;
}

/// Everything an edge of the mesh needs to become boundaries.
struct Work {
  const Mesh& mesh;
  const Lines& lines;
  const Lines& backgrounds;
  bool transpose, column, back, along_back;
};

Boundary boundary_at(const Work& w, std::size_t edge, std::size_t first, std::size_t last) {
  const Mesh& mesh = w.mesh;
  const auto number = [](std::size_t i, std::size_t count, bool back) {
    return static_cast<int>(back ? count - i : i);
  };
  Boundary b;
  b.column = w.column;
  b.index = number(edge, mesh.columns(), w.back);
  b.first = number(w.along_back ? last + 1 : first, mesh.rows(), w.along_back);
  b.last = number(w.along_back ? first + 1 : last, mesh.rows(), w.along_back);
  b.line = {mesh.xs[edge], mesh.ys[first], mesh.xs[edge], mesh.ys[last + 1]};
  if (w.transpose)
    b.line = transposed(b.line);
  return b;
}

void add_stretch(const Work& w, std::size_t edge, std::size_t first, std::size_t last, Side side,
                 std::vector<Boundary>& out) {
  const Mesh& mesh = w.mesh;
  Boundary b = boundary_at(w, edge, first, last);
  const bool outer = edge == 0 || edge == mesh.columns();
  const Beside beside = look_beside(mesh, edge, first, last);
  b.support = side.support;
  if (side.support == Support::line) {
    b.confidence = 0.9 + 0.09 * side.share;
    b.why = fill(phrases::line_drawn, std::lround(100 * side.share),
                 fmt::format("{:.1f}", side.thickness));
  } else if (side.support == Support::background) {
    b.confidence = 0.8 + 0.1 * side.share;
    b.why = fill(phrases::background_ends, std::lround(100 * side.share));
  } else {
    judge_white(mesh, beside, outer, b);
  }
  if (beside.cuts > 0 && !outer) {
    b.confidence *= 1 / (1 + static_cast<double>(beside.cuts) / beside.strips);
    b.why = fill(phrases::with_cuts, b.why, beside.cuts);
  }
  out.push_back(std::move(b));
}

void add_boundaries(const Work& w, std::vector<Boundary>& out) {
  const Mesh& mesh = w.mesh;
  for (std::size_t edge = 0; edge <= mesh.columns(); ++edge) {
    std::size_t first = 0;
    Side run;
    bool open = false;
    const auto close = [&](std::size_t end) {
      if (!open)
        return;
      run.share /= static_cast<double>(end - first);
      add_stretch(w, edge, first, end - 1, run, out);
      open = false;
    };
    for (std::size_t r = 0; r < mesh.rows(); ++r) {
      const int left = edge > 0 ? mesh.at(r, edge - 1) : -1;
      const int right = edge < mesh.columns() ? mesh.at(r, edge) : -1;
      if (left == right) {
        close(r);
        continue;
      }
      const Side side = side_at(mesh, w.lines, w.backgrounds, edge, r);
      if (open && side.support != run.support)
        close(r);
      if (!open) {
        first = r;
        run = side;
        open = true;
      } else {
        run.share += side.share;
        run.thickness = std::max(run.thickness, side.thickness);
      }
    }
    close(mesh.rows());
  }
}

/// Lines inside cells that no edge follows.
void add_lost_lines(const Work& w, std::vector<Boundary>& out) {
  const Mesh& mesh = w.mesh;
  constexpr double shortest = 12; // points
  for (const Ruling& r : w.lines.all()) {
    const double from = std::max(r.from, mesh.ys.front()), to = std::min(r.to, mesh.ys.back());
    if (to - from < shortest || r.position <= mesh.xs.front() + ruling_snap ||
        r.position >= mesh.xs.back() - ruling_snap)
      continue;
    const std::size_t before = index_of(mesh.xs, r.position);
    const std::size_t edge = before + 1 < mesh.xs.size() &&
                                     mesh.xs[before + 1] - r.position < r.position - mesh.xs[before]
                                 ? before + 1
                                 : before;
    const std::size_t first = index_of(mesh.ys, from + 1), last = index_of(mesh.ys, to - 1);
    bool taken = false;
    for (std::size_t row = first; row <= last && row < mesh.rows() && edge > 0; ++row)
      taken = taken || (std::abs(mesh.xs[edge] - r.position) <= 2 * ruling_snap &&
                        edge < mesh.columns() && mesh.at(row, edge - 1) != mesh.at(row, edge));
    if (taken)
      continue;
    Boundary b = boundary_at(w, edge, first, std::min(last, mesh.rows() - 1));
    b.line = {r.position, from, r.position, to};
    if (w.transpose)
      b.line = transposed(b.line);
    b.support = Support::line;
    b.chosen = false;
    b.confidence = 0.1;
    b.why = fill(phrases::line_not_taken, fmt::format("{:.0f}", to - from));
    out.push_back(std::move(b));
  }
}

} // namespace

std::string_view support_name(Support support) {
  constexpr std::array<std::string_view, 5> names{"line", "background", "white", "alignment",
                                                  "none"};
  return names.at(static_cast<std::size_t>(support));
}

std::vector<Boundary> explain_table(const Page& page, const std::vector<Glyph>& glyphs,
                                    const Table& table) {
  std::vector<Boundary> boundaries;
  if (table.cells.empty())
    return boundaries;
  Rulings drawn = clean_rulings(page.rulings);
  Rulings sides = shading_sides(page.shadings, page.width, page.height);
  const Direction d = direction_of(table);
  for (const bool transpose : {false, true}) {
    const Mesh mesh = mesh_of(glyphs, table, transpose);
    if (mesh.cell.empty())
      return {};
    const Lines lines(std::move(transpose ? drawn.horizontal : drawn.vertical));
    const Lines backgrounds(std::move(transpose ? sides.horizontal : sides.vertical));
    const bool column = d.columns_across != transpose;
    const Work work{mesh,
                    lines,
                    backgrounds,
                    transpose,
                    column,
                    column ? d.columns_back : d.rows_back,
                    column ? d.rows_back : d.columns_back};
    add_boundaries(work, boundaries);
    add_lost_lines(work, boundaries);
  }
  return boundaries;
}

} // namespace gouji
