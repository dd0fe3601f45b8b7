// SPDX-License-Identifier: GPL-3.0-or-later
// Pieces of running text -> the stretch of them that prints one table of a form, row by row.
#pragma once

#include "matching/row_alignment.h"
#include "matching/running_labels.h"

#include <optional>
#include <string>
#include <vector>

namespace gouji {

/// Text in the pieces that parts of it come from.
struct TextSpan {
  std::size_t first = 0, last = 0; ///< characters [first, last); empty when equal
};

/// A printed row: cells of labels and the digits behind them.
struct GluedRow {
  int block = -1;
  TextSpan title, corner;         ///< of the block, where they are printed before this row
  std::vector<TextSpan> captions; ///< of the block's header before this row, as `caption_order`;
                                  ///< empty where it is not printed whole
  std::vector<TextSpan> labels;   ///< groups, then the row's own
  TextSpan run;                   ///< empty where the label is printed without digits
};

/// A stretch of text that prints a table.
struct GluedStretch {
  TextSpan whole;
  std::vector<GluedRow> rows;
};

/// The columns of a block as a header prints them row by row: nodes of its column tree, those of
/// other editions left out.
std::vector<int> caption_order(const LayoutBlock& block);

/// Finds the table `table` of `layout` in `text`, which `pieces` part. `labels` is of the layout.
/// Nothing when it is not printed there. Of several stretches the one with most rows is taken.
std::optional<GluedStretch> find_glued(std::u32string_view text,
                                       const std::vector<LabelledPiece>& pieces,
                                       const Layout& layout, int table, LabelIndex& labels);

} // namespace gouji
