// SPDX-License-Identifier: GPL-3.0-or-later
// Column separators and row spans -> grid, with a check of itself.
#include "writer_table.h"

#include "uno_text.h"

#include <com/sun/star/table/XTableRows.hpp>
#include <com/sun/star/text/TableColumnSeparator.hpp>

#include <algorithm>
#include <set>

using namespace css;

namespace gouji::addin {
namespace {

constexpr int relative_width = 10000; // separators are in ten-thousandths of the table's width
constexpr int widest_miss_twips = 60; // rows of one table miss each other by no more
constexpr double twips_per_100th_mm = 1440.0 / 2540.0;

/// The left and right edges of the boxes of each row.
using RowEdges = std::vector<std::vector<int>>;

std::optional<RowEdges> read_edges(const uno::Reference<text::XTextTable>& table) {
  RowEdges rows;
  const uno::Reference<table::XTableRows> list = table->getRows();
  for (sal_Int32 r = 0; r < list->getCount(); ++r) {
    const uno::Reference<beans::XPropertySet> row(list->getByIndex(r), uno::UNO_QUERY);
    uno::Sequence<text::TableColumnSeparator> separators;
    if (!row.is() || !(row->getPropertyValue("TableColumnSeparators") >>= separators))
      return std::nullopt;
    std::vector<int> edges{0};
    for (const text::TableColumnSeparator& separator : separators)
      edges.push_back(separator.Position);
    edges.push_back(relative_width);
    if (!std::is_sorted(edges.begin(), edges.end()))
      return std::nullopt;
    rows.push_back(std::move(edges));
  }
  return rows;
}

/// The grid line each position belongs to: positions nearer than `tolerance` to their neighbour are
/// one line.
std::vector<int> cluster(const RowEdges& rows, int tolerance) {
  std::vector<int> positions;
  for (const auto& edges : rows)
    positions.insert(positions.end(), edges.begin(), edges.end());
  std::sort(positions.begin(), positions.end());
  std::vector<int> line(relative_width + 1, 0);
  int current = -1, before = -1;
  for (const int position : positions) {
    if (current < 0 || position - before > tolerance)
      ++current;
    if (position >= 0 && position <= relative_width)
      line[static_cast<std::size_t>(position)] = current;
    before = position;
  }
  return line;
}

int tolerance_of(const RowEdges& rows, const uno::Reference<text::XTextTable>& table) {
  const auto width =
      property<sal_Int32>(uno::Reference<beans::XPropertySet>(table, uno::UNO_QUERY), "Width");
  int narrowest = relative_width;
  for (const auto& edges : rows)
    for (std::size_t i = 0; i + 1 < edges.size(); ++i)
      narrowest = std::min(narrowest, edges[i + 1] - edges[i]);
  const double twips = std::max(1.0, width * twips_per_100th_mm);
  return std::min(static_cast<int>(widest_miss_twips / twips * relative_width), narrowest / 2);
}

} // namespace

std::string column_letters(int index) {
  constexpr int letters = 52;
  std::string name;
  for (int rest = index; rest >= 0; rest = rest / letters - 1) {
    const int digit = rest % letters;
    name.insert(name.begin(), static_cast<char>(digit < 26 ? 'A' + digit : 'a' + digit - 26));
  }
  return name;
}

std::optional<WriterGrid> walk_table(const uno::Reference<text::XTextTable>& table) {
  const auto rows = read_edges(table);
  if (!rows || rows->empty())
    return std::nullopt;
  const std::vector<int> line = cluster(*rows, tolerance_of(*rows, table));

  WriterGrid grid;
  grid.rows = static_cast<int>(rows->size());
  grid.columns = line[relative_width];
  std::vector<int> owner(static_cast<std::size_t>(grid.rows) *
                             static_cast<std::size_t>(std::max(grid.columns, 0)),
                         -1);
  const auto at = [&](int r, int c) -> int& {
    return owner[static_cast<std::size_t>(r) * static_cast<std::size_t>(grid.columns) +
                 static_cast<std::size_t>(c)];
  };
  for (int r = 0; r < grid.rows; ++r) {
    const auto& edges = (*rows)[static_cast<std::size_t>(r)];
    for (std::size_t i = 0; i + 1 < edges.size(); ++i) {
      const std::string name = column_letters(static_cast<int>(i)) + std::to_string(r + 1);
      const uno::Reference<beans::XPropertySet> cell(table->getCellByName(to_uno(name)),
                                                     uno::UNO_QUERY);
      if (!cell.is())
        return std::nullopt;
      const int from = line[static_cast<std::size_t>(edges[i])],
                to = line[static_cast<std::size_t>(edges[i + 1])];
      if (from >= to)
        return std::nullopt;
      const auto span = static_cast<int>(property<sal_Int32>(cell, "RowSpan", 1));
      if (span < 1) {
        // Covered: its owner must reach down to here, over the same columns.
        const int above = r > 0 ? at(r - 1, from) : -1;
        if (above < 0)
          return std::nullopt;
        const WriterCell& over = grid.cells[static_cast<std::size_t>(above)];
        if (over.column != from || over.column_span != to - from || over.row + over.row_span <= r)
          return std::nullopt;
        continue;
      }
      if (r + span > grid.rows)
        return std::nullopt;
      grid.cells.push_back({name, r, from, span, to - from});
      for (int row = r; row < r + span; ++row)
        for (int c = from; c < to; ++c) {
          if (at(row, c) >= 0)
            return std::nullopt;
          at(row, c) = static_cast<int>(grid.cells.size()) - 1;
        }
    }
  }
  if (std::find(owner.begin(), owner.end(), -1) != owner.end())
    return std::nullopt;
  if (static_cast<sal_Int32>(grid.cells.size()) != table->getCellNames().getLength())
    return std::nullopt;
  return grid;
}

} // namespace gouji::addin
