// SPDX-License-Identifier: GPL-3.0-or-later
// Levels (rules drawn and rows found) and gutters become the lines of a grid, in which cells form
// as they do between drawn lines.
#include "tables/stream_grid.h"

#include "tables/bonded_rows.h"
#include "tables/ruled_rows.h"
#include "tables/stream_rows.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <iterator>
#include <utility>

namespace gouji {

namespace {

/// Everything known of the table while its grid is made. Band indices count from the region's
/// first.
struct Draft {
  std::span<const Band> bands;
  std::vector<std::vector<Part>> parts;
  std::vector<double> xs; ///< column edges
  std::vector<Ruling> walls_across;
  std::size_t body = 0;
  std::vector<int> rows; ///< bands of equal number stand beside each other, for all that is known

  int columns() const { return static_cast<int>(xs.size()) - 1; }
  double left(int c) const { return xs.at(static_cast<std::size_t>(c)); }
  double right(int c) const { return xs.at(static_cast<std::size_t>(c) + 1); }
  void wall(double y, int first, int last) {
    walls_across.push_back({Axis::horizontal, y, left(first), right(last), 0});
  }
};

/// y between two bands.
double between(const Band& above, const Band& below) {
  return (std::max(above.box.y1, above.baseline) + below.box.y0) / 2;
}

/// Columns that a rule's part covers.
std::pair<int, int> covered_columns(const Draft& d, const Ruling& r) {
  int first = -1, last = -1;
  for (int c = 0; c < d.columns(); ++c) {
    const double shared = std::min(r.to, d.right(c)) - std::max(r.from, d.left(c));
    if (shared > 0.45 * (d.right(c) - d.left(c))) {
      first = first < 0 ? c : first;
      last = c;
    }
  }
  return {first, last};
}

/// Where rules do not tell, the header is what stands over the first row of numbers.
std::size_t header_by_numbers(const Draft& d) {
  constexpr std::size_t most = 16;
  for (std::size_t i = 0; i < std::min(most, d.bands.size()); ++i) {
    int numbers = 0, others = 0;
    for (const Part& p : d.parts[i])
      if (p.first > 0)
        ++(has_digit(p.words) ? numbers : others);
    if (numbers > others && numbers * 2 >= d.columns() - 1)
      return i;
  }
  return 0;
}

/// Parts of a band that are words of one text, cut at gutters by chance: one part again.
void join_words(Draft& d, std::size_t band, std::vector<Part*>& parts) {
  if (parts.size() < 2)
    return;
  for (std::size_t k = 1; k < parts.size(); ++k)
    if (parts[k]->box.x0 - parts[k - 1]->box.x1 > 0.6 * d.bands[band].font_size)
      return;
  Part& first = *parts.front();
  for (std::size_t k = 1; k < parts.size(); ++k) {
    first.last = parts[k]->last;
    first.box = united(first.box, parts[k]->box);
    parts[k]->words.front().spaced = true;
    std::move(parts[k]->words.begin(), parts[k]->words.end(), std::back_inserter(first.words));
  }
  auto& all = d.parts[band];
  const auto at = &first - all.data();
  const auto count = static_cast<std::ptrdiff_t>(parts.size());
  all.erase(all.begin() + at + 1, all.begin() + at + count);
  parts = {&all[static_cast<std::size_t>(at)]};
}

/// A header part over a rule that reaches over several columns spans them.
void span_by_rules(Draft& d, const std::vector<RuleLevel>& levels) {
  for (const RuleLevel& level : levels) {
    if (d.body == 0 || level.y < d.bands.front().box.y0 ||
        level.y > d.bands[d.body - 1].box.y1 + d.bands[d.body - 1].font_size)
      continue;
    for (const Ruling& r : level.parts) {
      const auto [first, last] = covered_columns(d, r);
      if (first < 0 || first == last || (first == 0 && last == d.columns() - 1))
        continue;
      // The lowest parts over it, and only if they are one line's one part.
      for (std::size_t i = d.body; i-- > 0;) {
        if (d.bands[i].box.center_y() > level.y)
          continue;
        std::vector<Part*> over;
        for (Part& p : d.parts[i])
          if (p.box.center_x() > r.from && p.box.center_x() < r.to)
            over.push_back(&p);
        join_words(d, i, over);
        if (over.size() == 1 && level.y - d.bands[i].box.y1 < 1.2 * d.bands[i].font_size) {
          over.front()->first = std::min(over.front()->first, first);
          over.front()->last = std::max(over.front()->last, last);
          over.front()->ruled = true;
        }
        break;
      }
    }
  }
}

/// Is the part a line of a cell that goes on directly below it?
bool goes_on_below(const Draft& d, std::size_t row, const Part& p) {
  if (row + 1 >= d.bands.size())
    return false;
  for (const Part& q : d.parts[row + 1])
    if (q.first == p.first && q.last == p.last)
      return q.box.y0 - p.box.y1 < 0.5 * d.bands[row].font_size &&
             (std::abs(q.box.center_x() - p.box.center_x()) < 0.5 * d.bands[row].font_size ||
              std::abs(q.box.x0 - p.box.x0) < 0.3 * d.bands[row].font_size);
  return false;
}

/// Columns that other text of the part's row fills, to its left and right.
std::pair<int, int> room_beside(const Draft& d, std::size_t row, const Part& p) {
  int lowest = p.first == 0 ? 0 : 1, highest = d.columns() - 1;
  const auto look = [&](std::size_t i) {
    for (const Part& q : d.parts[i]) {
      if (&q == &p)
        continue;
      if (q.box.center_x() < p.box.x0)
        lowest = std::max(lowest, q.last + 1);
      else if (q.box.center_x() > p.box.x1)
        highest = std::min(highest, q.first - 1);
    }
  };
  std::size_t i = row;
  while (i > 0 && d.rows[i - 1] == d.rows[row])
    --i;
  for (; i < d.bands.size() && d.rows[i] == d.rows[row]; ++i)
    look(i);
  return {lowest, highest};
}

/// A text centred over several columns that are empty beside it spans them.
void span_by_centering(Draft& d, std::size_t row) {
  for (Part& p : d.parts[row]) {
    if (p.ruled || (has_digit(p.words) && p.words.size() == 1) || goes_on_below(d, row, p))
      continue;
    const auto [lowest, highest] = room_beside(d, row, p);
    int best_first = p.first, best_last = p.last;
    for (int first = lowest; first <= p.first; ++first)
      for (int last = highest; last >= p.last; --last) {
        const double middle = (d.left(first) + d.right(last)) / 2;
        const double narrow =
            std::min(d.right(first) - d.left(first), d.right(last) - d.left(last));
        if (std::abs(middle - p.box.center_x()) < 0.3 * narrow &&
            last - first > best_last - best_first) {
          best_first = first;
          best_last = last;
        }
      }
    p.first = best_first;
    p.last = best_last;
  }
}

/// A line of a spanning header cell that is short enough to fit into one column belongs to the line
/// above it.
void inherit_spans(Draft& d) {
  for (std::size_t i = 1; i < d.body; ++i)
    for (Part& p : d.parts[i])
      for (const Part& over : d.parts[i - 1]) {
        if (over.first == over.last || p.first < over.first || p.last > over.last)
          continue;
        const auto beside =
            std::count_if(d.parts[i].begin(), d.parts[i].end(), [&over](const Part& q) {
              return q.first >= over.first && q.last <= over.last;
            });
        const double size = d.bands[i].font_size;
        if (beside == 1 && p.box.y0 - over.box.y1 < 0.5 * size &&
            (std::abs(p.box.center_x() - over.box.center_x()) < size ||
             std::abs(p.box.x0 - over.box.x0) < 0.5 * size)) {
          p.first = over.first;
          p.last = over.last;
        }
      }
}

/// A heading among the rows that stands in the middle of the table and over a gutter spans it all.
void span_by_middle(Draft& d) {
  // Text need not reach the sides of the outer columns.
  constexpr double tolerance = 0.04; // of the table's width
  const double middle = (d.xs.front() + d.xs.back()) / 2;
  const double reach = tolerance * (d.xs.back() - d.xs.front());
  for (std::size_t i = d.body; i < d.bands.size(); ++i) {
    auto& parts = d.parts[i];
    if (parts.size() == 1 && parts.front().first < parts.front().last &&
        std::abs(parts.front().box.center_x() - middle) < reach) {
      parts.front().first = 0;
      parts.front().last = d.columns() - 1;
    }
  }
}

/// Under each spanning header part that no rule parts from what it heads, a wall.
void wall_under_spans(Draft& d, const std::vector<double>& drawn) {
  for (std::size_t i = 0; i + 1 < d.body + (d.body < d.bands.size() ? 1 : 0); ++i) {
    const double y = between(d.bands[i], d.bands[i + 1]);
    const bool ruled = std::any_of(drawn.begin(), drawn.end(), [&](double r) {
      return r > d.bands[i].box.center_y() && r < d.bands[i + 1].box.center_y();
    });
    for (const Part& p : d.parts[i]) {
      if (p.first == p.last)
        continue;
      int below = 0;
      for (std::size_t k = i + 1; k < std::min(d.body + 1, d.bands.size()); ++k)
        for (const Part& q : d.parts[k])
          below += q.first >= p.first && q.last <= p.last ? 1 : 0;
      if (below > 1 && !ruled)
        d.wall(y, p.first, p.last);
    }
  }
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
      const double y = (p.box.center_y() + p.words.front().baseline) / 2;
      auto row = std::upper_bound(grid.ys.begin(), grid.ys.end(), y) - grid.ys.begin() - 1;
      row = std::clamp<std::ptrdiff_t>(row, 0, grid.rows() - 1);
      const std::size_t cell =
          cell_at[static_cast<std::size_t>(row) * columns + static_cast<std::size_t>(p.first)];
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
  d.body = region.body > region.first ? region.body - region.first : header_by_numbers(d);

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
  for (std::size_t i = 0; i < (ruled_rows ? n : d.body); ++i)
    span_by_centering(d, i);
  inherit_spans(d);
  span_by_middle(d);
  for (const RuleLevel& level : inner)
    for (const Ruling& r : level.parts) {
      const auto [first, last] = covered_columns(d, r);
      if (first >= 0)
        d.wall(level.y, first, last);
    }
  wall_under_spans(d, drawn);
  if (!ruled_rows) {
    const std::size_t b = d.body;
    std::vector<std::vector<Part>> body_parts(d.parts.begin() + static_cast<std::ptrdiff_t>(b),
                                              d.parts.end());
    std::vector<bool> body_ruled(ruled.begin() + static_cast<std::ptrdiff_t>(b), ruled.end());
    const auto bonded = bonded_rows(d.bands.subspan(b), body_parts, body_ruled, d.columns());
    const auto starts =
        bonded ? *bonded : row_starts(d.bands.subspan(b), body_parts, body_ruled, d.columns());
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
      const double y = (p.box.center_y() + p.words.front().baseline) / 2;
      const auto row =
          std::clamp<std::ptrdiff_t>(std::upper_bound(ys.begin(), ys.end(), y) - ys.begin() - 1, 0,
                                     static_cast<std::ptrdiff_t>(ys.size()) - 2);
      for (int c = p.first + 1; c <= p.last; ++c)
        open[static_cast<std::size_t>(row) * columns + static_cast<std::size_t>(c)] = true;
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
