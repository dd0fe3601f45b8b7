// SPDX-License-Identifier: GPL-3.0-or-later
// Two parts of a table that the end of a page or of a column of text cut -> one table.
#pragma once

#include "document/document.h"

#include <cstddef>
#include <vector>

namespace gouji {

/// A table with the column edges (columns + 1 of them) of the page it was last seen on, and how far
/// each may be off (empty: drawn, not at all).
struct OpenTable {
  Table table;
  std::vector<double> edges;
  std::vector<double> slack;
  /// Kept by `join_tables`, so that a join costs what it adds: the cells that end with the table's
  /// last row, by column, in how many rows each column says something, and how many rows do.
  std::vector<std::size_t> last = {};
  std::vector<int> filled = {};
  int spoken = 0;
};

/// What cuts a table: the end of the page, or that of a column on it.
enum class Break { page, column };

/// Appends `next`, the table at the top of the following page, to `open` when its columns fit:
/// false, and nothing changed, when they do not. Repeated header rows are dropped; a merged cell
/// that goes on over the break, also when its column is missing in `next`, stays one; a row that
/// the break cut through its text becomes one row again. Over the end of a column the first rows
/// must be repeated: tables beside each other often have as many columns. Cost: that of `next`,
/// whatever `open` has grown to, unless `next` brings columns that are new.
bool join_tables(OpenTable& open, const OpenTable& next, Break cut = Break::page);

} // namespace gouji
