// SPDX-License-Identifier: GPL-3.0-or-later
// One table of a form, found in the printed rows that belong to it.
#pragma once

#include <vector>

#include "matching/printed_rows.h"
#include "report/report.h"

namespace gouji {

/// Field indices by place in the form.
class FieldIndex {
public:
  explicit FieldIndex(const Layout& layout);
  /// -1 when the form has no number there.
  int at(int table, int block, int row, int column) const;
  /// The fields of one row, by leaf column as in `leaf_columns`.
  std::vector<int> row(const Layout& layout, int table, int block, int row) const;

private:
  std::vector<std::vector<std::vector<int>>> fields_; ///< [table][block][row * columns + column]
  std::vector<std::vector<int>> columns_;             ///< [table][block]
};

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
