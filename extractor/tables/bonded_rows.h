// SPDX-License-Identifier: GPL-3.0-or-later
// Rows of tables whose cells wrap: lines as close as lines of one text belong to one cell.
#pragma once

#include "tables/stream_rows.h"

#include <optional>
#include <span>
#include <vector>

namespace gouji {

/// True at i when a row begins with bands[i], told by the distances of the lines in each column:
/// where they are the least, the lines are one cell's, wherever in the row the other columns' texts
/// stand. Nothing where that says nothing: no rows of several lines, several numbers of one column
/// in a row, or rows in which all columns have several lines (those may be groups of rows). `ruled`
/// as for `row_starts`. Cost: the parts.
std::optional<std::vector<bool>> bonded_rows(std::span<const Band> bands,
                                             const std::vector<std::vector<Part>>& parts,
                                             const std::vector<bool>& ruled, int columns);

} // namespace gouji
