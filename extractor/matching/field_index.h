// SPDX-License-Identifier: GPL-3.0-or-later
// From a place in the form (table, block, row, column) to the field that stands there.
#pragma once

#include "matching/layout.h"

#include <vector>

namespace gouji {

class FieldIndex {
public:
  explicit FieldIndex(const Layout& layout);

  /// Index into layout.fields; -1 when the form has no number there.
  int at(int table, int block, int row, int column) const;
  /// The fields of one row, by leaf column as in `leaf_columns`; -1 where the form has no number.
  std::vector<int> row(const Layout& layout, int table, int block, int row) const;

private:
  std::vector<std::vector<std::vector<int>>> fields_; ///< [table][block][row * columns + column]
  std::vector<std::vector<int>> columns_;             ///< [table][block]
};

} // namespace gouji
