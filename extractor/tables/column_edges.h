// SPDX-License-Identifier: GPL-3.0-or-later
// Where the columns of two parts of a table stand, and whether they are the same.
#pragma once

#include "document/document.h"

#include <optional>
#include <vector>

namespace gouji {

/// How far an edge may be off and still be the same, in points.
inline constexpr double edge_tolerance = 4;

/// The edges of columns, points from left to right, and how far each may be off beyond the
/// tolerance (none given: drawn, not at all).
struct LooseEdges {
  const std::vector<double>& at;
  const std::vector<double>& slack;
};

/// Edges of both parts, those of `next` moved to where `open` stands; nothing when they are
/// different tables. One has all edges of the other and the sides agree, save that `next` may lack
/// columns on the left: then where it stands.
std::optional<std::vector<double>> common_edges(const std::vector<double>& open,
                                                const std::vector<double>& next);

/// Parts whose columns are parted by white space: as many columns, and no edge farther off than its
/// white is wide. Returns the edges of `open`, or nothing.
std::optional<std::vector<double>> edges_by_order(LooseEdges open, LooseEdges next);

/// The index of the edge nearest to `x`.
int edge_at(const std::vector<double>& edges, double x);

/// Moves cells from columns between the edges `from` to those between `to`.
void spread_cells(std::vector<Cell>& cells, const std::vector<double>& from,
                  const std::vector<double>& to);

} // namespace gouji
