// SPDX-License-Identifier: GPL-3.0-or-later
// A column that is not printed, told by the totals of its rows.
#pragma once

#include "matching/layout.h"
#include "report/report.h"

#include <vector>

namespace gouji {

/// Gives each of `fields` (one column of the form) that has no number the value that a relation
/// across its row leaves. All or nothing: false, and `values` untouched, unless every one is
/// settled, none is negative and every relation that touches the column and is complete then holds.
bool settle_column(const Layout& layout, const std::vector<int>& fields,
                   std::vector<Value>& values);

} // namespace gouji
