// SPDX-License-Identifier: GPL-3.0-or-later
// Growing runs band by band, and following chains of rules.
#include "tables/runs.h"

#include "tables/columns.h"

#include <algorithm>
#include <cmath>
#include <span>
#include <utility>

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

/// Does the band stand in one column, as further lines of a cell do?
bool stands_in_column(const Strips& strips, const Band& band) {
  return !strips.empty() && band.segments.size() == 1 &&
         std::ranges::none_of(strips, [&](const Gutter& strip) {
           return band.box.x0 < strip.from && band.box.x1 > strip.to;
         });
}

/// The same for columns that are not the first.
bool goes_on_in_column(const Strips& strips, const Band& band) {
  return stands_in_column(strips, band) && band.box.x0 >= strips.front().to - 1;
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
                                       0.9 * std::min(band.font_size, bands[i - 1].font_size);
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

/// Number, or a sign that stands for none.
bool is_datum(const Segment& s) {
  constexpr std::size_t longest_sign = 3; // bytes: one character
  return s.words.size() == 1 && (has_digit(s.words) || s.words.front().text.size() <= longest_sign);
}

/// Does the segment stand over or under one of `bands` as cells of one column do?
bool lines_up(std::span<const Band> bands, const Rect& box, double tolerance) {
  return std::ranges::any_of(bands, [&](const Band& band) {
    return std::ranges::any_of(band.segments, [&](const Segment& s) {
      return std::abs(s.box.x0 - box.x0) < tolerance || std::abs(s.box.x1 - box.x1) < tolerance ||
             std::abs(s.box.center_x() - box.center_x()) < tolerance;
    });
  });
}

/// How the bands of a unit stand under those above it.
struct Standing {
  bool columns = false; ///< all but the first segment are in line with what stands above
  bool data = false;    ///< most of those are data
};

/// `row` under the units `first` .. `last`.
Standing standing_under(const std::vector<Band>& bands, const Unit& first, const Unit& last,
                        const Unit& row) {
  constexpr std::size_t most = 12; // bands looked at
  const std::size_t begin = std::max(first.first, last.last - std::min(last.last, most));
  const std::span<const Band> above(bands.data() + begin, last.last - begin);
  const std::span<const Band> own(bands.data() + row.first, row.last - row.first);
  const double tolerance = 0.4 * row.text.font_size;
  double labels = row.text.segments.front().box.x1; // they end before the first datum
  double data_begin = 1e9;
  for (const Band& band : own)
    for (const Segment& s : band.segments)
      if (is_datum(s) && s.box.x0 > labels)
        data_begin = std::min(data_begin, s.box.x0);
  labels = data_begin < 1e9 ? data_begin - tolerance : labels;
  Standing standing{row.text.segments.size() > 1, false};
  std::size_t data = 0, columns = 0;
  for (const Band& band : own)
    for (const Segment& s : band.segments) {
      if (s.box.x0 < labels)
        continue;
      standing.columns = standing.columns && lines_up(above, s.box, tolerance);
      data += is_datum(s) ? 1 : 0;
      ++columns;
    }
  standing.data = standing.columns && data > 0 && data * 3 >= columns * 2;
  return standing;
}

/// Where a label goes on over several rows, the rules beside it begin after it: they are those of
/// the table whose other rules reach from before it to the same end.
void take_shorter_rules(std::vector<Chain>& chains, double slack) {
  constexpr double least_share = 0.5; // of the width: what is less is under a heading of columns
  constexpr double near = 60;         // points
  for (Chain& table : chains)
    for (Chain& beside : chains) {
      const bool same_end = std::abs(beside.x1 - table.x1) < slack;
      const bool shorter = beside.x0 > table.x0 + slack &&
                           beside.x1 - beside.x0 > least_share * (table.x1 - table.x0);
      if (!same_end || !shorter || table.ys.empty() || beside.ys.empty() ||
          beside.ys.front() > table.ys.back() + near || beside.ys.back() < table.ys.front() - near)
        continue;
      table.ys.insert(table.ys.end(), beside.ys.begin(), beside.ys.end());
      std::sort(table.ys.begin(), table.ys.end());
      beside.ys.clear();
    }
}

} // namespace

bool is_row_of_numbers(const Band& band) {
  return band.segments.size() >= 4 &&
         std::count_if(band.segments.begin(), band.segments.end(),
                       [](const Segment& s) { return has_digit(s.words); }) *
                 2 >
             static_cast<std::ptrdiff_t>(band.segments.size());
}

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
  take_shorter_rules(chains, slack);
  std::erase_if(chains, [](const Chain& c) { return c.ys.size() < 2; });
  return chains;
}

std::vector<Run> find_runs(const std::vector<Band>& bands, std::size_t first, std::size_t last) {
  const std::vector<Unit> units = make_units({bands.data() + first, last - first}, first);
  std::vector<Run> runs;
  std::size_t i = 0;
  while (i < units.size()) {
    if (units[i].text.segments.size() < 2) {
      ++i;
      continue;
    }
    constexpr std::size_t most_between = 4; // units of one segment, but for lines of one cell
    constexpr double line_step = 1.45;      // of the font size
    constexpr double most_white = 3.2, most_white_in_columns = 8;
    std::size_t end = i + 1, reach = end + most_between;
    std::size_t block = i; // the first unit since the last wide white
    bool apart = false;    // is there wide white below the last row?
    int rows = 1;
    Strips strips = gaps_of(units[i].text);
    double pitch = 0, step = 0;
    // Single numbers are often set larger than the labels.
    const double label_size = bands[units[i].first].segments.front().words.front().font_size;
    const auto differs = [](double size, double from) {
      return std::abs(size - from) > 0.22 * from;
    };
    for (std::size_t k = i + 1; k < units.size() && k < reach; ++k) {
      const Band& band = units[k].text;
      const Band& before = bands[units[k].first - 1];
      const double size = std::max(band.font_size, before.font_size);
      const double last_step =
          std::exchange(step, bands[units[k].first].baseline - before.baseline);
      if (step > std::max(most_white * size, 2.2 * pitch)) {
        if (step > most_white_in_columns * size)
          break;
        apart = true;
      }
      // Text of another size is a heading of something else.
      if (band.segments.size() < 2 && differs(band.font_size, units[i].text.font_size) &&
          differs(band.font_size, label_size))
        break;
      if (band.segments.size() < 2) {
        if (step < line_step * size && stands_in_column(strips, band))
          reach = k + 1 + most_between;
        continue;
      }
      if (apart) {
        const Standing standing = standing_under(bands, units[block], units[end - 1], units[k]);
        const bool even = std::abs(step - last_step) < 0.15 * step;
        if (!standing.data && !(standing.columns && even))
          break;
      }
      // The first row again: another table with the same header.
      if (rows >= 3 && same_header(bands[units[i].first], bands[units[k].first]))
        break;
      if (!strips.empty() && band.box.x1 <= strips.front().to)
        continue; // all of it stands in the first column
      const double narrowest = 0.35 * band.font_size;
      if (!shares_gap(strips, band)) {
        if (step > line_step * size ||
            !standing_under(bands, units[block], units[end - 1], units[k]).columns)
          break;
        end = k + 1; // further lines of cells
        reach = end + most_between;
        continue;
      }
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
      reach = end + most_between;
      ++rows;
      if (apart)
        block = k;
      else
        pitch = std::max(pitch, step);
      apart = false;
    }
    // The last cell's further lines.
    for (; end < units.size(); ++end) {
      const Band& before = bands[units[end].first - 1];
      const Band& band = units[end].text;
      if (band.baseline - before.baseline > line_step * band.font_size ||
          std::abs(band.font_size - before.font_size) > 0.05 * band.font_size ||
          !goes_on_in_column(strips, band))
        break;
    }
    runs.push_back({units[i].first, units[end - 1].last});
    i = end;
  }
  return runs;
}

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

} // namespace gouji
