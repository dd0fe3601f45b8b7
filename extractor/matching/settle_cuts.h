// SPDX-License-Identifier: GPL-3.0-or-later
// Rows whose digits can be cut in several ways, told by the sums down the columns.
#pragma once

#include "matching/glued_numbers.h"
#include "matching/layout.h"
#include "report/report.h"

#include <vector>

namespace gouji {

/// A row whose own digits leave several ways. `fields` go with the numbers of each way; -1 where
/// the form has no number.
struct OpenRow {
  std::vector<int> fields;
  std::vector<Cut> ways;
};

/// For each row the way that is the same in all choices that make every relation between the rows
/// true whose other numbers are in `values`; -1 where there is none such, or too much to look
/// through.
std::vector<int> settle_cuts(const Layout& layout, const std::vector<OpenRow>& rows,
                             const std::vector<Value>& values);

} // namespace gouji
