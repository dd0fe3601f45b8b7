// SPDX-License-Identifier: GPL-3.0-or-later
// Adding the walls that text implies to those that are drawn.
#include "tables/refine.h"

#include "tables/messages.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <utility>

namespace gouji {

namespace {

bool is_numeric(const Line& line) {
  int digits = 0, letters = 0;
  for (const Word& w : line.words)
    for (const char c : w.text) {
      digits += c >= '0' && c <= '9' ? 1 : 0;
      letters +=
          (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || static_cast<unsigned char>(c) >= 0xE3
              ? 1
              : 0;
    }
  return (digits > 0 && letters <= digits / 3) || (digits == 0 && letters == 0);
}

/// Is the cell's text in several of the columns it reaches over, and in none of them astride an
/// edge?
bool falls_into_columns(const LatticeGrid& grid, const GridCell& cell,
                        const std::vector<Line>& lines) {
  std::vector<bool> filled(static_cast<std::size_t>(cell.column_span), false);
  for (const Line& line : lines) {
    if (line.turned != 0)
      return false;
    for (const Word& w : line.words) {
      const auto after = std::upper_bound(grid.xs.begin(), grid.xs.end(), w.box.x0 + 0.5);
      if (after != grid.xs.end() && w.box.x1 - 0.5 > *after &&
          after - grid.xs.begin() < cell.column + cell.column_span)
        return false;
      const auto column = after - grid.xs.begin() - 1 - cell.column;
      if (column >= 0 && column < cell.column_span)
        filled[static_cast<std::size_t>(column)] = true;
    }
  }
  return std::count(filled.begin(), filled.end(), true) >= 2 &&
         std::count(filled.begin(), filled.end(), true) * 2 > cell.column_span;
}

/// The edges, for each wide gap in the cell's only line the one nearest to its middle; nothing when
/// a gap holds no edge. A caption's words stand closer.
std::vector<std::size_t> edges_in_gaps(const LatticeGrid& grid, const GridCell& cell,
                                       const std::vector<Line>& lines) {
  constexpr double wide = 1.5; // em
  std::vector<std::size_t> edges;
  if (lines.size() != 1 || lines.front().turned != 0)
    return {};
  const std::vector<Word>& words = lines.front().words;
  for (std::size_t i = 1; i < words.size(); ++i) {
    const double from = words[i - 1].box.x1, to = words[i].box.x0;
    if (to - from < wide * words[i].font_size)
      continue;
    std::optional<std::size_t> best;
    for (int c = cell.column + 1; c < cell.column + cell.column_span; ++c) {
      const auto edge = static_cast<std::size_t>(c);
      const double x = grid.xs[edge], middle = (from + to) / 2;
      if (x > from && x < to && (!best || std::abs(x - middle) < std::abs(grid.xs[*best] - middle)))
        best = edge;
    }
    if (!best)
      return {};
    edges.push_back(*best);
  }
  return edges;
}

/// Headings over drawn columns without lines between them: a wall in each wide gap.
bool add_heading_walls(const LatticeGrid& grid, const std::vector<std::vector<Line>>& text,
                       std::vector<Ruling>& walls) {
  const std::size_t before = walls.size();
  for (std::size_t i = 0; i < grid.cells.size(); ++i) {
    const GridCell& cell = grid.cells[i];
    if (cell.column_span < 2)
      continue;
    for (const std::size_t edge : edges_in_gaps(grid, cell, text[i]))
      walls.push_back({Axis::vertical, grid.xs[edge], cell.box.y0, cell.box.y1, 0});
  }
  return walls.size() > before;
}

/// Columns drawn elsewhere that cells reach over: walls where the text falls into them.
bool add_column_walls(const LatticeGrid& grid, const std::vector<std::vector<Line>>& text,
                      std::vector<Ruling>& walls) {
  std::vector<const GridCell*> split;
  int spanning = 0;
  for (std::size_t i = 0; i < grid.cells.size(); ++i) {
    const GridCell& cell = grid.cells[i];
    if (cell.column_span < 2 || text[i].empty())
      continue;
    ++spanning;
    if (falls_into_columns(grid, cell, text[i]))
      split.push_back(&cell);
  }
  // A lone cell may be a caption whose words happen to miss the edges.
  if (split.size() < 2 || static_cast<int>(split.size()) * 10 < spanning * 6)
    return false;
  for (const GridCell* cell : split)
    for (int c = cell->column + 1; c < cell->column + cell->column_span; ++c)
      walls.push_back(
          {Axis::vertical, grid.xs.at(static_cast<std::size_t>(c)), cell->box.y0, cell->box.y1, 0});
  return true;
}

/// A height at which lines stand in a row's cells.
struct Height {
  double baseline, top, bottom;
  int cells;
};

/// Cells of wrapped text with rows of their own: where all of them leave a gap wider than between
/// their lines, and the first one and another go on at the same height.
bool add_gap_walls(const LatticeGrid& grid, const std::vector<std::vector<Line>>& text,
                   const std::vector<std::size_t>& cells, const std::vector<Height>& rows,
                   std::vector<Ruling>& walls, std::vector<double>& ys) {
  double leading = 1e9;
  for (std::size_t k = 1; k < rows.size(); ++k)
    leading = std::min(leading, rows[k].baseline - rows[k - 1].baseline);
  std::vector<std::size_t> breaks;
  for (std::size_t k = 1; k < rows.size(); ++k) {
    if (rows[k].baseline - rows[k - 1].baseline < 1.4 * leading)
      continue;
    bool first = false;
    int others = 0;
    for (const std::size_t i : cells)
      for (const Line& line : text[i])
        if (std::abs(line.baseline - rows[k].baseline) < 0.35 * line.font_size) {
          first = first || grid.cells[i].column == 0;
          others += grid.cells[i].column > 0 ? 1 : 0;
        }
    if (first && others > 0)
      breaks.push_back(k);
  }
  if (breaks.empty() || cells.size() < 3)
    return false;
  for (const std::size_t k : breaks) {
    const double y = (rows[k - 1].bottom + rows[k].top) / 2;
    ys.push_back(y);
    for (const std::size_t i : cells)
      walls.push_back({Axis::horizontal, y, grid.cells[i].box.x0, grid.cells[i].box.x1, 0});
  }
  return true;
}

/// Heights at which the lines of a row's cells stand, and walls between them when numbers show
/// that each is a row of its own.
void add_row_walls(const LatticeGrid& grid, const std::vector<std::vector<Line>>& text,
                   const std::vector<std::size_t>& cells, std::vector<Ruling>& walls,
                   std::vector<double>& ys) {
  std::vector<Height> heights;
  int filled = 0;
  for (const std::size_t i : cells) {
    filled += text[i].empty() ? 0 : 1;
    for (const Line& line : text[i]) {
      if (line.turned != 0)
        return;
      heights.push_back({line.baseline, line.box.y0, line.box.y1, 1});
    }
  }
  if (filled < 2 || heights.size() < 4)
    return;
  std::sort(heights.begin(), heights.end(),
            [](const Height& a, const Height& b) { return a.baseline < b.baseline; });
  std::vector<Height> rows;
  for (const Height& h : heights) {
    if (!rows.empty() && h.baseline - rows.back().baseline < 0.4 * (h.bottom - h.top)) {
      rows.back().top = std::min(rows.back().top, h.top);
      rows.back().bottom = std::max(rows.back().bottom, h.bottom);
      ++rows.back().cells;
    } else {
      rows.push_back(h);
    }
  }
  if (rows.size() < 2)
    return;
  // Columns of numbers, each on a height of its own that others share.
  std::size_t most = 0;
  int numeric = 0, wordy = 0;
  bool alone = false; // a cell of one number
  for (const std::size_t i : cells) {
    const bool numbers = std::all_of(text[i].begin(), text[i].end(), is_numeric) &&
                         std::any_of(text[i].begin(), text[i].end(),
                                     [](const Line& line) { return has_digit(line.words); });
    if (text[i].size() < 2) {
      alone = alone || numbers;
      continue;
    }
    (numbers ? numeric : wordy) += 1;
    if (numbers)
      most = std::max(most, text[i].size());
  }
  if (add_gap_walls(grid, text, cells, rows, walls, ys))
    return;
  const int single = static_cast<int>(
      std::count_if(rows.begin(), rows.end(), [](const Height& h) { return h.cells < 2; }));
  if (numeric == 0 || wordy > 1 + numeric || most * 2 < rows.size() ||
      single * 2 > static_cast<int>(rows.size()))
    return;
  // Beside a number of one line, "2" over "6" is 26 in a narrow cell: better one cell too large
  // than a 2 that looks right.
  if (alone)
    return;
  for (std::size_t k = 0; k + 1 < rows.size(); ++k) {
    const double y = (rows[k].bottom + rows[k + 1].top) / 2;
    ys.push_back(y);
    for (const std::size_t i : cells)
      walls.push_back({Axis::horizontal, y, grid.cells[i].box.x0, grid.cells[i].box.x1, 0});
  }
}

} // namespace

std::optional<LatticeGrid> refine_grid(const LatticeGrid& grid,
                                       const std::vector<std::vector<Line>>& text) {
  std::vector<Ruling> horizontal, vertical;
  std::vector<double> ys = grid.ys;
  std::vector<Words> reasons = grid.reasons;
  const bool columns = add_column_walls(grid, text, vertical);
  if (add_heading_walls(grid, text, vertical) || columns)
    reasons.push_back(fill(phrases::columns_continued));
  std::vector<std::vector<std::size_t>> rows(static_cast<std::size_t>(grid.rows()));
  for (std::size_t i = 0; i < grid.cells.size(); ++i)
    if (grid.cells[i].row_span == 1)
      rows[static_cast<std::size_t>(grid.cells[i].row)].push_back(i);
  for (const auto& cells : rows)
    add_row_walls(grid, text, cells, horizontal, ys);
  if (ys.size() > grid.ys.size())
    reasons.push_back(fill(phrases::rows_parted));
  if (horizontal.empty() && vertical.empty())
    return std::nullopt;
  std::sort(ys.begin(), ys.end());
  for (const GridCell& c : grid.cells) {
    horizontal.push_back({Axis::horizontal, c.box.y0, c.box.x0, c.box.x1, 0});
    horizontal.push_back({Axis::horizontal, c.box.y1, c.box.x0, c.box.x1, 0});
    vertical.push_back({Axis::vertical, c.box.x0, c.box.y0, c.box.y1, 0});
    vertical.push_back({Axis::vertical, c.box.x1, c.box.y0, c.box.y1, 0});
  }
  LatticeGrid refined = make_grid(grid.xs, std::move(ys), horizontal, vertical);
  refined.reasons = std::move(reasons);
  return refined;
}

std::optional<LatticeGrid> without_captions(const LatticeGrid& grid,
                                            const std::vector<std::vector<Line>>& text) {
  constexpr std::size_t caption = 60, note = 90; // bytes: no label is as long
  const auto is_long = [&](int row, std::size_t least) {
    for (std::size_t i = 0; i < grid.cells.size(); ++i) {
      const GridCell& c = grid.cells[i];
      if (c.row == row && c.row_span == 1 && c.column == 0 && c.column_span == grid.columns()) {
        std::size_t letters = 0;
        for (const Line& line : text[i])
          for (const Word& w : line.words)
            letters += w.text.size();
        return letters >= least;
      }
    }
    return false;
  };
  int first = 0, last = grid.rows();
  if (grid.columns() < 2)
    return std::nullopt;
  while (last - first > 2 && is_long(last - 1, note))
    --last;
  while (last - first > 2 && is_long(first, caption))
    ++first;
  if (first == 0 && last == grid.rows())
    return std::nullopt;
  LatticeGrid cut;
  cut.xs = grid.xs;
  cut.ys.assign(grid.ys.begin() + first, grid.ys.begin() + last + 1);
  cut.box = {grid.box.x0, cut.ys.front(), grid.box.x1, cut.ys.back()};
  for (GridCell c : grid.cells)
    if (c.row >= first && c.row < last) {
      c.row -= first;
      cut.cells.push_back(c);
    }
  cut.reasons = grid.reasons;
  cut.reasons.push_back(fill(phrases::captions_out));
  return cut;
}

} // namespace gouji
