// SPDX-License-Identifier: GPL-3.0-or-later
// Regions of lines -> tables; all other lines stay.
#include "tables/stream_tables.h"

#include "tables/fill_grid.h"
#include "tables/messages.h"
#include "tables/regions.h"
#include "tables/stream_grid.h"

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <utility>

namespace gouji {

namespace {

/// The edges of a region's columns may lie anywhere in the white between them.
std::vector<double> slack_of(const Region& region) {
  constexpr double side = 15; // points: text need not reach the sides of its column
  std::vector<double> slack{side};
  for (const Gutter& g : region.gutters)
    slack.push_back((g.to - g.from) / 2);
  slack.push_back(side);
  return slack;
}

/// What the cells say, and how clearly white space parts the columns.
Doubts doubts_of(const std::vector<Band>& bands, const Region& region, const StreamGrid& found) {
  Doubts doubts = gouji::doubts_of(found.grid, found.text);
  double narrowest = 1;
  for (const Gutter& g : region.gutters)
    if (g.to > g.from) // not a told place, which has no width
      narrowest = std::min(narrowest, (g.to - g.from) / bands[region.first].font_size);
  int crossing = 0, rows = 0;
  for (std::size_t i = region.first; i < region.last; ++i) {
    rows += bands[i].segments.size() > 1 ? 1 : 0;
    for (const Segment& s : bands[i].segments)
      crossing +=
          column_at(region.gutters, s.box.x0) != column_at(region.gutters, s.box.x1) ? 1 : 0;
  }
  constexpr double enough = 4;
  doubts.narrow = 1 - narrowest;
  doubts.crossed = static_cast<double>(crossing) / static_cast<double>(region.gutters.size() + 1);
  doubts.weak = 1 - region.confidence;
  doubts.few = std::max(0.0, 1 - rows / enough);
  return doubts;
}

/// Takes the lines that stand in charts.
std::vector<Line> take_labels(std::vector<Line>& lines, const std::vector<Diagram>& charts) {
  const auto first = charts.empty()
                         ? lines.end()
                         : std::stable_partition(lines.begin(), lines.end(), [&](const Line& line) {
                             return line.turned != 0 || !is_chart(charts, line.box);
                           });
  std::vector<Line> labels(std::make_move_iterator(first), std::make_move_iterator(lines.end()));
  lines.erase(first, lines.end());
  return labels;
}

/// Parts segments where a word begins a column.
void cut_segments(std::vector<Band>& bands, const std::vector<double>& columns) {
  const auto column_of = [&columns](const Word& w) {
    return std::upper_bound(columns.begin(), columns.end(), w.box.center_x()) - columns.begin();
  };
  for (Band& band : bands) {
    std::vector<Segment> cut;
    for (const Segment& s : band.segments)
      for (std::size_t i = 0; i < s.words.size(); ++i) {
        if (i == 0 || column_of(s.words[i]) != column_of(s.words[i - 1]))
          cut.emplace_back();
        cut.back().words.push_back(s.words[i]);
        cut.back().box = united(cut.back().box, s.words[i].box);
      }
    band.segments = std::move(cut);
  }
}

std::vector<Gutter> gutters_at(const std::vector<double>& columns) {
  std::vector<Gutter> gutters;
  gutters.reserve(columns.size());
  for (const double x : columns)
    gutters.push_back({x, x, 0, x});
  return gutters;
}

/// Regions with the columns that were told, or all bands as one.
std::vector<Region> told_regions(const std::vector<Band>& bands,
                                 const std::vector<RuleLevel>& levels, const ToldColumns& told,
                                 Readings* readings) {
  std::vector<Region> regions;
  if (!told.whole)
    regions = find_regions(bands, levels, readings);
  else if (!bands.empty())
    regions.push_back({0, 0, bands.size(), find_gutters(bands), 1, {fill(phrases::told_table)}});
  if (!told.xs.empty())
    for (Region& region : regions)
      region.gutters = gutters_at(told.xs);
  std::erase_if(regions, [](const Region& region) { return region.gutters.empty(); });
  return regions;
}

} // namespace

std::vector<Piece> stream_tables(std::vector<Line>& lines, std::vector<Ruling> rules,
                                 const std::vector<Diagram>& charts, int page, Readings* readings,
                                 const ToldColumns& told) {
  const std::vector<Line> labels = take_labels(lines, charts);
  take_typed_rules(lines, rules);
  std::vector<Band> bands = make_bands(lines);
  if (!told.xs.empty())
    cut_segments(bands, told.xs);
  const std::vector<RuleLevel> levels = rule_levels(std::move(rules));
  std::vector<Piece> tables;
  std::vector<Line> rest;
  std::size_t next = 0;
  const auto keep_to = [&](std::size_t end) {
    for (; next < end; ++next) {
      Line line;
      line.box = bands[next].box;
      line.baseline = bands[next].baseline;
      line.font_size = bands[next].font_size;
      for (const Segment& s : bands[next].segments) {
        const auto first = static_cast<std::ptrdiff_t>(line.words.size());
        line.words.insert(line.words.end(), s.words.begin(), s.words.end());
        line.words[static_cast<std::size_t>(first)].spaced = first > 0;
      }
      rest.push_back(std::move(line));
    }
  };
  for (const Region& region : told_regions(bands, levels, told, readings)) {
    const StreamGrid found = make_stream_grid(bands, region, levels);
    const Occupancy o = occupancy_of(found.grid, found.text);
    if (!told.whole && (o.paired * 5 < o.spoken * 2 || o.spoken * 2 < found.grid.rows())) {
      record_loss(readings, found.grid, Method::open, phrases::lost_frame);
      continue;
    }
    keep_to(region.first);
    next = region.last;
    tables.push_back(
        make_piece(found.grid, found.text, page, Method::open, doubts_of(bands, region, found)));
    record(readings, table_of(tables.back()), Method::open, true);
    tables.back().slack = slack_of(region);
  }
  keep_to(bands.size());
  for (Line& line : lines)
    if (line.turned != 0)
      rest.push_back(std::move(line));
  if (!labels.empty()) {
    rest.insert(rest.end(), labels.begin(), labels.end());
    std::stable_sort(rest.begin(), rest.end(), [](const Line& a, const Line& b) {
      return std::pair(a.turned != 0, a.turned != 0 ? 0 : a.baseline) <
             std::pair(b.turned != 0, b.turned != 0 ? 0 : b.baseline);
    });
  }
  lines = std::move(rest);
  return tables;
}

} // namespace gouji
