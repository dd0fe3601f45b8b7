// SPDX-License-Identifier: GPL-3.0-or-later
// Sharing out lines between rows of numbers, by dynamic programming over the places of the cuts.
#include "tables/centred_rows.h"

#include <algorithm>
#include <cmath>
#include <cstddef>

namespace gouji {

namespace {

constexpr std::size_t most_lines = 16; // between two rows

bool is_value(const Part& p) {
  return p.first == p.last && p.first > 0 && is_number(p);
}

/// Bands with numbers in most of the columns but the first. Empty when other bands have any.
std::vector<std::size_t> rows_of_numbers(const std::vector<std::vector<Part>>& parts, int columns) {
  std::vector<std::size_t> rows;
  for (std::size_t i = 0; i < parts.size(); ++i) {
    const auto numbers = std::ranges::count_if(parts[i], is_value);
    if (numbers >= 2 && numbers * 2 >= columns - 1)
      rows.push_back(i);
    else if (numbers > 0)
      return {};
  }
  return rows;
}

/// How far the middle of bands first .. last - 1 is from the band `row` among them.
double off_middle(std::span<const Band> bands, std::size_t first, std::size_t last,
                  std::size_t row) {
  return std::abs((bands[first].baseline + bands[last - 1].baseline) / 2 - bands[row].baseline);
}

} // namespace

std::optional<std::vector<bool>> centred_rows(std::span<const Band> bands,
                                              const std::vector<std::vector<Part>>& parts,
                                              const std::vector<bool>& ruled, int columns) {
  constexpr std::size_t fewest_rows = 4;
  const std::vector<std::size_t> rows = rows_of_numbers(parts, columns);
  if (rows.size() < fewest_rows || std::find(ruled.begin(), ruled.end(), true) != ruled.end())
    return std::nullopt;
  bool open = false;
  for (std::size_t r = 1; r < rows.size(); ++r) {
    const std::size_t lines = rows[r] - rows[r - 1] - 1;
    if (lines > most_lines)
      return std::nullopt;
    open = open || lines > 1;
  }
  if (!open)
    return std::nullopt;
  // cost[r][k]: the least sum for rows up to r when row r ends k lines below its numbers.
  std::vector<std::vector<double>> cost(rows.size());
  std::vector<std::vector<std::size_t>> from(rows.size()); // the k of the row above
  for (std::size_t r = 0; r < rows.size(); ++r) {
    const std::size_t below =
        r + 1 < rows.size() ? rows[r + 1] - rows[r] - 1 : bands.size() - rows[r] - 1;
    for (std::size_t k = 0; k <= std::min(below, most_lines); ++k) {
      double best = 1e9;
      std::size_t best_from = 0;
      for (std::size_t j = 0; j < (r == 0 ? 1 : cost[r - 1].size()); ++j) {
        const std::size_t first = r == 0 ? 0 : rows[r - 1] + 1 + j;
        const double here = off_middle(bands, first, rows[r] + 1 + k, rows[r]);
        const double sum = (r == 0 ? 0 : cost[r - 1][j]) + here;
        if (sum < best) {
          best = sum;
          best_from = j;
        }
      }
      cost[r].push_back(best);
      from[r].push_back(best_from);
    }
  }
  std::vector<bool> starts(bands.size(), false);
  // Lines below the last row are its own; so are those above the first one: a page break cut them.
  std::size_t k = cost.back().size() - 1;
  std::size_t off = 0;
  for (std::size_t r = rows.size() - 1; r > 0; --r) {
    const std::size_t last = rows[r] + 1 + k;
    k = from[r][k];
    const std::size_t first = rows[r - 1] + 1 + k;
    starts[first] = true;
    const bool cut = r + 1 == rows.size();
    off += !cut && off_middle(bands, first, last, rows[r]) > 0.55 * bands[rows[r]].font_size;
  }
  starts[0] = true;
  if (off * 10 > rows.size())
    return std::nullopt;
  return starts;
}

} // namespace gouji
