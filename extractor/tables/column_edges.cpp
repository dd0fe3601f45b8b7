// SPDX-License-Identifier: GPL-3.0-or-later
// Comparing edges within a tolerance.
#include "tables/column_edges.h"

#include <algorithm>
#include <cmath>
#include <cstddef>

namespace gouji {

namespace {

bool has_edge(const std::vector<double>& edges, double x) {
  return std::any_of(edges.begin(), edges.end(),
                     [x](double e) { return std::abs(e - x) <= edge_tolerance; });
}

bool has_all_edges(const std::vector<double>& edges, const std::vector<double>& of) {
  return std::all_of(of.begin(), of.end(), [&](double x) { return has_edge(edges, x); });
}

} // namespace

std::optional<std::vector<double>> common_edges(const std::vector<double>& open,
                                                const std::vector<double>& next) {
  const auto first = std::find_if(open.begin(), open.end(), [&](double x) {
    return std::abs(x - next.front()) <= edge_tolerance;
  });
  const bool fits = first != open.end() && std::abs(open.back() - next.back()) <= edge_tolerance &&
                    (has_all_edges(open, next) || has_all_edges(next, {first, open.end()}));
  if (!fits)
    return std::nullopt;
  std::vector<double> all = open;
  for (const double x : next)
    if (!has_edge(open, x))
      all.push_back(x);
  std::sort(all.begin(), all.end());
  return all;
}

std::optional<std::vector<double>> edges_by_order(LooseEdges open, LooseEdges next) {
  if (open.at.size() != next.at.size() || (open.slack.empty() && next.slack.empty()))
    return std::nullopt;
  const auto slack_of = [](const LooseEdges& edges, std::size_t i) {
    return i < edges.slack.size() ? edges.slack[i] : 0;
  };
  for (std::size_t i = 0; i < open.at.size(); ++i)
    if (std::abs(open.at[i] - next.at[i]) > edge_tolerance + slack_of(open, i) + slack_of(next, i))
      return std::nullopt;
  return open.at;
}

int edge_at(const std::vector<double>& edges, double x) {
  const auto nearest = std::min_element(edges.begin(), edges.end(), [x](double a, double b) {
    return std::abs(a - x) < std::abs(b - x);
  });
  return static_cast<int>(nearest - edges.begin());
}

void spread_cells(std::vector<Cell>& cells, const std::vector<double>& from,
                  const std::vector<double>& to) {
  for (Cell& c : cells) {
    const int left = edge_at(to, from.at(static_cast<std::size_t>(c.column)));
    const int right = edge_at(to, from.at(static_cast<std::size_t>(c.column + c.column_span)));
    c.column = left;
    c.column_span = right - left;
  }
}

} // namespace gouji
