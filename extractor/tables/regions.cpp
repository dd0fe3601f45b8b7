// SPDX-License-Identifier: GPL-3.0-or-later
// Growing runs of bands, fitting them to rules, and judging whether they are tables.
#include "tables/regions.h"

#include <algorithm>
#include <cmath>
#include <span>
#include <utility>

#include <fmt/format.h>

namespace gouji {

namespace {

/// White strips that all bands of a run so far leave free.
using Strips = std::vector<Gutter>;

Strips gaps_of(const Band& band) {
  Strips gaps;
  for (std::size_t i = 1; i < band.segments.size(); ++i)
    gaps.push_back({band.segments[i - 1].box.x1, band.segments[i].box.x0});
  return gaps;
}

/// The strips cut by the band's text; what becomes too narrow goes.
Strips left_free(const Strips& strips, const Band& band, double narrowest) {
  Strips left;
  auto s = band.segments.begin();
  for (const Gutter& strip : strips) {
    double from = strip.from;
    while (s != band.segments.end() && s->box.x1 <= from)
      ++s;
    auto t = s;
    for (; t != band.segments.end() && t->box.x0 < strip.to; ++t) {
      if (t->box.x0 - from >= narrowest)
        left.push_back({from, t->box.x0});
      from = std::max(from, t->box.x1);
    }
    if (strip.to - from >= narrowest)
      left.push_back({from, strip.to});
  }
  return left;
}

bool shares_gap(const Strips& strips, const Band& band) {
  for (const Gutter& gap : gaps_of(band))
    for (const Gutter& strip : strips)
      if (std::min(gap.to, strip.to) - std::max(gap.from, strip.from) > 0.3 * band.font_size)
        return true;
  return false;
}

/// Bands whose heights overlap: the lines of cells that are centred beside each other. Running text
/// never does that, so a unit is judged as one band.
struct Unit {
  std::size_t first = 0, last = 0;
  Band text; ///< its segments joined where they overlap from left to right
};

void add_to_unit(Unit& unit, const Band& band) {
  std::vector<Segment> all;
  for (const Segment& s : unit.text.segments)
    all.push_back({{}, s.box});
  for (const Segment& s : band.segments)
    all.push_back({{}, s.box});
  std::sort(all.begin(), all.end(),
            [](const Segment& a, const Segment& b) { return a.box.x0 < b.box.x0; });
  unit.text.segments.clear();
  for (Segment& s : all) {
    if (!unit.text.segments.empty() && s.box.x0 < unit.text.segments.back().box.x1 + 1)
      unit.text.segments.back().box = united(unit.text.segments.back().box, s.box);
    else
      unit.text.segments.push_back(std::move(s));
  }
  unit.text.box = united(unit.text.box, band.box);
  unit.text.baseline = band.baseline;
  unit.text.font_size = std::max(unit.text.font_size, band.font_size);
}

std::vector<Unit> make_units(std::span<const Band> bands, std::size_t offset) {
  std::vector<Unit> units;
  for (std::size_t i = 0; i < bands.size(); ++i) {
    const Band& band = bands[i];
    const bool overlaps = i > 0 && band.baseline - bands[i - 1].baseline <
                                       0.75 * std::min(band.font_size, bands[i - 1].font_size);
    if (!overlaps)
      units.push_back({offset + i, offset + i, {}});
    add_to_unit(units.back(), band);
    units.back().last = offset + i + 1;
  }
  return units;
}

/// Do two bands of as many columns begin with the same words, letters among them?
bool same_header(const Band& a, const Band& b) {
  if (a.segments.size() < 3 || a.segments.size() != b.segments.size())
    return false;
  const auto& u = a.segments.front().words;
  const auto& v = b.segments.front().words;
  return std::abs(a.segments.front().box.x0 - b.segments.front().box.x0) < 3 &&
         std::equal(u.begin(), u.end(), v.begin(), v.end(),
                    [](const Word& x, const Word& y) { return x.text == y.text; }) &&
         std::any_of(u.begin(), u.end(), [](const Word& w) {
           return std::any_of(w.text.begin(), w.text.end(), [](char c) {
             return (c >= 'a' && c <= 'z') || static_cast<unsigned char>(c) >= 0xC3;
           });
         });
}

/// A run of bands around one set of columns.
struct Run {
  std::size_t first = 0, last = 0;
};

/// Runs among bands first .. last - 1.
std::vector<Run> find_runs(const std::vector<Band>& bands, std::size_t first, std::size_t last) {
  const std::vector<Unit> units = make_units({bands.data() + first, last - first}, first);
  std::vector<Run> runs;
  std::size_t i = 0;
  while (i < units.size()) {
    if (units[i].text.segments.size() < 2) {
      ++i;
      continue;
    }
    std::size_t end = i + 1;
    int rows = 1;
    Strips strips = gaps_of(units[i].text);
    double pitch = 0;
    for (std::size_t k = i + 1; k < units.size() && k < end + 4; ++k) {
      const Band& band = units[k].text;
      const Band& before = bands[units[k].first - 1];
      const double size = std::max(band.font_size, before.font_size);
      const double step = bands[units[k].first].baseline - before.baseline;
      if (step > std::max(3.2 * size, 2.2 * pitch))
        break;
      // Text of another size is a heading of something else.
      if (band.segments.size() < 2 &&
          std::abs(band.font_size - units[i].text.font_size) > 0.22 * units[i].text.font_size)
        break;
      if (band.segments.size() < 2)
        continue;
      // The first row again: another table with the same header.
      if (rows >= 3 && same_header(bands[units[i].first], bands[units[k].first]))
        break;
      if (!strips.empty() && band.box.x1 <= strips.front().to)
        continue; // all of it stands in the first column
      const double narrowest = 0.35 * band.font_size;
      if (!shares_gap(strips, band))
        break;
      const Strips left = left_free(strips, band, narrowest);
      // A row that crosses more than half of the columns heads or ends something else, or spans.
      if (left.size() * 2 >= strips.size() && !left.empty())
        strips = left;
      if (rows == 1) { // the first row may be a sparse header
        const Band& top = units[i].text;
        strips = left_free({{std::min(top.box.x0, band.box.x0), std::max(top.box.x1, band.box.x1)}},
                           band, narrowest);
        strips = left_free(strips, top, narrowest);
      }
      end = k + 1;
      ++rows;
      pitch = std::max(pitch, step);
    }
    runs.push_back({units[i].first, units[end - 1].last});
    i = end;
  }
  return runs;
}

bool has_digit(const Segment& s) {
  return std::any_of(s.words.begin(), s.words.end(), [](const Word& w) {
    return std::any_of(w.text.begin(), w.text.end(), [](char c) { return c >= '0' && c <= '9'; });
  });
}

std::size_t length_of(const Segment& s) {
  std::size_t n = 0;
  for (const Word& w : s.words)
    n += w.text.size() + 1;
  return n;
}

/// How well the segments of one column line up: the largest share of them with a common left, right
/// or middle.
double alignment(std::vector<double> at, double tolerance) {
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
      look.numeric += has_digit(s) ? 1 : 0;
      look.lengthy += length_of(s) > 45 ? 1 : 0;
      look.marks += length_of(s) <= 4 && !has_digit(s) ? 1 : 0;
      left[c].push_back(s.box.x0);
      right[c].push_back(s.box.x1);
      middle[c].push_back(s.box.center_x());
      size = std::max(size, band.font_size);
    }
  for (std::size_t c = 0; c < looks.size(); ++c)
    looks[c].aligned = std::max({alignment(left[c], 0.3 * size), alignment(right[c], 0.3 * size),
                                 alignment(middle[c], 0.3 * size)});
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

/// Judges a region; 0 when it is no table. Fills `reasons`.
double judge(const std::vector<Band>& bands, const std::vector<RuleLevel>& levels, Region& region,
             std::size_t rules) {
  const std::span<const Band> rows(bands.data() + region.first, region.last - region.first);
  const auto looks = look_at_columns(rows, region.gutters);
  const auto columns = looks.size();
  int multi = 0;
  for (const Band& b : rows)
    multi += b.segments.size() > 1 ? 1 : 0;
  if (columns < 2 || multi < (rules >= 2 && columns > 2 ? 2 : 3))
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
  if (columns == 2 && rules < 2)
    score -= 0.15;
  region.reasons.push_back(fmt::format(
      "{} columns by white space, alignment {:.2f}, numbers {:.2f}, long text {:.2f}, {} rules",
      columns, aligned, numeric, lengthy, rules));
  return std::clamp(score, 0.0, 1.0);
}

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

/// Rules of like extent, one under the other.
struct Chain {
  double x0 = 0, x1 = 0;
  std::vector<double> ys;
};

std::vector<Chain> rule_chains(const std::vector<RuleLevel>& levels) {
  constexpr double slack = 6; // points
  std::vector<Chain> chains;
  for (const RuleLevel& level : levels) {
    const double x0 = level.parts.front().from;
    double x1 = x0;
    for (const Ruling& r : level.parts)
      x1 = std::max(x1, r.to);
    if (x1 - x0 < 60 || level.coverage(x0, x1) < 0.6)
      continue;
    const auto like = std::find_if(chains.begin(), chains.end(), [&](const Chain& c) {
      return std::abs(c.x0 - x0) < slack && std::abs(c.x1 - x1) < slack;
    });
    if (like == chains.end())
      chains.push_back({x0, x1, {level.y}});
    else
      like->ys.push_back(level.y);
  }
  std::erase_if(chains, [](const Chain& c) { return c.ys.size() < 2; });
  return chains;
}

/// Bands between two rules: are they rows of a table?
bool is_tabular(std::span<const Band> strip, double height, double size) {
  int multi = 0;
  for (const Band& b : strip)
    multi += b.segments.size() > 1 ? 1 : 0;
  if (strip.size() == 1 && multi == 0)
    return height < 2.6 * strip.front().font_size &&
           (size == 0 || strip.front().font_size < 1.2 * size);
  return multi > 0 && (strip.size() <= 5 || multi * 10 >= static_cast<int>(strip.size()) * 3);
}

/// One row between two rules: what a page break left of a table.
bool is_row_of_numbers(const Band& band) {
  return band.segments.size() >= 4 &&
         std::count_if(band.segments.begin(), band.segments.end(), has_digit) * 2 >
             static_cast<std::ptrdiff_t>(band.segments.size());
}

/// Stretches of bands between the rules of one chain.
std::vector<Run> ruled_runs(const std::vector<Band>& bands, const std::vector<RuleLevel>& levels) {
  std::vector<Run> runs;
  for (const Chain& chain : rule_chains(levels)) {
    const auto band_at = [&](double y) {
      return static_cast<std::size_t>(
          std::partition_point(bands.begin(), bands.end(),
                               [y](const Band& b) { return b.box.center_y() < y; }) -
          bands.begin());
    };
    Run run;
    double size = 0; // of the table's text
    const auto close = [&] {
      if (run.last - run.first >= 2 ||
          (run.last > run.first && is_row_of_numbers(bands[run.first])))
        runs.push_back(run);
      run = {};
      size = 0;
    };
    for (std::size_t i = 0; i + 1 < chain.ys.size(); ++i) {
      const std::size_t first = band_at(chain.ys[i]), last = band_at(chain.ys[i + 1]);
      if (first == last)
        continue;
      const std::span<const Band> strip(bands.data() + first, last - first);
      const bool within = std::all_of(strip.begin(), strip.end(), [&chain](const Band& b) {
        return b.box.x0 > chain.x0 - b.font_size && b.box.x1 < chain.x1 + b.font_size;
      });
      if (!within || !is_tabular(strip, chain.ys[i + 1] - chain.ys[i], size)) {
        close();
        continue;
      }
      if (run.last != first)
        close();
      if (run.last == 0)
        run.first = first;
      run.last = last;
      size = std::max(size, strip.front().font_size);
    }
    close();
  }
  std::sort(runs.begin(), runs.end(), [](const Run& a, const Run& b) { return a.first < b.first; });
  return runs;
}

/// Judges the bands of a run; appends the region when they are a table.
void consider(const std::vector<Band>& bands, const std::vector<RuleLevel>& levels, const Run& run,
              bool bounded, std::size_t floor, std::size_t ceiling, std::vector<Region>& regions) {
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
  if (region.confidence < 0.5)
    return;
  if (rules < 2)
    extend_upwards(bands, region, floor);
  regions.push_back(std::move(region));
}

} // namespace

std::vector<Region> find_regions(const std::vector<Band>& bands,
                                 const std::vector<RuleLevel>& levels) {
  std::vector<Region> ruled;
  for (const Run& run : ruled_runs(bands, levels))
    if (ruled.empty() || run.first >= ruled.back().last)
      consider(bands, levels, run, true, ruled.empty() ? 0 : ruled.back().last, bands.size(),
               ruled);
  std::vector<Region> regions;
  std::size_t floor = 0;
  const auto search = [&](std::size_t ceiling) {
    for (const Run& run : find_runs(bands, floor, ceiling)) {
      const std::size_t least = regions.empty() ? floor : std::max(floor, regions.back().last);
      if (run.first >= least)
        consider(bands, levels, run, false, least, ceiling, regions);
    }
  };
  for (Region& region : ruled) {
    search(region.first);
    floor = region.last;
    regions.push_back(std::move(region));
  }
  search(bands.size());
  return regions;
}

} // namespace gouji
