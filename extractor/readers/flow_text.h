// SPDX-License-Identifier: GPL-3.0-or-later
// What the DOCX and the ODF reader share when they put a flow together.
#pragma once

#include "document/document.h"

#include <cstddef>
#include <string>
#include <vector>

namespace gouji {

/// Which font size most of a paragraph's text has.
class FontSizes {
public:
  /// `bytes` of text in `points`.
  void add(double points, std::size_t bytes);
  /// `otherwise` when there was no text.
  double most_used(double otherwise) const;

private:
  struct Use {
    double points;
    std::size_t bytes;
  };
  std::vector<Use> uses_;
};

/// How LibreOffice Writer names a cell: column letters to base 52 (A-Z, a-z, AA ...) from `box`,
/// the cell's place in its row from 0, continued cells counted; then `row` from 1.
std::string writer_cell_name(std::size_t box, int row);

/// The text of a cell: its paragraphs with their numbering, a line each. Tables among `blocks` move
/// to `nested`.
std::string take_cell_text(std::vector<Block>& blocks, std::vector<Block>& nested);

} // namespace gouji
