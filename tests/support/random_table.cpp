// SPDX-License-Identifier: GPL-3.0-or-later
// Random tables and their w:tbl.
#include "support/random_table.h"

#include <fmt/format.h>

#include <algorithm>
#include <vector>

namespace gouji::test {

namespace {

int between(std::mt19937& random, int from, int to) {
  // The standard's distributions differ between libraries; a seed must mean the same everywhere.
  return from + static_cast<int>(random() % static_cast<unsigned>(to - from + 1));
}

bool every_line_shows(const Table& table) {
  std::vector<bool> shown(static_cast<std::size_t>(table.columns) + 1, false);
  for (const Cell& cell : table.cells)
    shown[static_cast<std::size_t>(cell.column)] =
        shown[static_cast<std::size_t>(cell.column + cell.column_span)] = true;
  return std::all_of(shown.begin(), shown.end(), [](bool line) { return line; });
}

} // namespace

Table random_table(std::mt19937& random, int rows, int columns) {
  Table table;
  do {
    table = {};
    table.rows = between(random, 1, rows);
    table.columns = between(random, 1, columns);
    std::vector<std::vector<bool>> taken(
        static_cast<std::size_t>(table.rows),
        std::vector<bool>(static_cast<std::size_t>(table.columns), false));
    const auto is_free = [&](int row, int column) {
      return row < table.rows && column < table.columns &&
             !taken[static_cast<std::size_t>(row)][static_cast<std::size_t>(column)];
    };
    for (int row = 0; row < table.rows; ++row)
      for (int column = 0; column < table.columns; ++column) {
        if (!is_free(row, column))
          continue;
        const bool merged = between(random, 0, 3) == 0;
        const int want_rows = merged ? between(random, 1, 4) : 1;
        const int want_columns = merged ? between(random, 1, 4) : 1;
        int width = 1;
        while (width < want_columns && is_free(row, column + width))
          ++width;
        int height = 1;
        const auto line_free = [&](int line) {
          for (int c = column; c < column + width; ++c)
            if (!is_free(line, c))
              return false;
          return true;
        };
        while (height < want_rows && line_free(row + height))
          ++height;
        for (int r = row; r < row + height; ++r)
          for (int c = column; c < column + width; ++c)
            taken[static_cast<std::size_t>(r)][static_cast<std::size_t>(c)] = true;
        table.cells.push_back({row, column, height, width, fmt::format("{}:{}", row, column), {}});
      }
  } while (!every_line_shows(table));
  return table;
}

std::string docx_table(const Table& table, std::mt19937& random, int jitter) {
  std::vector<int> lines{0};
  for (int column = 0; column < table.columns; ++column)
    lines.push_back(lines.back() + between(random, 400, 2000));
  std::vector<std::vector<int>> edges(static_cast<std::size_t>(table.rows), lines);
  for (auto& row : edges)
    for (std::size_t i = 1; i + 1 < row.size(); ++i)
      row[i] += between(random, -jitter, jitter);
  std::vector<int> all;
  for (const auto& row : edges)
    all.insert(all.end(), row.begin(), row.end());
  std::sort(all.begin(), all.end());
  all.erase(std::unique(all.begin(), all.end()), all.end());

  std::string text = "<w:tbl><w:tblPr/><w:tblGrid>";
  for (std::size_t i = 1; i < all.size(); ++i)
    text += fmt::format("<w:gridCol w:w=\"{}\"/>", all[i] - all[i - 1]);
  text += "</w:tblGrid>";
  const Grid grid(table);
  for (int row = 0; row < table.rows; ++row) {
    text += "<w:tr>";
    const auto& line = edges[static_cast<std::size_t>(row)];
    for (int column = 0; column < table.columns;) {
      const Cell& cell = table.cells[static_cast<std::size_t>(grid.at(row, column))];
      const int from = line[static_cast<std::size_t>(column)];
      const int to = line[static_cast<std::size_t>(column + cell.column_span)];
      const auto span = std::lower_bound(all.begin(), all.end(), to) -
                        std::lower_bound(all.begin(), all.end(), from);
      text += fmt::format("<w:tc><w:tcPr><w:tcW w:w=\"{}\" w:type=\"dxa\"/>", to - from);
      if (span > 1)
        text += fmt::format("<w:gridSpan w:val=\"{}\"/>", span);
      if (cell.row_span > 1)
        text += cell.row == row ? "<w:vMerge w:val=\"restart\"/>" : "<w:vMerge/>";
      text += "</w:tcPr><w:p>";
      if (cell.row == row)
        text += "<w:r><w:t>" + cell.text + "</w:t></w:r>";
      text += "</w:p></w:tc>";
      column += cell.column_span;
    }
    text += "</w:tr>";
  }
  return text + "</w:tbl>";
}

} // namespace gouji::test
