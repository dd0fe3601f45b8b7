// SPDX-License-Identifier: GPL-3.0-or-later
// Measuring columns and weighing what speaks for a table against what speaks against it.
#include "tables/plausibility.h"

#include "tables/columns.h"
#include "tables/messages.h"

#include <algorithm>
#include <cmath>
#include <span>
#include <utility>

namespace gouji {

namespace {

std::size_t length_of(const Segment& s) {
  std::size_t n = 0;
  for (const Word& w : s.words)
    n += w.text.size() + 1;
  return n;
}

/// The largest share of the places that lie within `tolerance`.
double common_share(std::vector<double> at, double tolerance) {
  if (at.empty())
    return 0;
  std::sort(at.begin(), at.end());
  std::size_t best = 1;
  for (std::size_t i = 0, k = 0; i < at.size(); ++i) {
    while (at[i] - at[k] > tolerance)
      ++k;
    best = std::max(best, i - k + 1);
  }
  return static_cast<double>(best) / static_cast<double>(at.size());
}

/// What a column looks like.
struct ColumnLook {
  int filled = 0, numeric = 0, lengthy = 0, marks = 0;
  double aligned = 0;
  bool centred = false; ///< all texts have one middle, and their sides differ
};

std::vector<ColumnLook> look_at_columns(std::span<const Band> bands,
                                        const std::vector<Gutter>& gutters) {
  std::vector<ColumnLook> looks(gutters.size() + 1);
  std::vector<std::vector<double>> left(looks.size()), right(looks.size()), middle(looks.size());
  double size = 0;
  for (const Band& band : bands)
    for (const Segment& s : band.segments) {
      const auto c = static_cast<std::size_t>(column_at(gutters, s.box.center_x()));
      ColumnLook& look = looks.at(c);
      ++look.filled;
      look.numeric += has_digit(s.words) ? 1 : 0;
      look.lengthy += length_of(s) > 45 ? 1 : 0;
      look.marks += length_of(s) <= 4 && !has_digit(s.words) ? 1 : 0;
      left[c].push_back(s.box.x0);
      right[c].push_back(s.box.x1);
      middle[c].push_back(s.box.center_x());
      size = std::max(size, band.font_size);
    }
  for (std::size_t c = 0; c < looks.size(); ++c) {
    looks[c].aligned = alignment(left[c], right[c], middle[c], size);
    const double tolerance = 0.3 * size;
    looks[c].centred = common_share(middle[c], tolerance) >= 1 &&
                       common_share(left[c], tolerance) < 1 &&
                       common_share(right[c], tolerance) < 1;
  }
  return looks;
}

/// The grid lines of a chart begin beside their labels, at half their height; the rules of a table
/// run between its lines.
bool runs_through_text(std::span<const Band> rows, const std::vector<RuleLevel>& levels) {
  int through = 0;
  for (const Band& b : rows) {
    const double reach = 0.33 * b.font_size, y = b.box.center_y();
    const auto level = std::partition_point(levels.begin(), levels.end(),
                                            [&](const RuleLevel& l) { return l.y < y - reach; });
    if (level != levels.end() && level->y < y + reach &&
        std::any_of(level->parts.begin(), level->parts.end(),
                    [](const Ruling& r) { return r.to - r.from > 40; }))
      ++through;
  }
  return through >= 3 && through * 3 > static_cast<int>(rows.size());
}

/// Is it one row of numbers, and over each the text that heads it?
bool heads_over_numbers(std::span<const Band> rows, const std::vector<Gutter>& gutters) {
  const Band* above = nullptr;
  const Band* row = nullptr;
  for (const Band& b : rows)
    if (b.segments.size() > 1)
      above = std::exchange(row, &b);
  // The first text of each may stand in columns of its own: one is centred, the other is not.
  if (above == nullptr || above->segments.size() != row->segments.size() ||
      row->segments.size() + 1 < gutters.size() + 1)
    return false;
  const double tolerance = 0.4 * row->font_size;
  for (std::size_t i = 1; i < row->segments.size(); ++i) {
    const Segment& head = above->segments[i];
    const Segment& s = row->segments[i];
    if (has_digit(head.words) || s.words.size() != 1 || !has_digit(s.words) ||
        (std::abs(head.box.x0 - s.box.x0) > tolerance &&
         std::abs(head.box.x1 - s.box.x1) > tolerance &&
         std::abs(head.box.center_x() - s.box.center_x()) > tolerance))
      return false;
  }
  return true;
}

} // namespace

double alignment(const std::vector<double>& left, const std::vector<double>& right,
                 const std::vector<double>& middle, double size) {
  const double tolerance = 0.3 * size;
  return std::max({common_share(left, tolerance), common_share(right, tolerance),
                   common_share(middle, tolerance)});
}

double judge(const std::vector<Band>& bands, const std::vector<RuleLevel>& levels, Region& region,
             std::size_t rules) {
  const std::span<const Band> rows(bands.data() + region.first, region.last - region.first);
  const auto looks = look_at_columns(rows, region.gutters);
  const auto columns = looks.size();
  int multi = 0;
  for (const Band& b : rows)
    multi += b.segments.size() > 1 ? 1 : 0;
  const int fewest = (rules >= 2 || columns > 3) && heads_over_numbers(rows, region.gutters) ? 2
                     : rules >= 2 && columns > 2                                             ? 2
                                                                                             : 3;
  if (columns < 2 || multi < fewest)
    return 0;
  double aligned = 0, numeric = 0, filled = 0, lengthy = 0;
  for (std::size_t c = 0; c < columns; ++c) {
    aligned += looks[c].aligned;
    lengthy += looks[c].lengthy;
    filled += looks[c].filled;
    if (c > 0)
      numeric += static_cast<double>(looks[c].numeric) / std::max(1, looks[c].filled);
  }
  aligned /= static_cast<double>(columns);
  numeric /= static_cast<double>(columns - 1);
  lengthy /= std::max(1.0, filled);
  if (runs_through_text(rows, levels))
    return 0;
  // Charts label their axes and leave the rest empty.
  const double density = filled / (static_cast<double>(columns) * static_cast<double>(multi));
  // A list: marks or numbers, then text.
  const bool list =
      columns == 2 && (looks[0].marks * 10 > looks[0].filled * 6 || lengthy > 0.3) && numeric < 0.6;
  double score = 0.45 * aligned + 0.25 * numeric +
                 0.08 * std::min<double>(4, static_cast<double>(columns) - 1) +
                 0.12 * static_cast<double>(std::min<std::size_t>(rules, 3)) - 0.6 * lengthy;
  score = std::min(score, 1.0) * std::min(1.0, density / 0.5);
  if (list)
    score -= 0.3;
  const bool centred_numbers = looks[1].centred && numeric >= 0.5; // no text is set like that
  if (columns == 2 && rules < 2 && !centred_numbers)
    score -= 0.15;
  region.reasons.push_back(fill(phrases::white_columns, columns, std::lround(100 * aligned),
                                std::lround(100 * numeric), std::lround(100 * lengthy), rules));
  return std::clamp(score, 0.0, 1.0);
}

} // namespace gouji
