// SPDX-License-Identifier: GPL-3.0-or-later
// Bonds between lines of one column, and what they hold together.
#include "tables/bonded_rows.h"

#include <algorithm>
#include <cstddef>

namespace gouji {

namespace {

/// Two lines of one column, one directly after the other.
struct Neighbours {
  std::size_t above, below; ///< bands
  double step;              ///< from baseline to baseline
};

std::vector<Neighbours> neighbours_of(std::span<const Band> bands,
                                      const std::vector<std::vector<Part>>& parts,
                                      const std::vector<bool>& ruled, int columns) {
  constexpr std::size_t none = static_cast<std::size_t>(-1);
  std::vector<std::size_t> last(static_cast<std::size_t>(columns), none);
  std::vector<Neighbours> found;
  for (std::size_t i = 0; i < bands.size(); ++i) {
    if (ruled[i])
      std::ranges::fill(last, none);
    for (const Part& p : parts[i])
      for (int c = p.first; c <= p.last; ++c) {
        std::size_t& above = last[static_cast<std::size_t>(c)];
        if (p.first == p.last && above != none)
          found.push_back({above, i, bands[i].baseline - bands[above].baseline});
        above = p.first == p.last ? i : none; // what spans is no cell's line
      }
  }
  return found;
}

/// May the bands first .. last - 1 be one row?
bool is_row(const std::vector<std::vector<Part>>& parts, std::size_t first, std::size_t last,
            int columns) {
  std::vector<int> lines(static_cast<std::size_t>(columns), 0), numbers = lines;
  for (std::size_t i = first; i < last; ++i)
    for (const Part& p : parts[i]) {
      ++lines[static_cast<std::size_t>(p.first)];
      numbers[static_cast<std::size_t>(p.first)] += is_number(p) ? 1 : 0;
    }
  return std::ranges::none_of(numbers, [](int n) { return n > 1; }) &&
         std::ranges::any_of(lines, [](int n) { return n == 1; });
}

} // namespace

std::optional<std::vector<bool>> bonded_rows(std::span<const Band> bands,
                                             const std::vector<std::vector<Part>>& parts,
                                             const std::vector<bool>& ruled, int columns) {
  constexpr double beside = 0.5; // of the font size: nearer bands stand beside each other
  constexpr int fewest_rows = 3;
  const std::vector<Neighbours> neighbours = neighbours_of(bands, parts, ruled, columns);
  double least = 1e9;
  for (const Neighbours& n : neighbours)
    least = std::min(least, n.step);
  std::vector<int> held(bands.size() + 1, 0); // changes of how many bonds reach over a band's top
  for (const Neighbours& n : neighbours)
    if (n.step <= step_of_text(least)) {
      ++held[n.above + 1];
      --held[n.below + 1];
    }
  std::vector<bool> starts(bands.size(), false);
  int bonds = 0, rows = 0, tall = 0;
  std::size_t first = 0;
  for (std::size_t i = 0; i <= bands.size(); ++i) {
    bonds += held[i];
    const bool end = i == bands.size();
    if (!end && i > 0 && !ruled[i] &&
        (bonds > 0 || bands[i].baseline - bands[i - 1].baseline < beside * bands[i].font_size))
      continue;
    if (i > first) {
      if (!is_row(parts, first, i, columns))
        return std::nullopt;
      ++rows;
      tall += i - first > 1 ? 1 : 0;
    }
    if (!end)
      starts[i] = true;
    first = i;
  }
  if (rows < fewest_rows || tall * 2 < rows)
    return std::nullopt;
  return starts;
}

} // namespace gouji
