// SPDX-License-Identifier: GPL-3.0-or-later
// Headers without rules whose cells are centred beside each other: their lines share no baselines.
#pragma once

#include "tables/stream_rows.h"

#include <cstddef>
#include <optional>
#include <span>
#include <utility>
#include <vector>

namespace gouji {

/// A text of one or several lines over the columns it heads.
struct HeaderCell {
  int first = 0, last = 0; ///< columns
  int level = 0, end = 0;  ///< rows of the header: level .. end - 1
  Rect box;
  double baseline = 0;                                    ///< of its last line
  std::vector<std::pair<std::size_t, std::size_t>> lines; ///< band, and which of its parts
};

struct StaggeredHeader {
  int levels = 0;
  std::vector<HeaderCell> cells; ///< from top to bottom
};

/// `parts` are those of `bands`, the lines of a header, `xs` the edges of the table's columns.
/// Lines of one column as close as lines of one text are a cell; a cell spans the columns under it
/// in whose middle it stands. Nothing when every line stands clear of the next, so that baselines
/// tell.
std::optional<StaggeredHeader> staggered_header(std::span<const Band> bands,
                                                std::span<const std::vector<Part>> parts,
                                                const std::vector<double>& xs);

} // namespace gouji
