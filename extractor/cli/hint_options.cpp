// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/hint_options.h"

#include "base/limits.h"
#include "cli/messages.h"
#include "cli/number_option.h"

#include <algorithm>
#include <cmath>
#include <functional>
#include <optional>
#include <string_view>
#include <vector>

namespace gouji {

namespace {

constexpr double largest = 1e6; ///< points; no page is larger

std::vector<std::string_view> parts_of(std::string_view text, char by) {
  std::vector<std::string_view> parts;
  for (std::size_t at = 0; at <= text.size();) {
    const std::size_t end = std::min(text.find(by, at), text.size());
    parts.push_back(text.substr(at, end - at));
    at = end + 1;
  }
  return parts;
}

/// "3", "2-5" or "7-".
std::optional<PageRange> range_of(std::string_view text) {
  const std::size_t dash = text.find('-');
  const auto first = number_of<int>(text.substr(0, dash));
  if (!first || *first < 1)
    return std::nullopt;
  if (dash == std::string_view::npos)
    return PageRange{*first, *first};
  if (dash + 1 == text.size())
    return PageRange{*first};
  const auto last = number_of<int>(text.substr(dash + 1));
  if (!last || *last < *first || *last > limits::pages)
    return std::nullopt;
  return PageRange{*first, *last};
}

/// In order, none twice; nothing when `text` is no list of pages.
std::optional<PageRanges> ranges_of(std::string_view text) {
  PageRanges ranges;
  for (const std::string_view part : parts_of(text, ',')) {
    const auto range = range_of(part);
    if (!range)
      return std::nullopt;
    ranges.push_back(*range);
  }
  std::sort(ranges.begin(), ranges.end(),
            [](const PageRange& a, const PageRange& b) { return a.first < b.first; });
  PageRanges apart;
  for (const PageRange& range : ranges) {
    if (!apart.empty() && range.first <= apart.back().last)
      apart.back().last = std::max(apart.back().last, range.last);
    else
      apart.push_back(range);
  }
  return apart;
}

std::optional<std::vector<double>> points_of(std::string_view text) {
  std::vector<double> points;
  for (const std::string_view part : parts_of(text, ',')) {
    const auto value = number_of<double>(part);
    if (!value || !(std::abs(*value) <= largest))
      return std::nullopt;
    points.push_back(*value);
  }
  return points;
}

} // namespace

Result<Hints> read_hints(const HintOptions& options) {
  Hints hints;
  if (!options.pages.empty()) {
    const auto pages = ranges_of(options.pages);
    if (!pages)
      return fail(Code::invalid, fill(phrases::bad_pages, options.pages));
    hints.pages = *pages;
  }
  if (!options.area.empty()) {
    const auto area = points_of(options.area);
    if (!area || area->size() != 4 || area->at(2) <= 0 || area->at(3) <= 0)
      return fail(Code::invalid, fill(phrases::bad_area, options.area));
    hints.area = {area->at(0), area->at(1), area->at(0) + area->at(2), area->at(1) + area->at(3)};
  }
  if (!options.columns.empty()) {
    const auto columns = points_of(options.columns);
    if (!columns || columns->size() >= limits::table_columns ||
        std::adjacent_find(columns->begin(), columns->end(), std::greater_equal<>()) !=
            columns->end())
      return fail(Code::invalid, fill(phrases::bad_columns, options.columns));
    if (hints.area && (columns->front() <= hints.area->x0 || columns->back() >= hints.area->x1))
      return fail(Code::invalid, fill(phrases::columns_off_area));
    hints.columns = *columns;
  }
  if (options.lattice && options.stream)
    return fail(Code::invalid, fill(phrases::hints_exclude, "--lattice", "--stream"));
  if (options.lattice && !hints.columns.empty())
    return fail(Code::invalid, fill(phrases::hints_exclude, "--lattice", "--columns"));
  hints.kind = options.lattice  ? TableKind::lattice
               : options.stream ? TableKind::stream
                                : TableKind::any;
  return hints;
}

} // namespace gouji
