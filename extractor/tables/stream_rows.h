// SPDX-License-Identifier: GPL-3.0-or-later
// Which bands of a table without row lines are one row.
#pragma once

#include "tables/bands.h"
#include "tables/columns.h"
#include "tables/text_layer.h"

#include <cstddef>
#include <span>
#include <vector>

namespace gouji {

/// A stretch of text of one band in one column, or across several.
struct Part {
  std::size_t band = 0;
  int first = 0, last = 0; ///< columns
  Rect box;
  std::vector<Word> words;
  bool ruled = false;         ///< a rule tells which columns it spans
  double top = 0, bottom = 0; ///< of its cell; equal where its line tells in which row it stands
};

/// Is it one word, with a digit?
inline bool is_number(const Part& part) {
  return part.words.size() == 1 && has_digit(part.words);
}

/// How far apart lines of one text stand at most where the nearest stand `least` apart (points): as
/// far, but for what rounding to pixels adds.
constexpr double step_of_text(double least) {
  return 1.03 * least + 0.8;
}

/// From where to where the text of a column reaches, spanning text left out.
struct ColumnText {
  double left = 0, right = 0;
  bool filled = false;
};
std::vector<ColumnText> column_texts(std::span<const Band> bands,
                                     const std::vector<Gutter>& gutters);

/// The band's segments cut at the gutters. A segment that crosses one stays whole when it reads as
/// one text: no wide gap there, and what follows does not stand like the rest of its column. Dots
/// that lead on to the next part are left out.
std::vector<Part> split_band(const Band& band, std::size_t index,
                             const std::vector<Gutter>& gutters,
                             const std::vector<ColumnText>& texts);

/// The first band that is a row of numbers: where rules do not tell, what stands over it is the
/// header, but for lines that stand beside it. 0 when there is none near the top.
std::size_t first_row_of_numbers(std::span<const Band> bands,
                                 const std::vector<std::vector<Part>>& parts, int columns);

/// True at i when a row begins with bands[i]. `ruled[i]`: a rule across the table is drawn over it.
std::vector<bool> row_starts(std::span<const Band> bands,
                             const std::vector<std::vector<Part>>& parts,
                             const std::vector<bool>& ruled, int columns);

} // namespace gouji
