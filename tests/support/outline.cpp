// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/outline.h"

#include <fmt/format.h>

namespace gouji::test {

std::string outline(const Document& document) {
  std::string text;
  for (const Block& block : document.flow) {
    if (const Paragraph* paragraph = std::get_if<Paragraph>(&block)) {
      text += paragraph->full_text();
      text += '\n';
      continue;
    }
    const Table& table = std::get<Table>(block);
    text += '[';
    text += grid_fault(table);
    int row = 0;
    for (const Cell& cell : table.cells) {
      for (; row < cell.row; ++row)
        text += "/";
      text += "|";
      if (cell.row_span > 1 || cell.column_span > 1)
        text += fmt::format("{}x{}:", cell.row_span, cell.column_span);
      text += cell.text;
    }
    text += "]\n";
  }
  return text;
}

} // namespace gouji::test
