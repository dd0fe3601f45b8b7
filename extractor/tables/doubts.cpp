// SPDX-License-Identifier: GPL-3.0-or-later
// One walk over the cells for each kind of doubt.
#include "tables/doubts.h"

#include "tables/messages.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <utility>

namespace gouji {

namespace {

using CellText = std::vector<Line>;

enum class Kind { nothing, number, words };

Kind kind_of(const CellText& lines) {
  int digits = 0, letters = 0;
  for (const Line& line : lines)
    for (const Word& w : line.words)
      for (const char c : w.text) {
        digits += c >= '0' && c <= '9' ? 1 : 0;
        letters += (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
                           static_cast<unsigned char>(c) >= 0xE3
                       ? 1
                       : 0;
      }
  if (digits + letters == 0)
    return Kind::nothing;
  return digits >= letters ? Kind::number : Kind::words;
}

bool has_wide_gap(const CellText& lines) {
  constexpr double wide = 1.3; // em: justified text seldom stretches its spaces as far
  for (const Line& line : lines)
    for (std::size_t i = 1; i < line.words.size() && line.turned == 0; ++i)
      if (line.words[i].box.x0 - line.words[i - 1].box.x1 > wide * line.words[i].font_size)
        return true;
  return false;
}

/// Do two cells beside each other hold one word between them?
bool touch(const CellText& left, const CellText& right) {
  constexpr double close = 0.12; // em
  for (const Line& a : left)
    for (const Line& b : right) {
      if (a.words.empty() || b.words.empty() || a.turned != 0 || b.turned != 0)
        continue;
      const Word &u = a.words.back(), &v = b.words.front();
      if (u.baseline - v.baseline < 0.2 && v.baseline - u.baseline < 0.2 &&
          v.box.x0 - u.box.x1 < close * u.font_size)
        return true;
    }
  return false;
}

bool begins_small(const CellText& lines) {
  const char c = lines.front().words.front().text.front();
  return c >= 'a' && c <= 'z';
}

/// How much of the confidence a doubt takes at its full share.
struct Weight {
  double Doubts::*share;
  double weight;
  const Phrase& phrase;
};
constexpr std::array<Weight, 12> weights{{
    {&Doubts::cut, 2.0, phrases::doubt_cut},
    {&Doubts::gapped, 0.5, phrases::doubt_gapped},
    {&Doubts::stacked, 0.8, phrases::doubt_stacked},
    {&Doubts::lone, 0.3, phrases::doubt_lone},
    {&Doubts::wrapped, 0.8, phrases::doubt_wrapped},
    {&Doubts::mixed, 0.4, phrases::doubt_mixed},
    {&Doubts::spread, 1.5, phrases::doubt_spread},
    {&Doubts::bare, 0.8, phrases::doubt_bare},
    {&Doubts::crossed, 0.6, phrases::doubt_crossed},
    {&Doubts::narrow, 0.5, phrases::doubt_narrow},
    {&Doubts::weak, 0.3, phrases::doubt_weak},
    {&Doubts::few, 0.5, phrases::doubt_short},
}};

double share(double part, double whole) {
  return whole > 0 ? part / whole : 0;
}

/// What stands in each row.
struct RowLook {
  int filled = 0, numbers = 0, stacked = 0, first = -1;
  bool small = false;
};

std::vector<RowLook> look_at_rows(const LatticeGrid& grid, const std::vector<CellText>& text,
                                  const std::vector<Kind>& kinds) {
  std::vector<RowLook> rows(static_cast<std::size_t>(grid.rows()));
  for (std::size_t i = 0; i < grid.cells.size(); ++i) {
    const GridCell& c = grid.cells[i];
    if (text[i].empty())
      continue;
    for (int r = 0; r < c.row_span; ++r) {
      RowLook& row = rows[static_cast<std::size_t>(c.row + r)];
      ++row.filled;
      row.first = row.first < 0 ? c.column : row.first;
      row.numbers += kinds[i] == Kind::number ? 1 : 0;
      row.small = row.small || (c.column == 0 && r == 0 && begins_small(text[i]));
    }
    const auto numbers = std::count_if(text[i].begin(), text[i].end(),
                                       [](const Line& line) { return has_digit(line.words); });
    rows[static_cast<std::size_t>(c.row)].stacked +=
        c.row_span == 1 && kinds[i] == Kind::number && numbers > 1 ? 1 : 0;
  }
  return rows;
}

} // namespace

Doubts doubts_of(const LatticeGrid& grid, const std::vector<CellText>& text) {
  std::vector<Kind> kinds;
  kinds.reserve(text.size());
  for (const CellText& lines : text)
    kinds.push_back(kind_of(lines));
  const std::vector<RowLook> rows = look_at_rows(grid, text, kinds);
  // The body begins with the first row of numbers.
  const auto body = static_cast<int>(
      std::find_if(rows.begin(), rows.end(),
                   [](const RowLook& r) { return r.numbers * 2 >= r.filled && r.numbers > 0; }) -
      rows.begin());
  Doubts d;
  double filled = 0, places = 0, body_cells = 0, pairs = 0, single = 0;
  std::vector<int> numbers(static_cast<std::size_t>(grid.columns()), 0), words = numbers;
  for (std::size_t i = 0; i < grid.cells.size(); ++i) {
    const GridCell& c = grid.cells[i];
    const double area = static_cast<double>(c.row_span) * c.column_span;
    places += area;
    if (text[i].empty()) {
      d.bare += area;
      continue;
    }
    ++filled;
    if (c.column_span == 1) {
      ++single;
      d.gapped += has_wide_gap(text[i]) ? 1 : 0;
    }
    if (i + 1 < grid.cells.size() && grid.cells[i + 1].row == c.row && !text[i + 1].empty() &&
        grid.cells[i + 1].column == c.column + c.column_span) {
      ++pairs;
      d.cut += touch(text[i], text[i + 1]) ? 1 : 0;
    }
    if (c.row < body)
      continue;
    ++body_cells;
    d.spread += c.column_span > 1 && c.column > 0 ? 1 : 0;
    if (c.column_span == 1 && c.column > 0) {
      numbers[static_cast<std::size_t>(c.column)] += kinds[i] == Kind::number ? 1 : 0;
      words[static_cast<std::size_t>(c.column)] += kinds[i] == Kind::words ? 1 : 0;
    }
  }
  double typed = 0;
  for (std::size_t c = 0; c < numbers.size(); ++c) {
    d.mixed += std::min(numbers[c], words[c]);
    typed += numbers[c] + words[c];
  }
  double spoken = 0;
  for (const RowLook& row : rows) {
    spoken += row.filled > 0 ? 1 : 0;
    d.stacked += row.stacked > 0 ? 1 : 0;
    d.lone += row.filled == 1 && row.first > 0 ? 1 : 0;
    d.wrapped += row.small ? 1 : 0;
  }
  d.cut = share(d.cut, pairs);
  d.gapped = share(d.gapped, single);
  d.stacked = share(d.stacked, spoken);
  d.lone = share(d.lone, spoken);
  d.wrapped = share(d.wrapped, spoken);
  d.mixed = share(d.mixed, typed);
  d.spread = share(d.spread, body_cells);
  d.bare = share(d.bare, places);
  return d;
}

std::string_view method_name(Method method) {
  constexpr std::array<std::string_view, 4> names{"drawn", "continued", "shaded", "open"};
  return names.at(static_cast<std::size_t>(method));
}

double confidence_of(Method method, const Doubts& doubts) {
  constexpr std::array<double, 4> trust{0.99, 0.97, 0.93, 0.96};
  double confidence = trust.at(static_cast<std::size_t>(method));
  for (const Weight& w : weights)
    confidence *= 1 - std::min(0.9, w.weight * std::clamp(doubts.*w.share, 0.0, 1.0));
  return confidence;
}

std::vector<Words> reasons_of(Method method, const LatticeGrid& grid, const Doubts& doubts) {
  constexpr std::array<const Phrase*, 4> readings{&phrases::drawn_reading,
                                                  &phrases::continued_reading,
                                                  &phrases::shaded_reading, &phrases::open_reading};
  std::vector<Words> reasons{
      fill(*readings.at(static_cast<std::size_t>(method)), grid.rows(), grid.columns())};
  reasons.insert(reasons.end(), grid.reasons.begin(), grid.reasons.end());
  std::vector<std::pair<double, Words>> against;
  for (const Weight& w : weights)
    if (const double part = doubts.*w.share; w.weight * part >= 0.005)
      against.emplace_back(w.weight * part, fill(w.phrase, std::lround(100 * part)));
  std::ranges::sort(against, [](const auto& a, const auto& b) { return a.first > b.first; });
  for (auto& reason : against)
    reasons.push_back(std::move(reason.second));
  return reasons;
}

} // namespace gouji
