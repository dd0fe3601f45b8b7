// SPDX-License-Identifier: GPL-3.0-or-later
// Counting numbers between rules.
#include "tables/ruled_rows.h"

#include <algorithm>

namespace gouji {

bool one_row_between(std::span<const Band> bands, const std::vector<std::vector<Part>>& parts,
                     const std::vector<double>& drawn) {
  int units = 0, numbers = 0; // lines that stand beside each other are one unit
  for (std::size_t i = 0; i < bands.size(); ++i) {
    const bool beside =
        i > 0 && bands[i].baseline - bands[i - 1].baseline < 0.75 * bands[i].font_size;
    const bool parted = i > 0 && std::ranges::any_of(drawn, [&](double y) {
                          return y > bands[i - 1].box.center_y() && y < bands[i].box.center_y();
                        });
    if (parted)
      numbers = 0;
    units += beside ? 0 : 1;
    numbers += !beside && parts[i].size() > 1 && has_digit(parts[i].back().words) ? 1 : 0;
    if (numbers > 1)
      return false;
  }
  return static_cast<int>(drawn.size() + 1) * 2 > units;
}

bool numbers_between(const std::vector<std::vector<Part>>& parts, const std::vector<bool>& ruled,
                     std::size_t body, int columns) {
  constexpr int fewest = 3; // stretches between rules
  std::vector<int> numbers(static_cast<std::size_t>(columns), 0);
  int stretches = 0, counted = 0;
  const auto close = [&] {
    counted += std::ranges::any_of(numbers, [](int n) { return n > 0; }) ? 1 : 0;
    ++stretches;
    std::ranges::fill(numbers, 0);
  };
  for (std::size_t i = body; i < parts.size(); ++i) {
    if (ruled[i] && i > body)
      close();
    for (const Part& p : parts[i])
      if (p.first == p.last && is_number(p) && ++numbers[static_cast<std::size_t>(p.first)] > 1)
        return false;
  }
  close();
  return stretches >= fewest && counted * 4 > stretches * 3;
}

} // namespace gouji
