// SPDX-License-Identifier: GPL-3.0-or-later
// Which bands of a table without row lines are one row.
#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "tables/bands.h"
#include "tables/columns.h"

namespace gouji {

/// A stretch of text of one band in one column, or across several.
struct Part {
  std::size_t band = 0;
  int first = 0, last = 0; ///< columns
  Rect box;
  std::vector<Word> words;
};

/// The band's segments cut at the gutters; a segment that crosses one without a gap stays whole.
std::vector<Part> split_band(const Band& band, std::size_t index,
                             const std::vector<Gutter>& gutters);

/// True at i when a row begins with bands[i]. `ruled[i]`: a rule across the table is drawn over it.
std::vector<bool> row_starts(std::span<const Band> bands,
                             const std::vector<std::vector<Part>>& parts,
                             const std::vector<bool>& ruled, int columns);

} // namespace gouji
