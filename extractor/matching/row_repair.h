// SPDX-License-Identifier: GPL-3.0-or-later
// Rows with fewer or more numbers than columns: digits that ran together, one number over two
// cells, one number not printed. The row's total is the judge.
#pragma once

#include "matching/row_reading.h"

#include <optional>
#include <vector>

namespace gouji {

/// The digits of `cells` (places in the row's table) cut into one number for each of `width`
/// columns, without leading zeros, when the row's total allows exactly one way; an unsettled
/// reading when it allows several; nothing when no way fits, or when nothing looks run together (a
/// leading zero, a gap between digits, one cell for the whole row).
std::optional<RowReading> cut_apart(const PrintedTables& printed, const PrintedRow& row,
                                    const std::vector<int>& cells, std::size_t width,
                                    const std::vector<RowRelation>& relations);

/// One printed number too many for `columns`: every way in which two neighbours are one number that
/// a line or a cell border cut and the row's total holds.
std::vector<std::vector<ReadNumber>>
joined_pairs(const PrintedTables& printed, const PrintedRow& row, const std::vector<int>& cells,
             const std::vector<std::size_t>& columns, std::size_t width,
             const std::vector<RowRelation>& relations);

/// One printed number too few for `columns`: tries each column as the one that is not printed and
/// lets the row's total say what it would be. Only a value on which all readings agree is kept.
std::optional<std::vector<ReadNumber>>
with_one_missing(const PrintedTables& printed, const PrintedRow& row, const std::vector<int>& cells,
                 const std::vector<std::size_t>& columns, std::size_t width,
                 const std::vector<RowRelation>& relations);

} // namespace gouji
