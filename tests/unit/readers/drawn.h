// SPDX-License-Identifier: GPL-3.0-or-later
// A flow drawn as text, for comparing: paragraphs as lines, a table as [cell|cell/cell|cell] with
// spans as {rows x columns}, '^' for a line break in a cell, '>' for each level a table is nested.
#pragma once

#include "document/document.h"

#include <string>
#include <variant>

namespace gouji {

inline std::string drawn(const Document& document) {
  std::string out;
  for (const Block& block : document.flow) {
    if (!out.empty())
      out += '\n';
    if (const auto* paragraph = std::get_if<Paragraph>(&block)) {
      out += paragraph->full_text();
      continue;
    }
    const Table& table = std::get<Table>(block);
    out += std::string(static_cast<std::size_t>(table.depth), '>') + '[';
    for (std::size_t i = 0; i < table.cells.size(); ++i) {
      const Cell& cell = table.cells[i];
      if (i > 0)
        out += cell.row != table.cells[i - 1].row ? '/' : '|';
      for (const char c : cell.text)
        out += c == '\n' ? '^' : c;
      if (cell.row_span > 1 || cell.column_span > 1)
        out += '{' + std::to_string(cell.row_span) + 'x' + std::to_string(cell.column_span) + '}';
    }
    out += ']';
  }
  return out;
}

/// What is wrong with the grids of a flow; empty when nothing is.
inline std::string grid_faults(const Document& document) {
  std::string out;
  for (const Block& block : document.flow)
    if (const auto* table = std::get_if<Table>(&block))
      out += grid_fault(*table);
  return out;
}

} // namespace gouji
