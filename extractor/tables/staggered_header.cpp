// SPDX-License-Identifier: GPL-3.0-or-later
// Lines to cells by column, cells to levels by what stands over what.
#include "tables/staggered_header.h"

#include <algorithm>
#include <cmath>

namespace gouji {

namespace {

constexpr std::size_t none = static_cast<std::size_t>(-1);
constexpr double longest_step = 2; // from line to line of one text, in font sizes

/// The least step from a line to the next one of the same column.
double line_step(std::span<const std::vector<Part>> parts, std::size_t columns) {
  std::vector<double> last(columns, -1e9);
  double least = 1e9;
  for (const std::vector<Part>& band : parts)
    for (const Part& p : band) {
      if (p.first != p.last)
        continue;
      double& above = last[static_cast<std::size_t>(p.first)];
      least = std::min(least, p.words.front().baseline - above);
      above = p.words.front().baseline;
    }
  return least;
}

/// Do the lines of one text stand under each other like that?
bool is_next_line(const HeaderCell& cell, const Part& part, double size) {
  return std::abs(cell.box.center_x() - part.box.center_x()) < size ||
         std::abs(cell.box.x0 - part.box.x0) < 0.5 * size;
}

std::vector<HeaderCell> cells_of(std::span<const Band> bands,
                                 std::span<const std::vector<Part>> parts, std::size_t columns,
                                 double least) {
  const double step = step_of_text(least);
  std::vector<HeaderCell> cells;
  std::vector<std::size_t> lowest(columns, none);
  for (std::size_t i = 0; i < bands.size(); ++i)
    for (std::size_t k = 0; k < parts[i].size(); ++k) {
      const Part& p = parts[i][k];
      std::size_t cell = lowest[static_cast<std::size_t>(p.first)];
      const double size = bands[i].font_size, baseline = p.words.front().baseline;
      const bool goes_on = cell != none && cells[cell].baseline < baseline &&
                           baseline - cells[cell].baseline <= std::min(step, longest_step * size) &&
                           is_next_line(cells[cell], p, size);
      if (!goes_on) {
        cell = cells.size();
        cells.push_back({p.first, p.last, 0, 0, {}, 0, {}});
      }
      HeaderCell& c = cells[cell];
      c.first = std::min(c.first, p.first);
      c.last = std::max(c.last, p.last);
      c.box = united(c.box, p.box);
      c.baseline = baseline;
      c.lines.emplace_back(i, k);
      for (int column = p.first; column <= p.last; ++column)
        lowest[static_cast<std::size_t>(column)] = cell;
    }
  std::stable_sort(cells.begin(), cells.end(),
                   [](const HeaderCell& a, const HeaderCell& b) { return a.box.y0 < b.box.y0; });
  return cells;
}

/// Columns that a cell may span: those where another cell stands under it and none beside it.
std::pair<int, int> room_of(const std::vector<HeaderCell>& cells, const HeaderCell& cell,
                            int columns) {
  std::vector<bool> over(static_cast<std::size_t>(columns), false), beside = over;
  for (const HeaderCell& other : cells) {
    if (&other == &cell)
      continue;
    const bool below = other.box.center_y() > cell.box.y1;
    const bool above = other.box.y1 < cell.box.center_y();
    for (int c = other.first; c <= other.last; ++c) {
      const auto at = static_cast<std::size_t>(c);
      over[at] = over[at] || below;
      beside[at] = beside[at] || (!below && !above);
    }
  }
  const auto open = [&](int c) {
    return over[static_cast<std::size_t>(c)] && !beside[static_cast<std::size_t>(c)];
  };
  int first = cell.first, last = cell.last;
  while (first > 0 && open(first - 1))
    --first;
  while (last + 1 < columns && open(last + 1))
    ++last;
  return {first, last};
}

/// The widest span of columns in whose middle the cell stands.
void span_columns(const std::vector<HeaderCell>& cells, HeaderCell& cell,
                  const std::vector<double>& xs) {
  const auto [lowest, highest] = room_of(cells, cell, static_cast<int>(xs.size()) - 1);
  const auto edge = [&xs](int c) { return xs[static_cast<std::size_t>(c)]; };
  int best_first = cell.first, best_last = cell.last;
  for (int first = lowest; first <= cell.first; ++first)
    for (int last = highest; last >= cell.last && last - first > best_last - best_first; --last) {
      const double narrow = std::min(edge(first + 1) - edge(first), edge(last + 1) - edge(last));
      if (std::abs((edge(first) + edge(last + 1)) / 2 - cell.box.center_x()) < 0.3 * narrow) {
        best_first = first;
        best_last = last;
      }
    }
  cell.first = best_first;
  cell.last = best_last;
}

} // namespace

std::optional<StaggeredHeader> staggered_header(std::span<const Band> bands,
                                                std::span<const std::vector<Part>> parts,
                                                const std::vector<double>& xs) {
  const std::size_t columns = xs.size() - 1;
  const double step = line_step(parts, columns);
  // Bands nearer than lines of one text stand beside each other.
  constexpr double clear = 0.75;
  bool staggered = false;
  for (std::size_t i = 1; i < bands.size(); ++i)
    staggered = staggered || bands[i].baseline - bands[i - 1].baseline <
                                 clear * std::min(step, longest_step * bands[i].font_size);
  if (!staggered)
    return std::nullopt;
  StaggeredHeader header{0, cells_of(bands, parts, columns, step)};
  for (HeaderCell& cell : header.cells)
    span_columns(header.cells, cell, xs);
  // A cell is a level below the lowest one over its columns.
  std::vector<int> depth(columns, 0);
  for (HeaderCell& cell : header.cells) {
    const auto begin = depth.begin() + cell.first, end = depth.begin() + cell.last + 1;
    cell.level = *std::max_element(begin, end);
    std::fill(begin, end, cell.level + 1);
    header.levels = std::max(header.levels, cell.level + 1);
  }
  // And it reaches down to the next one.
  std::vector<int> next(columns, header.levels);
  for (auto cell = header.cells.rbegin(); cell != header.cells.rend(); ++cell) {
    const auto begin = next.begin() + cell->first, end = next.begin() + cell->last + 1;
    cell->end = std::max(cell->level + 1, *std::min_element(begin, end));
    std::fill(begin, end, cell->level);
  }
  return header;
}

} // namespace gouji
