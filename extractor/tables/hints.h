// SPDX-License-Identifier: GPL-3.0-or-later
// What a person tells of the tables who needs this one table of this one document.
#pragma once

#include "document/document.h"
#include "document/page_range.h"

#include <optional>
#include <vector>

namespace gouji {

/// How the cells of tables are told apart.
enum class TableKind {
  any,
  lattice, ///< by lines and backgrounds only
  stream   ///< by white space, also where lines are drawn
};

/// Nothing told means found automatically.
struct Hints {
  PageRanges pages; ///< only these
  /// Only what lies in this part of each page; points from its top-left corner, as it is shown. It
  /// is said to hold a table: one is made of it where none is found.
  std::optional<Rect> area;
  /// Where columns are parted: x in points from the page's left side, ascending. Text is cut there.
  /// Of tables parted by white space; with `area`, the area is the table.
  std::vector<double> columns;
  TableKind kind = TableKind::any;

  bool any() const { return *this != Hints(); }
  bool operator==(const Hints&) const = default;
};

/// What of `page` lies in `area`, at its place: characters by their middle, lines and shadings cut.
Page part_of(const Page& page, const Rect& area);

} // namespace gouji
