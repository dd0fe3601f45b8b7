// SPDX-License-Identifier: GPL-3.0-or-later
// Tables of the flow -> normalised rows.
#include "matching/printed_rows.h"

#include "text/normalize.h"

namespace gouji {

namespace {

const std::vector<LabelHit> no_hits;

} // namespace

PrintedTables read_printed(const std::vector<Block>& flow) {
  PrintedTables printed;
  int number = -1;
  for (const Block& block : flow) {
    const Table* table = std::get_if<Table>(&block);
    if (!table)
      continue;
    ++number;
    PrintedTable out{table, number, {}};
    out.cells.reserve(table->cells.size());
    std::vector<PrintedRow> rows(static_cast<std::size_t>(table->rows));
    for (std::size_t r = 0; r < rows.size(); ++r) {
      rows[r].table = static_cast<int>(printed.tables.size());
      rows[r].row = static_cast<int>(r);
    }
    for (std::size_t i = 0; i < table->cells.size(); ++i) {
      const Cell& cell = table->cells[i];
      out.cells.push_back({&cell, normalized(cell.text), read_number(cell.text), &no_hits});
      rows.at(static_cast<std::size_t>(cell.row)).own.push_back(static_cast<int>(i));
      for (int r = cell.row + 1; r < cell.row + cell.row_span; ++r)
        rows.at(static_cast<std::size_t>(r)).above.push_back(static_cast<int>(i));
    }
    printed.tables.push_back(std::move(out));
    std::move(rows.begin(), rows.end(), std::back_inserter(printed.rows));
  }
  return printed;
}

void look_up(PrintedTables& printed, LabelIndex& labels) {
  for (PrintedTable& table : printed.tables)
    for (PrintedCell& cell : table.cells)
      cell.hits = cell.words() ? &labels.find(cell.text) : &no_hits;
}

} // namespace gouji
