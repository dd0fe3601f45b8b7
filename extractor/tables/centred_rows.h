// SPDX-License-Identifier: GPL-3.0-or-later
// Rows of tables whose numbers stand at half the height of the labels beside them.
#pragma once

#include "tables/stream_rows.h"

#include <optional>
#include <span>
#include <vector>

namespace gouji {

/// As `row_starts`, where labels wrap and no white parts them: the lines between two rows of
/// numbers are shared out so that each row's numbers stand in its middle. Nothing when the numbers
/// do not stand so, or no two lines lie between any two rows. `ruled` is not looked past. Cost:
/// linear in the rows, quadratic in the lines between two of them, which are few.
std::optional<std::vector<bool>> centred_rows(std::span<const Band> bands,
                                              const std::vector<std::vector<Part>>& parts,
                                              const std::vector<bool>& ruled, int columns);

} // namespace gouji
