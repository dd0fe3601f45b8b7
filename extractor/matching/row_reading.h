// SPDX-License-Identifier: GPL-3.0-or-later
// The numbers of one printed row, each given to a column of the form. Position, count and the row's
// own arithmetic are the witnesses.
#pragma once

#include "matching/column_alignment.h"
#include "matching/row_numbers.h"

#include <vector>

namespace gouji {

enum class RowWitness {
  position, ///< every number stands under its caption
  order,    ///< as many numbers as columns, but not under their captions
  repaired, ///< digits were taken apart or put together; the row's total settles how
  settled,  ///< one number is not printed; the row's total settles which and what
  parted,   ///< running text was cut into numbers (matching/glued_numbers.h)
  unsettled ///< several readings remain
};

struct RowReading {
  RowWitness witness = RowWitness::unsettled;
  std::vector<ReadNumber> numbers; ///< one for each leaf column
  int readings = 1;                ///< how many were possible when unsettled
};

/// Reads `row` of form table `table_index`. `map` may be untrusted (no header was legible): then
/// order and count decide. Numbers of columns that the map does not have are absent.
RowReading read_row(const PrintedTables& printed, const PrintedRow& row, int table_index,
                    const ColumnMap& map, const std::vector<RowRelation>& relations);

} // namespace gouji
