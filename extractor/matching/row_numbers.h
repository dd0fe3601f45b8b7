// SPDX-License-Identifier: GPL-3.0-or-later
// The numbers of one printed row before they are fields, and the row's own arithmetic over them.
#pragma once

#include "matching/printed_rows.h"
#include "report/report.h"

#include <optional>
#include <vector>

namespace gouji {

/// sum(parts) = sum(whole) inside one row; positions in the block's leaf columns.
struct RowRelation {
  std::vector<int> left, right;
};

/// One number of the row: `cell` is the printed cell it comes from (-1: none).
struct ReadNumber {
  State state = State::absent;
  Decimal number;
  int cell = -1;
  bool doubtful = false; ///< gaps between its digits could be borders between numbers
};

/// The number in a printed cell, or that it is blank or unreadable.
ReadNumber as_printed(const PrintedTables& printed, const PrintedRow& row, int cell);

/// cells[i] read into place columns[i] of `width` numbers; the other places are absent.
std::vector<ReadNumber> in_order(const PrintedTables& printed, const PrintedRow& row,
                                 const std::vector<int>& cells,
                                 const std::vector<std::size_t>& columns, std::size_t width);

/// Numbers for the relations: a blank is 0, what is unreadable or absent is unknown.
std::vector<std::optional<Decimal>> known(const std::vector<ReadNumber>& numbers);

/// Is every relation whose numbers are all known true? Blanks count as 0. `checked` (may be null)
/// receives how many could be tested.
bool holds(const std::vector<RowRelation>& relations,
           const std::vector<std::optional<Decimal>>& numbers, int* checked = nullptr);

} // namespace gouji
