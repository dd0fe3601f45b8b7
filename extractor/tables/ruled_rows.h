// SPDX-License-Identifier: GPL-3.0-or-later
// Whether the rules across a table part its rows, so that all lines between two are one row.
#pragma once

#include "tables/stream_rows.h"

#include <cstddef>
#include <span>
#include <vector>

namespace gouji {

/// Is there a rule between all rows of numbers, and hardly a line without one? `parts` are those of
/// `bands`; `drawn` are the heights of rules in the table.
bool one_row_between(std::span<const Band> bands, const std::vector<std::vector<Part>>& parts,
                     const std::vector<double>& drawn);

/// Is there at most one number of each column between two rules across the table, and one between
/// most? Then the lines there are those of cells that wrap. `ruled[i]`: such a rule lies over band
/// i; `body` is the first band after the header.
bool numbers_between(const std::vector<std::vector<Part>>& parts, const std::vector<bool>& ruled,
                     std::size_t body, int columns);

} // namespace gouji
