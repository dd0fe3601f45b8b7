// SPDX-License-Identifier: GPL-3.0-or-later
// One table of a form, found in the printed rows that belong to it.
#pragma once

#include "matching/field_index.h"
#include "matching/printed_rows.h"
#include "report/report.h"

#include <vector>

namespace gouji {

struct TableMatch {
  double found = 0, of = 0; ///< labels of the form found, and how many it has
  std::vector<Deviation> deviations;
  std::vector<Candidate> candidates;
};

/// Fills `values` (one for each field of the layout) from `rows`, the printed rows of form table
/// `table`.
TableMatch match_table(const PrintedTables& printed, const std::vector<int>& rows,
                       const Layout& layout, int table, const FieldIndex& fields,
                       std::vector<Value>& values);

} // namespace gouji
