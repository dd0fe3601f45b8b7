// SPDX-License-Identifier: GPL-3.0-or-later
// What one page holds after recovery and before its neighbours are known: blocks in reading order
// with what joining over page breaks needs to know.
#pragma once

#include "document/document.h"

#include <variant>
#include <vector>

namespace gouji {

/// A block of a page. Where it stands is in its own origin.
struct Piece {
  Block block;
  std::vector<double> edges; ///< a table's columns + 1 column edges on the upright page
  std::vector<double> slack; ///< how far each edge may be off where white space parts columns
  bool starts_mid_sentence = false; ///< a paragraph's first line is not indented
  bool ends_open = false;           ///< a paragraph's last line runs to the right margin
  bool in_margin = false;           ///< first or last line of the page, apart from the rest: maybe
                                    ///< a running head or page number
};

/// Precondition: the piece is a table.
inline Table& table_of(Piece& piece) {
  return std::get<Table>(piece.block);
}

inline const Table& table_of(const Piece& piece) {
  return std::get<Table>(piece.block);
}

struct PageFlow {
  int number = 0;
  double width = 0, height = 0;
  std::vector<Piece> pieces;
};

} // namespace gouji
