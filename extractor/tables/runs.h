// SPDX-License-Identifier: GPL-3.0-or-later
// Stretches of bands that may be a table: those that share white strips, and those between rules.
#pragma once

#include "tables/bands.h"

#include <cstddef>
#include <vector>

namespace gouji {

/// Bands first .. last - 1.
struct Run {
  std::size_t first = 0, last = 0;
};

/// Runs of bands among first .. last - 1 in which white strips go through from row to row. Bands of
/// one segment may lie between; text of another size, the first row again or a wide step down end a
/// run, the last unless numbers below it stand in the columns above it.
std::vector<Run> find_runs(const std::vector<Band>& bands, std::size_t first, std::size_t last);

/// Is it a row of at least four texts, most of them numbers? A page break may leave a table no
/// more.
bool is_row_of_numbers(const Band& band);

/// Rules of like extent, one under the other, at least two. Shorter ones with the same right end,
/// beside a label that goes on over several rows, are among them.
struct Chain {
  double x0 = 0, x1 = 0;
  std::vector<double> ys;
};
std::vector<Chain> rule_chains(const std::vector<RuleLevel>& levels);

/// Runs between rules of like extent that stand one under the other, in order.
std::vector<Run> ruled_runs(const std::vector<Band>& bands, const std::vector<RuleLevel>& levels);

} // namespace gouji
