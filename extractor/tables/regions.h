// SPDX-License-Identifier: GPL-3.0-or-later
// Where on a page tables without (enough) lines stand.
#pragma once

#include "base/words.h"
#include "tables/bands.h"
#include "tables/columns.h"
#include "tables/reading.h"

#include <cstddef>
#include <vector>

namespace gouji {

/// Bands first .. last - 1 are a table; those before `body` are its header as far as rules tell.
struct Region {
  std::size_t first = 0, body = 0, last = 0;
  std::vector<Gutter> gutters;
  double confidence = 0;
  std::vector<Words> reasons;
};

/// Runs of bands that share white strips and whose segments line up, from the first row to the
/// last, cut to the rules drawn around them. Prose in justified lines, lists with marks, two
/// columns of prose and tables of contents are told apart by how text fills the columns. Follows
/// Nurminen (2013) in letting rows vote for columns, and Hassan (2010) in taking alignment as the
/// evidence. A row of numbers above all else is what a page break left of a table. Runs that were
/// no table go to `readings`, if anybody asks.
std::vector<Region> find_regions(const std::vector<Band>& bands,
                                 const std::vector<RuleLevel>& levels,
                                 Readings* readings = nullptr);

} // namespace gouji
