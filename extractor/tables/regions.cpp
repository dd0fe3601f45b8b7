// SPDX-License-Identifier: GPL-3.0-or-later
// Runs, fitted to the rules around them and judged.
#include "tables/regions.h"

#include "tables/messages.h"
#include "tables/plausibility.h"
#include "tables/runs.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace gouji {

namespace {

/// Fits the region to the rules drawn over, in and under it. Returns how many there are.
/// `bounded`: the region is already what stands between rules.
std::size_t fit_to_rules(const std::vector<Band>& bands, const std::vector<RuleLevel>& levels,
                         bool bounded, Region& region) {
  double x0 = 1e9, x1 = -1e9;
  for (std::size_t i = region.first; i < region.last; ++i)
    if (bands[i].segments.size() > 1) {
      x0 = std::min(x0, bands[i].box.x0);
      x1 = std::max(x1, bands[i].box.x1);
    }
  const double size = bands[region.first].font_size;
  const double top = bands[region.first].box.y0 - 7 * size;
  const double bottom = bands[region.last - 1].box.y1 + 3 * size;
  std::vector<double> wide;
  for (const RuleLevel& level : levels)
    if (level.y > top && level.y < bottom && level.coverage(x0, x1) > 0.75)
      wide.push_back(level.y);
  if (wide.size() < 2)
    return wide.size();
  // Under the last rule stand notes; over the first one stands the caption.
  const auto above = [&](std::size_t i, double y) { return bands[i].box.center_y() < y; };
  const auto same_size = [&](std::size_t i) {
    return std::abs(bands[i].font_size - size) < 0.25 * size;
  };
  std::size_t first = region.first, last = region.last;
  if (!bounded) {
    while (first > 0 && !above(first - 1, wide.front()) && same_size(first - 1))
      --first;
    while (first < last && above(first, wide.front()))
      ++first;
    std::size_t rows_below = 0;
    for (std::size_t i = first; i < last; ++i)
      rows_below += !above(i, wide.back()) && bands[i].segments.size() > 1 ? 1 : 0;
    // When many rows follow the last rule, it is the one under the header.
    if (rows_below * 3 < last - first)
      while (last > first + 1 && !above(last - 1, wide.back()))
        --last;
    while (last < bands.size() && above(last, wide.back()) && same_size(last))
      ++last;
  }
  if (last - first >= 2) {
    region.first = first;
    region.last = last;
  }
  region.body = region.first;
  for (const double y : wide) {
    std::size_t body = region.first;
    while (body < region.last && above(body, y))
      ++body;
    if (body > region.first && body < region.last && body - region.first <= 8) {
      region.body = body;
      break;
    }
  }
  return wide.size();
}

/// Header lines directly over the first row that fit into the columns.
void extend_upwards(const std::vector<Band>& bands, Region& region, std::size_t floor) {
  for (int added = 0; region.first > floor && added < 4; ++added) {
    const Band& row = bands[region.first];
    const Band& above = bands[region.first - 1];
    if (row.box.y0 - above.box.y1 > 0.55 * row.font_size)
      return;
    if (std::abs(above.font_size - row.font_size) > 0.15 * row.font_size)
      return;
    for (const Segment& s : above.segments)
      if (column_at(region.gutters, s.box.x0) != column_at(region.gutters, s.box.x1) &&
          (above.segments.size() == 1 || s.box.width() > 0.5 * row.box.width()))
        return;
    if (above.segments.size() == 1 && column_at(region.gutters, above.box.center_x()) == 0)
      return;
    --region.first;
  }
}

/// Numbers that are no years in at least half of the cells beside the first: no header says that.
bool is_row_of_data(const Band& row) {
  const auto is_datum = [](const Segment& s) {
    const std::string& word = s.words.front().text;
    const bool year = s.words.size() == 1 && word.size() == 4 &&
                      (word.starts_with("19") || word.starts_with("20")) &&
                      word.find_first_not_of("0123456789") == std::string::npos;
    return has_digit(s.words) && !year;
  };
  const auto data = std::count_if(row.segments.begin() + 1, row.segments.end(), is_datum);
  return row.segments.size() > 1 && data * 2 >= std::ssize(row.segments) - 1;
}

/// Does the line over a rule head the columns of `row`, the one below it? Each column but one has a
/// text of its own; where these stand as close as words, data below must say that a header is due.
bool heads_columns(const Band& above, const Band& row, const std::vector<Gutter>& gutters) {
  if (above.segments.size() < 2)
    return false;
  std::vector<bool> headed(gutters.size() + 1, false);
  for (const Segment& s : above.segments)
    for (const Word& w : s.words) {
      const double inset = 0.2 * w.font_size;
      const int column = column_at(gutters, w.box.x0 + inset);
      if (column != column_at(gutters, std::max(w.box.x0 + inset, w.box.x1 - inset)))
        return false;
      headed[static_cast<std::size_t>(column)] = true;
    }
  const auto columns = std::ranges::count(headed, true);
  return columns + 1 >= std::ssize(headed) &&
         (std::ssize(above.segments) >= columns || is_row_of_data(row));
}

/// Many tables have no rule over their header, only one under it: what stands directly over the
/// first rule, a text to each column or nearly, is the header. A caption is one text.
void extend_over_rule(const std::vector<Band>& bands, const std::vector<RuleLevel>& levels,
                      Region& region, std::size_t floor) {
  if (region.first <= floor)
    return;
  const Band& row = bands[region.first];
  const Band& above = bands[region.first - 1];
  const double size = row.font_size;
  const auto rule = std::find_if(levels.begin(), levels.end(), [&](const RuleLevel& level) {
    return level.y > above.box.center_y() && level.y < row.box.center_y() &&
           level.coverage(row.box.x0, row.box.x1) > 0.75;
  });
  if (rule == levels.end() || rule->y - above.box.y1 > 0.9 * size ||
      std::abs(above.font_size - size) > 0.25 * size ||
      above.box.x0 < rule->parts.front().from - size || above.box.x1 > rule->parts.back().to + size)
    return;
  // The header may reach into white that the rows below leave.
  std::vector<Gutter> gutters =
      find_gutters({bands.data() + region.first - 1, region.last - region.first + 1});
  if (gutters.size() < region.gutters.size() || !heads_columns(above, row, gutters))
    return;
  region.gutters = std::move(gutters);
  region.body = region.first--;
  extend_upwards(bands, region, floor);
}

Rect box_of(const std::vector<Band>& bands, const Region& region) {
  Rect box;
  for (std::size_t i = region.first; i < region.last; ++i)
    box = united(box, bands[i].box);
  return box;
}

/// Judges the bands of a run; appends the region when they are a table.
void consider(const std::vector<Band>& bands, const std::vector<RuleLevel>& levels, const Run& run,
              bool bounded, std::size_t floor, std::size_t ceiling, std::vector<Region>& regions,
              Readings* readings) {
  Region region{run.first, run.first, run.last, {}, 0, {}};
  const std::size_t rules = fit_to_rules(bands, levels, bounded, region);
  region.first = std::max(region.first, floor);
  region.last = std::min(region.last, ceiling);
  region.body = std::clamp(region.body, region.first, region.last);
  const bool row = bounded && region.last == region.first + 1;
  if (region.last <= region.first || (region.last == region.first + 1 && !row))
    return;
  region.gutters = find_gutters({bands.data() + region.first, region.last - region.first});
  if (region.gutters.empty())
    return;
  region.confidence = row ? 0.6 : judge(bands, levels, region, rules);
  if (region.confidence < 0.5) {
    constexpr double least = 0.2; // below is plain prose, hardly a candidate
    if (readings != nullptr && region.confidence >= least)
      readings->push_back({Method::open,
                           box_of(bands, region),
                           0,
                           static_cast<int>(region.gutters.size()) + 1,
                           region.confidence,
                           false,
                           {fill(phrases::lost_prose), region.reasons.back()}});
    return;
  }
  if (rules < 2)
    extend_upwards(bands, region, floor);
  extend_over_rule(bands, levels, region, floor);
  regions.push_back(std::move(region));
}

} // namespace

std::vector<Region> find_regions(const std::vector<Band>& bands,
                                 const std::vector<RuleLevel>& levels, Readings* readings) {
  std::vector<Region> ruled;
  for (const Run& run : ruled_runs(bands, levels))
    if (ruled.empty() || run.first >= ruled.back().last)
      consider(bands, levels, run, true, ruled.empty() ? 0 : ruled.back().last, bands.size(), ruled,
               readings);
  std::vector<Region> regions;
  std::size_t floor = 0;
  const auto search = [&](std::size_t ceiling) {
    for (const Run& run : find_runs(bands, floor, ceiling)) {
      const std::size_t least = regions.empty() ? floor : std::max(floor, regions.back().last);
      if (run.first >= least)
        consider(bands, levels, run, false, least, ceiling, regions, readings);
    }
  };
  for (Region& region : ruled) {
    search(region.first);
    floor = region.last;
    regions.push_back(std::move(region));
  }
  search(bands.size());
  if (!bands.empty() && (regions.empty() || regions.front().first > 0) &&
      is_row_of_numbers(bands.front())) {
    std::vector<Region> rest;
    consider(bands, levels, {0, 1}, true, 0, 1, rest, readings);
    regions.insert(regions.begin(), rest.begin(), rest.end());
  }
  return regions;
}

} // namespace gouji
