// SPDX-License-Identifier: GPL-3.0-or-later
// Grids from crossing lines: a sweep finds what meets, union-find groups it, each group's positions
// are the edges of its grid, and cells grow over places that no line parts.
#include "tables/lattice.h"

#include "base/limits.h"
#include "tables/messages.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <numeric>
#include <set>
#include <tuple>
#include <utility>

namespace gouji {

namespace {

class Groups {
public:
  explicit Groups(std::size_t size) : parent_(size) {
    std::iota(parent_.begin(), parent_.end(), std::size_t{0});
  }
  std::size_t find(std::size_t i) {
    while (parent_.at(i) != i)
      i = parent_.at(i) = parent_.at(parent_.at(i));
    return i;
  }
  void join(std::size_t a, std::size_t b) { parent_.at(find(a)) = find(b); }

private:
  std::vector<std::size_t> parent_;
};

/// Lines of one group.
struct Bundle {
  std::vector<Ruling> horizontal, vertical;
};

std::vector<Bundle> bundle_crossing(const Rulings& rulings) {
  const auto& hs = rulings.horizontal;
  const auto& vs = rulings.vertical;
  // A line sweeps down the page: upright lines enter and leave it, lying lines meet those that are
  // in it. Entering comes first and leaving last, so that lines that only touch do meet.
  enum class Step { enter, meet, leave };
  struct Event {
    double y;
    Step step;
    std::size_t line;
  };
  std::vector<Event> events;
  events.reserve(hs.size() + 2 * vs.size());
  for (std::size_t h = 0; h < hs.size(); ++h)
    events.push_back({hs[h].position, Step::meet, h});
  for (std::size_t v = 0; v < vs.size(); ++v) {
    events.push_back({vs[v].from - ruling_reach, Step::enter, v});
    events.push_back({vs[v].to + ruling_reach, Step::leave, v});
  }
  std::sort(events.begin(), events.end(), [](const Event& a, const Event& b) {
    return std::tie(a.y, a.step, a.line) < std::tie(b.y, b.step, b.line);
  });
  Groups groups(hs.size() + vs.size());
  std::set<std::pair<double, std::size_t>> active; // upright lines by x
  for (const Event& e : events) {
    if (e.step == Step::enter)
      active.emplace(vs[e.line].position, e.line);
    else if (e.step == Step::leave)
      active.erase({vs[e.line].position, e.line});
    else
      for (auto it = active.lower_bound({hs[e.line].from - ruling_reach, 0});
           it != active.end() && it->first <= hs[e.line].to + ruling_reach; ++it)
        groups.join(e.line, hs.size() + it->second);
  }
  std::vector<Bundle> bundles(hs.size() + vs.size());
  for (std::size_t h = 0; h < hs.size(); ++h)
    bundles[groups.find(h)].horizontal.push_back(hs[h]);
  for (std::size_t v = 0; v < vs.size(); ++v)
    bundles[groups.find(hs.size() + v)].vertical.push_back(vs[v]);
  std::erase_if(bundles,
                [](const Bundle& b) { return b.horizontal.empty() || b.vertical.empty(); });
  return bundles;
}

/// Where at least two lines end beyond the outermost line across them, the side of the table is
/// not drawn: a line there, from the first to the last of them.
/// `low` tells the side: the lines' beginnings or their ends.
bool add_missing_side(const std::vector<Ruling>& lines, std::vector<Ruling>& across, Axis axis,
                      bool low) {
  const auto end_of = [low](const Ruling& r) { return low ? r.from : r.to; };
  double outermost = across.front().position;
  for (const Ruling& r : across)
    outermost = low ? std::min(outermost, r.position) : std::max(outermost, r.position);
  double farthest = end_of(lines.front());
  for (const Ruling& r : lines)
    farthest = low ? std::min(farthest, end_of(r)) : std::max(farthest, end_of(r));
  constexpr double least = 9; // points: narrower holds no column of text
  if (low ? farthest > outermost - least : farthest < outermost + least)
    return false;
  Ruling side{axis, farthest, 0, 0, 0};
  int ends = 0;
  for (const Ruling& r : lines) {
    if (low ? end_of(r) > farthest + ruling_reach : end_of(r) < farthest - ruling_reach)
      continue;
    side.from = ends == 0 ? r.position : std::min(side.from, r.position);
    side.to = ends == 0 ? r.position : std::max(side.to, r.position);
    ++ends;
  }
  if (ends < 2)
    return false;
  across.push_back(side);
  return true;
}

std::vector<double> edges_of(const std::vector<Ruling>& rulings) {
  std::vector<double> edges;
  edges.reserve(rulings.size());
  for (const Ruling& r : rulings)
    edges.push_back(r.position);
  std::sort(edges.begin(), edges.end());
  std::vector<double> apart;
  for (const double e : edges)
    if (apart.empty() || e - apart.back() > ruling_snap)
      apart.push_back(e);
  return apart;
}

std::size_t nearest(const std::vector<double>& edges, double position) {
  const auto after = std::lower_bound(edges.begin(), edges.end(), position);
  if (after == edges.begin())
    return 0;
  if (after == edges.end() || position - *std::prev(after) < *after - position)
    return static_cast<std::size_t>(after - edges.begin()) - 1;
  return static_cast<std::size_t>(after - edges.begin());
}

/// Which sides of the grid's places are drawn: walls(edge, strip) for each line along the strips
/// between the edges across it.
class Walls {
public:
  Walls(const std::vector<Ruling>& rulings, const std::vector<double>& edges,
        const std::vector<double>& across)
      : strips_(across.size() - 1), drawn_(edges.size() * strips_, false) {
    for (const Ruling& r : rulings) {
      const std::size_t edge = nearest(edges, r.position);
      if (std::abs(edges.at(edge) - r.position) > 2 * ruling_snap)
        continue;
      for (std::size_t s = nearest(across, r.from); s < strips_ && across[s] < r.to; ++s) {
        const double shared = std::min(r.to, across[s + 1]) - std::max(r.from, across[s]);
        const bool underline =
            r.from > across[s] + ruling_reach && r.to < across[s + 1] - ruling_reach;
        if (shared >= 0.5 * (across[s + 1] - across[s]) && !underline)
          drawn_.at(edge * strips_ + s) = true;
      }
      // A line may begin before the middle of the strip that precedes its nearest edge.
      if (const std::size_t s = nearest(across, r.from); s > 0 && r.from < across[s]) {
        const double shared = std::min(r.to, across[s]) - std::max(r.from, across[s - 1]);
        if (shared >= 0.5 * (across[s] - across[s - 1]))
          drawn_.at(edge * strips_ + s - 1) = true;
      }
    }
  }
  bool at(std::size_t edge, std::size_t strip) const { return drawn_.at(edge * strips_ + strip); }

private:
  std::size_t strips_;
  std::vector<bool> drawn_;
};

/// Takes out the edges at which no cell begins: an underline in a cell, begun at its side, made
/// them. `first` and `span` are what of the cells counts strips between `edges`.
std::vector<double> without_idle_edges(std::vector<double> edges, std::vector<GridCell>& cells,
                                       int GridCell::*first, int GridCell::*span) {
  std::vector<int> number(edges.size(), 0); // 1 where the edge is needed, then its new number
  number.back() = 1;
  for (const GridCell& cell : cells)
    number[static_cast<std::size_t>(cell.*first)] = 1;
  std::size_t kept = 0;
  for (std::size_t i = 0; i < edges.size(); ++i) {
    const bool needed = number[i] == 1;
    number[i] = static_cast<int>(kept);
    if (needed)
      edges[kept++] = edges[i];
  }
  if (kept == edges.size())
    return edges;
  edges.resize(kept);
  for (GridCell& cell : cells) {
    const int end = number[static_cast<std::size_t>(cell.*first + cell.*span)];
    cell.*first = number[static_cast<std::size_t>(cell.*first)];
    cell.*span = end - cell.*first;
  }
  return edges;
}

} // namespace

LatticeGrid make_grid(std::vector<double> xs, std::vector<double> ys,
                      const std::vector<Ruling>& horizontal, const std::vector<Ruling>& vertical) {
  const std::size_t columns = xs.size() - 1, rows = ys.size() - 1;
  const Walls right_of(vertical, xs, ys), below(horizontal, ys, xs);
  LatticeGrid grid;
  std::vector<bool> taken(rows * columns, false);
  for (std::size_t r = 0; r < rows; ++r)
    for (std::size_t c = 0; c < columns; ++c) {
      if (taken[r * columns + c])
        continue;
      std::size_t right = c + 1, bottom = r + 1;
      while (right < columns && !right_of.at(right, r) && !taken[r * columns + right])
        ++right;
      const auto joins = [&](std::size_t row) {
        for (std::size_t k = c; k < right; ++k)
          if (below.at(row, k) || taken[row * columns + k] || (k > c && right_of.at(k, row)))
            return false;
        return true;
      };
      while (bottom < rows && joins(bottom))
        ++bottom;
      for (std::size_t i = r; i < bottom; ++i)
        std::fill_n(taken.begin() + static_cast<std::ptrdiff_t>(i * columns + c), right - c, true);
      grid.cells.push_back({static_cast<int>(r),
                            static_cast<int>(c),
                            static_cast<int>(bottom - r),
                            static_cast<int>(right - c),
                            {xs[c], ys[r], xs[right], ys[bottom]}});
    }
  grid.box = {xs.front(), ys.front(), xs.back(), ys.back()};
  grid.xs =
      without_idle_edges(std::move(xs), grid.cells, &GridCell::column, &GridCell::column_span);
  grid.ys = without_idle_edges(std::move(ys), grid.cells, &GridCell::row, &GridCell::row_span);
  return grid;
}

std::vector<LatticeGrid> find_grids(const Rulings& rulings) {
  std::vector<LatticeGrid> grids;
  for (Bundle& b : bundle_crossing(rulings)) {
    std::vector<Words> reasons;
    const std::vector<Ruling> drawn_h = b.horizontal, drawn_v = b.vertical;
    for (const bool low : {true, false}) {
      if (add_missing_side(drawn_h, b.vertical, Axis::vertical, low))
        reasons.push_back(fill(low ? phrases::left_side_closed : phrases::right_side_closed));
      if (add_missing_side(drawn_v, b.horizontal, Axis::horizontal, low))
        reasons.push_back(fill(low ? phrases::top_closed : phrases::bottom_closed));
    }
    std::vector<double> xs = edges_of(b.vertical), ys = edges_of(b.horizontal);
    if (xs.size() < 2 || ys.size() < 2 ||
        xs.size() - 1 > static_cast<std::size_t>(limits::table_columns) ||
        ys.size() - 1 > static_cast<std::size_t>(limits::table_rows) ||
        (xs.size() - 1) * (ys.size() - 1) > limits::table_cells)
      continue;
    grids.push_back(make_grid(std::move(xs), std::move(ys), b.horizontal, b.vertical));
    grids.back().reasons = std::move(reasons);
  }
  std::sort(grids.begin(), grids.end(), [](const LatticeGrid& a, const LatticeGrid& b) {
    return std::pair(a.box.y0, a.box.x0) < std::pair(b.box.y0, b.box.x0);
  });
  return grids;
}

} // namespace gouji
