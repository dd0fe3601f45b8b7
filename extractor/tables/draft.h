// SPDX-License-Identifier: GPL-3.0-or-later
// A grid in the making, of a table without (enough) lines: which columns its texts span.
#pragma once

#include "tables/bands.h"
#include "tables/stream_rows.h"

#include <cstddef>
#include <span>
#include <utility>
#include <vector>

namespace gouji {

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
double between(const Band& above, const Band& below);

/// Columns that a rule covers, first and last; -1 where it covers none.
std::pair<int, int> covered_columns(const Draft& d, const Ruling& r);

/// A header part over a rule that reaches over several columns spans them.
void span_by_rules(Draft& d, const std::vector<RuleLevel>& levels);

/// A text of the band `row` centred over several columns that are empty beside it spans them.
void span_by_centering(Draft& d, std::size_t row);

/// A line of a spanning header cell that is short enough to fit into one column belongs to the line
/// above it.
void inherit_spans(Draft& d);

/// A heading among the rows that stands in the middle of the table and over a gutter spans it all.
void span_by_middle(Draft& d);

/// Under each spanning header part that no rule parts from what it heads, a wall. `drawn` are the
/// heights of rules in the table.
void wall_under_spans(Draft& d, const std::vector<double>& drawn);

/// Gives the cells of a header without rules whose lines share no baselines their columns, rows and
/// walls. False when the header is none of that kind. `box` is that of the table.
bool stagger_header(Draft& d, const std::vector<double>& drawn, const Rect& box);

} // namespace gouji
