// SPDX-License-Identifier: GPL-3.0-or-later
// Levels (rules drawn and rows found) and gutters become the lines of a grid, in which cells form
// as they do between drawn lines.
#include "tables/stream_grid.h"

#include "tables/bonded_rows.h"
#include "tables/centred_rows.h"
#include "tables/draft.h"
#include "tables/ruled_rows.h"
#include "tables/stream_rows.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <iterator>
#include <utility>

namespace gouji {

namespace {

/// The heights between which the part's cell is looked for.
std::pair<double, double> heights_of(const Part& p) {
  if (p.bottom > p.top)
    return {p.top, p.bottom};
  const double y = (p.box.center_y() + p.words.front().baseline) / 2;
  return {y, y};
}

std::vector<double> merged_edges(const std::vector<Ruling>& walls, double top, double bottom) {
  std::vector<double> ys{top, bottom};
  for (const Ruling& w : walls)
    if (w.position > top + ruling_snap && w.position < bottom - ruling_snap)
      ys.push_back(w.position);
  std::sort(ys.begin(), ys.end());
  std::vector<double> apart;
  for (const double y : ys)
    if (apart.empty() || y - apart.back() > ruling_snap)
      apart.push_back(y);
  if (apart.size() > 1 && bottom - apart.back() > 0)
    apart.back() = bottom;
  return apart;
}

/// The row of the grid that holds y.
std::size_t row_at(const std::vector<double>& ys, double y) {
  const auto row = std::upper_bound(ys.begin(), ys.end(), y) - ys.begin() - 1;
  return static_cast<std::size_t>(
      std::clamp<std::ptrdiff_t>(row, 0, static_cast<std::ptrdiff_t>(ys.size()) - 2));
}

/// Lines of words by cell; words of one band in one cell are one line.
void fill_cells(StreamGrid& out, const Draft& d) {
  const LatticeGrid& grid = out.grid;
  out.text.resize(grid.cells.size());
  const auto columns = static_cast<std::size_t>(grid.columns());
  std::vector<std::size_t> cell_at(static_cast<std::size_t>(grid.rows()) * columns, 0);
  for (std::size_t i = 0; i < grid.cells.size(); ++i)
    for (int r = 0; r < grid.cells[i].row_span; ++r)
      for (int c = 0; c < grid.cells[i].column_span; ++c)
        cell_at[static_cast<std::size_t>(grid.cells[i].row + r) * columns +
                static_cast<std::size_t>(grid.cells[i].column + c)] = i;
  for (const auto& band : d.parts)
    for (const Part& p : band) {
      const std::size_t row = row_at(grid.ys, heights_of(p).first);
      const std::size_t cell = cell_at[row * columns + static_cast<std::size_t>(p.first)];
      auto& lines = out.text[cell];
      if (!lines.empty() && std::abs(lines.back().baseline - d.bands[p.band].baseline) < 0.1) {
        lines.back().words.insert(lines.back().words.end(), p.words.begin(), p.words.end());
        continue;
      }
      Line line;
      line.words = p.words;
      line.box = p.box;
      line.baseline = d.bands[p.band].baseline;
      line.font_size = d.bands[p.band].font_size;
      lines.push_back(std::move(line));
    }
}

} // namespace

StreamGrid make_stream_grid(std::span<const Band> all, const Region& region,
                            const std::vector<RuleLevel>& levels) {
  Draft d;
  d.bands = all.subspan(region.first, region.last - region.first);
  const std::size_t n = d.bands.size();
  Rect box;
  const auto texts = column_texts(d.bands, region.gutters);
  for (std::size_t i = 0; i < n; ++i) {
    d.parts.push_back(split_band(d.bands[i], i, region.gutters, texts));
    box = united(box, d.bands[i].box);
  }
  // A column that was told may hold no text.
  box.x0 = std::min(box.x0, region.gutters.front().middle() - 1);
  box.x1 = std::max(box.x1, region.gutters.back().middle() + 1);
  d.xs.push_back(box.x0);
  for (const Gutter& g : region.gutters)
    d.xs.push_back(std::clamp(g.middle(), box.x0, box.x1));
  d.xs.push_back(box.x1);
  d.body = region.body > region.first ? region.body - region.first
                                      : first_row_of_numbers(d.bands, d.parts, d.columns());

  // Rules drawn inside, with the bands they stand over.
  std::vector<RuleLevel> inner;
  std::vector<double> drawn;
  for (const RuleLevel& level : levels)
    if (level.y > d.bands.front().box.center_y() && level.y < d.bands.back().box.center_y() &&
        level.coverage(box.x0, box.x1) > 0.02) {
      inner.push_back(level);
      drawn.push_back(level.y);
    }
  std::vector<bool> ruled(n, false);
  std::size_t full = 0;
  for (std::size_t i = 1; i < n; ++i)
    for (const RuleLevel& level : inner)
      if (level.y > d.bands[i - 1].box.center_y() && level.y < d.bands[i].box.center_y() &&
          level.coverage(box.x0, box.x1) > 0.55)
        ruled[i] = true;
  int wide_rows = 0;
  for (std::size_t i = 0; i < n; ++i) {
    full += ruled[i] ? 1 : 0;
    wide_rows += d.parts[i].size() >= 2 ? 1 : 0;
  }
  // Every row has its rule: what stands between two is one row, and columns that a rule leaves out
  // go on over it.
  const bool ruled_rows = (full >= 3 && static_cast<int>(full) * 10 >= wide_rows * 6) ||
                          (inner.size() >= 2 && one_row_between(d.bands, d.parts, drawn)) ||
                          numbers_between(d.parts, ruled, d.body, d.columns());

  span_by_rules(d, levels);
  if (ruled_rows && full == 0)
    d.body = n;
  for (std::size_t i = 0; i < n; ++i) {
    const bool parted =
        i > 0 &&
        (ruled_rows ? std::any_of(drawn.begin(), drawn.end(),
                                  [&](double y) {
                                    return y > d.bands[i - 1].box.center_y() &&
                                           y < d.bands[i].box.center_y();
                                  })
                    : d.bands[i].baseline - d.bands[i - 1].baseline >= 0.75 * d.bands[i].font_size);
    d.rows.push_back(i == 0 ? 0 : d.rows.back() + (parted ? 1 : 0));
  }
  const bool staggered = !ruled_rows && stagger_header(d, drawn, box);
  if (!staggered) {
    for (std::size_t i = 0; i < (ruled_rows ? n : d.body); ++i)
      span_by_centering(d, i);
    inherit_spans(d);
  }
  span_by_middle(d);
  for (const RuleLevel& level : inner)
    for (const Ruling& r : level.parts) {
      const auto [first, last] = covered_columns(d, r);
      if (first >= 0)
        d.wall(level.y, first, last);
    }
  if (!staggered)
    wall_under_spans(d, drawn);
  if (!ruled_rows) {
    const std::size_t b = d.body;
    std::vector<std::vector<Part>> body_parts(d.parts.begin() + static_cast<std::ptrdiff_t>(b),
                                              d.parts.end());
    std::vector<bool> body_ruled(ruled.begin() + static_cast<std::ptrdiff_t>(b), ruled.end());
    const auto bonded = bonded_rows(d.bands.subspan(b), body_parts, body_ruled, d.columns());
    const auto centred =
        bonded ? bonded : centred_rows(d.bands.subspan(b), body_parts, body_ruled, d.columns());
    const auto starts =
        centred ? *centred : row_starts(d.bands.subspan(b), body_parts, body_ruled, d.columns());
    for (std::size_t i = std::max<std::size_t>(b, 1); i < n; ++i)
      if (i == b || starts[i - b]) {
        double y = between(d.bands[i - 1], d.bands[i]);
        for (const double r : drawn)
          if (r > d.bands[i - 1].box.center_y() && r < d.bands[i].box.center_y())
            y = r;
        d.wall(y, 0, d.columns() - 1);
      }
  }
  std::vector<double> ys = merged_edges(d.walls_across, box.y0, box.y1);
  // Upright walls stand at every gutter, but not through what spans it.
  std::vector<Ruling> upright;
  const auto columns = static_cast<std::size_t>(d.columns());
  std::vector<bool> open((ys.size() - 1) * columns, false);
  for (std::size_t i = 0; i < n; ++i)
    for (const Part& p : d.parts[i]) {
      const auto [top, bottom] = heights_of(p);
      for (std::size_t row = row_at(ys, top); row <= row_at(ys, bottom); ++row)
        for (int c = p.first + 1; c <= p.last; ++c)
          open[row * columns + static_cast<std::size_t>(c)] = true;
    }
  for (std::size_t r = 0; r + 1 < ys.size(); ++r)
    for (std::size_t c = 1; c < columns; ++c)
      if (!open[r * columns + c])
        upright.push_back({Axis::vertical, d.xs[c], ys[r], ys[r + 1], 0});
  StreamGrid out;
  out.grid = make_grid(d.xs, std::move(ys), d.walls_across, upright);
  out.grid.reasons = region.reasons;
  fill_cells(out, d);
  return out;
}

} // namespace gouji
