// SPDX-License-Identifier: GPL-3.0-or-later
// Why the cells of a table are parted where they are: for each boundary the lines, backgrounds,
// white space and alignment that speak for it, and the lines that were not taken.
#pragma once

#include "base/words.h"
#include "document/document.h"

#include <string_view>
#include <vector>

namespace gouji {

/// What speaks loudest for a boundary.
enum class Support {
  line,       ///< a drawn line
  background, ///< the edge of areas behind cells
  white,      ///< a strip of white
  alignment,  ///< hardly any white, but texts beside it line up
  none        ///< the outer side of text, or nothing of the above
};

/// "line", "background", "white", "alignment", "none", as in the JSON of `inspect`.
std::string_view support_name(Support support);

/// A stretch of the edge between two rows or columns (or of an outer side) along which cells are
/// parted and the support is of one kind.
struct Boundary {
  bool column = false;     ///< parts columns, else rows
  int index = 0;           ///< the row or column that begins here; their number at the last side
  int first = 0, last = 0; ///< the rows (columns) along it
  Rect line;               ///< where it lies on the page; of no width or height
  Support support = Support::none;
  double confidence = 0; ///< 0 to 1
  bool chosen = true;    ///< false: a line inside a cell that was not taken for a boundary
  Words why;

  bool operator==(const Boundary&) const = default;
};

/// The boundaries of a table that `recover_page` found on `page`, whichever way it is turned: every
/// side between two cells, and every outer one, is in exactly one of them. Nothing is recovered
/// anew: evidence is looked up where cells end. `glyphs`: the page's legible ones. Cost: sorting,
/// plus the places of the grid.
std::vector<Boundary> explain_table(const Page& page, const std::vector<Glyph>& glyphs,
                                    const Table& table);

} // namespace gouji
