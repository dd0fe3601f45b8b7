// SPDX-License-Identifier: GPL-3.0-or-later
// The digits of a row that ran together, cut into one number for each of its columns.
#pragma once

#include "matching/layout.h"
#include "matching/row_numbers.h"

#include <optional>
#include <string_view>
#include <vector>

namespace gouji {

/// One way to cut a run: a number for each column.
using Cut = std::vector<ReadNumber>;

/// Cuts `run`, as printed, into numbers of `units`, one for each column (none: a column that
/// is not printed). Numbers are printed as
/// programs print them: no leading zero, a minus only where the column counts changes, a fraction
/// only where it is an amount. White space parts numbers; a mark for nothing is a blank. Witnesses,
/// in this order: only one way is possible; only one makes `relations` true; only one does when
/// white space is taken for letter-spacing. `cell` is noted in every number. Cost: bounded.
///
/// The ways that remain. One: it is settled. Several: other rows may settle it. None: the run does
/// not say what its numbers are.
std::vector<Cut> cut_run(std::string_view run, const std::vector<std::optional<Unit>>& units,
                         const std::vector<RowRelation>& relations, int cell);

} // namespace gouji
