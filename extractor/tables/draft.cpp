// SPDX-License-Identifier: GPL-3.0-or-later
// Spans from rules, from what a text is centred over, and from what stands under it.
#include "tables/draft.h"

#include "tables/staggered_header.h"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <utility>

namespace gouji {

namespace {

/// Parts of a band that are words of one text, cut at gutters by chance: one part again.
void join_words(Draft& d, std::size_t band, std::vector<Part*>& parts) {
  if (parts.size() < 2)
    return;
  for (std::size_t k = 1; k < parts.size(); ++k)
    if (parts[k]->box.x0 - parts[k - 1]->box.x1 > 0.6 * d.bands[band].font_size)
      return;
  Part& first = *parts.front();
  for (std::size_t k = 1; k < parts.size(); ++k) {
    first.last = parts[k]->last;
    first.box = united(first.box, parts[k]->box);
    parts[k]->words.front().spaced = true;
    std::move(parts[k]->words.begin(), parts[k]->words.end(), std::back_inserter(first.words));
  }
  auto& all = d.parts[band];
  const auto at = &first - all.data();
  const auto count = static_cast<std::ptrdiff_t>(parts.size());
  all.erase(all.begin() + at + 1, all.begin() + at + count);
  parts = {&all[static_cast<std::size_t>(at)]};
}

} // namespace

std::pair<int, int> covered_columns(const Draft& d, const Ruling& r) {
  int first = -1, last = -1;
  for (int c = 0; c < d.columns(); ++c) {
    const double shared = std::min(r.to, d.right(c)) - std::max(r.from, d.left(c));
    if (shared > 0.45 * (d.right(c) - d.left(c))) {
      first = first < 0 ? c : first;
      last = c;
    }
  }
  return {first, last};
}

double between(const Band& above, const Band& below) {
  return (std::max(above.box.y1, above.baseline) + below.box.y0) / 2;
}

void span_by_rules(Draft& d, const std::vector<RuleLevel>& levels) {
  for (const RuleLevel& level : levels) {
    if (d.body == 0 || level.y < d.bands.front().box.y0 ||
        level.y > d.bands[d.body - 1].box.y1 + d.bands[d.body - 1].font_size)
      continue;
    for (const Ruling& r : level.parts) {
      const auto [first, last] = covered_columns(d, r);
      if (first < 0 || first == last || (first == 0 && last == d.columns() - 1))
        continue;
      // The lowest parts over it, and only if they are one line's one part.
      for (std::size_t i = d.body; i-- > 0;) {
        if (d.bands[i].box.center_y() > level.y)
          continue;
        std::vector<Part*> over;
        for (Part& p : d.parts[i])
          if (p.box.center_x() > r.from && p.box.center_x() < r.to)
            over.push_back(&p);
        join_words(d, i, over);
        if (over.size() == 1 && level.y - d.bands[i].box.y1 < 1.2 * d.bands[i].font_size) {
          over.front()->first = std::min(over.front()->first, first);
          over.front()->last = std::max(over.front()->last, last);
          over.front()->ruled = true;
        }
        break;
      }
    }
  }
}

namespace {

/// Is the part a line of a cell that goes on directly below it?
bool goes_on_below(const Draft& d, std::size_t row, const Part& p) {
  if (row + 1 >= d.bands.size())
    return false;
  for (const Part& q : d.parts[row + 1])
    if (q.first == p.first && q.last == p.last)
      return q.box.y0 - p.box.y1 < 0.5 * d.bands[row].font_size &&
             (std::abs(q.box.center_x() - p.box.center_x()) < 0.5 * d.bands[row].font_size ||
              std::abs(q.box.x0 - p.box.x0) < 0.3 * d.bands[row].font_size);
  return false;
}

/// Columns that other text of the part's row fills, to its left and right.
std::pair<int, int> room_beside(const Draft& d, std::size_t row, const Part& p) {
  int lowest = p.first == 0 ? 0 : 1, highest = d.columns() - 1;
  const auto look = [&](std::size_t i) {
    for (const Part& q : d.parts[i]) {
      if (&q == &p)
        continue;
      if (q.box.center_x() < p.box.x0)
        lowest = std::max(lowest, q.last + 1);
      else if (q.box.center_x() > p.box.x1)
        highest = std::min(highest, q.first - 1);
    }
  };
  std::size_t i = row;
  while (i > 0 && d.rows[i - 1] == d.rows[row])
    --i;
  for (; i < d.bands.size() && d.rows[i] == d.rows[row]; ++i)
    look(i);
  return {lowest, highest};
}

} // namespace

void span_by_centering(Draft& d, std::size_t row) {
  for (Part& p : d.parts[row]) {
    if (p.ruled || (has_digit(p.words) && p.words.size() == 1) || goes_on_below(d, row, p))
      continue;
    const auto [lowest, highest] = room_beside(d, row, p);
    int best_first = p.first, best_last = p.last;
    for (int first = lowest; first <= p.first; ++first)
      for (int last = highest; last >= p.last; --last) {
        const double middle = (d.left(first) + d.right(last)) / 2;
        const double narrow =
            std::min(d.right(first) - d.left(first), d.right(last) - d.left(last));
        if (std::abs(middle - p.box.center_x()) < 0.3 * narrow &&
            last - first > best_last - best_first) {
          best_first = first;
          best_last = last;
        }
      }
    p.first = best_first;
    p.last = best_last;
  }
}

void inherit_spans(Draft& d) {
  for (std::size_t i = 1; i < d.body; ++i)
    for (Part& p : d.parts[i])
      for (const Part& over : d.parts[i - 1]) {
        if (over.first == over.last || p.first < over.first || p.last > over.last)
          continue;
        const auto beside =
            std::count_if(d.parts[i].begin(), d.parts[i].end(), [&over](const Part& q) {
              return q.first >= over.first && q.last <= over.last;
            });
        const double size = d.bands[i].font_size;
        if (beside == 1 && p.box.y0 - over.box.y1 < 0.5 * size &&
            (std::abs(p.box.center_x() - over.box.center_x()) < size ||
             std::abs(p.box.x0 - over.box.x0) < 0.5 * size)) {
          p.first = over.first;
          p.last = over.last;
        }
      }
}

void span_by_middle(Draft& d) {
  // Text need not reach the sides of the outer columns.
  constexpr double tolerance = 0.04; // of the table's width
  const double middle = (d.xs.front() + d.xs.back()) / 2;
  const double reach = tolerance * (d.xs.back() - d.xs.front());
  for (std::size_t i = d.body; i < d.bands.size(); ++i) {
    auto& parts = d.parts[i];
    if (parts.size() == 1 && parts.front().first < parts.front().last &&
        std::abs(parts.front().box.center_x() - middle) < reach) {
      parts.front().first = 0;
      parts.front().last = d.columns() - 1;
    }
  }
}

void wall_under_spans(Draft& d, const std::vector<double>& drawn) {
  for (std::size_t i = 0; i + 1 < d.body + (d.body < d.bands.size() ? 1 : 0); ++i) {
    const double y = between(d.bands[i], d.bands[i + 1]);
    const bool ruled = std::any_of(drawn.begin(), drawn.end(), [&](double r) {
      return r > d.bands[i].box.center_y() && r < d.bands[i + 1].box.center_y();
    });
    for (const Part& p : d.parts[i]) {
      if (p.first == p.last)
        continue;
      int below = 0;
      for (std::size_t k = i + 1; k < std::min(d.body + 1, d.bands.size()); ++k)
        for (const Part& q : d.parts[k])
          below += q.first >= p.first && q.last <= p.last ? 1 : 0;
      if (below > 1 && !ruled)
        d.wall(y, p.first, p.last);
    }
  }
}

bool stagger_header(Draft& d, const std::vector<double>& drawn, const Rect& box) {
  const auto in_header = [&d](double y) {
    return d.body > 0 && y < d.bands[d.body - 1].box.center_y();
  };
  if (std::ranges::any_of(drawn, in_header))
    return false;
  const auto header =
      staggered_header(d.bands.first(d.body), std::span(d.parts).first(d.body), d.xs);
  if (!header)
    return false;
  const double bottom =
      d.body < d.bands.size() ? between(d.bands[d.body - 1], d.bands[d.body]) : box.y1;
  const auto height_at = [&](int level) {
    return box.y0 + (bottom - box.y0) * level / header->levels;
  };
  const double inset = (height_at(1) - box.y0) / 4;
  for (const HeaderCell& cell : header->cells) {
    for (const auto& [band, part] : cell.lines) {
      Part& p = d.parts[band][part];
      p.first = cell.first;
      p.last = cell.last;
      p.top = height_at(cell.level) + inset;
      p.bottom = height_at(cell.end) - inset;
    }
    if (cell.end < header->levels)
      d.wall(height_at(cell.end), cell.first, cell.last);
  }
  return true;
}

} // namespace gouji
