// SPDX-License-Identifier: GPL-3.0-or-later
// Tables as valid grids, and the share of a page that pictures cover.
#include "document/document.h"

#include "base/limits.h"

#include <fmt/format.h>

#include <algorithm>

namespace gouji {

double image_coverage(const Page& page) {
  if (page.width <= 0 || page.height <= 0)
    return 0;
  // Pages hold few pictures; cutting the page into the strips between their edges counts overlaps
  // once.
  const Rect whole{0, 0, page.width, page.height};
  std::vector<double> edges;
  std::vector<Rect> boxes;
  for (const Rect& image : page.images) {
    const Rect box = intersection(image, whole);
    if (box.empty())
      continue;
    boxes.push_back(box);
    edges.push_back(box.x0);
    edges.push_back(box.x1);
  }
  std::sort(edges.begin(), edges.end());
  std::sort(boxes.begin(), boxes.end(), [](const Rect& a, const Rect& b) { return a.y0 < b.y0; });
  double covered = 0;
  for (std::size_t i = 0; i + 1 < edges.size(); ++i) {
    const double width = edges[i + 1] - edges[i];
    if (width <= 0)
      continue;
    double below = 0;
    for (const Rect& box : boxes) {
      if (box.x0 > edges[i] || box.x1 < edges[i + 1])
        continue;
      covered += width * std::max(0.0, box.y1 - std::max(box.y0, below));
      below = std::max(below, box.y1);
    }
  }
  return covered / whole.area();
}

Grid::Grid(const Table& table)
    : rows_(table.rows), columns_(table.columns),
      index_(static_cast<std::size_t>(table.rows) * static_cast<std::size_t>(table.columns), -1) {
  for (std::size_t i = 0; i < table.cells.size(); ++i) {
    const Cell& cell = table.cells[i];
    for (int r = std::max(cell.row, 0); r < std::min(cell.row + cell.row_span, rows_); ++r)
      for (int c = std::max(cell.column, 0); c < std::min(cell.column + cell.column_span, columns_);
           ++c)
        index_[static_cast<std::size_t>(r) * static_cast<std::size_t>(columns_) +
               static_cast<std::size_t>(c)] = static_cast<int>(i);
  }
}

std::string grid_fault(const Table& table) {
  if (table.rows < 0 || table.columns < 0)
    return "negative size";
  std::size_t area = 0;
  const Cell* before = nullptr;
  for (const Cell& cell : table.cells) {
    const auto fault = [&cell](std::string_view what) {
      return fmt::format("cell ({}, {}) {}", cell.row, cell.column, what);
    };
    if (cell.row_span < 1 || cell.column_span < 1)
      return fault("has no extent");
    if (cell.row < 0 || cell.column < 0 || cell.row + cell.row_span > table.rows ||
        cell.column + cell.column_span > table.columns)
      return fault("lies outside the table");
    if (before && std::pair(before->row, before->column) >= std::pair(cell.row, cell.column))
      return fault("is out of order");
    before = &cell;
    area += static_cast<std::size_t>(cell.row_span) * static_cast<std::size_t>(cell.column_span);
  }
  const Grid grid(table);
  for (int r = 0; r < table.rows; ++r)
    for (int c = 0; c < table.columns; ++c)
      if (grid.at(r, c) < 0)
        return fmt::format("nothing covers ({}, {})", r, c);
  if (area != static_cast<std::size_t>(table.rows) * static_cast<std::size_t>(table.columns))
    return "cells overlap";
  return {};
}

void TableBuilder::begin_row() {
  ++row_;
  column_ = 0;
}

void TableBuilder::skip(int count) {
  column_ = std::clamp(column_ + std::max(count, 0), 0, limits::table_columns);
}

Cell& TableBuilder::add(int row_span, int column_span, std::string text, Origin origin) {
  if (row_ < 0)
    begin_row();
  const auto busy = [&](int column) {
    return column < static_cast<int>(busy_until_.size()) &&
           busy_until_[static_cast<std::size_t>(column)] > row_;
  };
  while (busy(column_))
    ++column_;
  const int room = std::max(1, limits::table_columns - column_);
  int span = 1;
  while (span < std::clamp(column_span, 1, room) && !busy(column_ + span))
    ++span;
  const int rows = row_span == 0 ? limits::table_rows : std::clamp(row_span, 1, limits::table_rows);
  if (static_cast<int>(busy_until_.size()) < column_ + span)
    busy_until_.resize(static_cast<std::size_t>(column_ + span), 0);
  std::fill_n(busy_until_.begin() + column_, span, row_ + rows);
  cells_.push_back({row_, column_, rows, span, std::move(text), std::move(origin)});
  column_ += span;
  columns_ = std::max(columns_, column_);
  return cells_.back();
}

Table TableBuilder::finish() {
  Table table;
  table.rows = row_ + 1;
  table.columns = columns_;
  for (Cell& cell : cells_)
    cell.row_span = std::min(cell.row_span, table.rows - cell.row);
  table.cells = std::move(cells_);
  const Grid grid(table);
  for (int r = 0; r < table.rows; ++r)
    for (int c = 0; c < table.columns; ++c)
      if (grid.at(r, c) < 0)
        table.cells.push_back({r, c, 1, 1, {}, {}});
  std::sort(table.cells.begin(), table.cells.end(), [](const Cell& a, const Cell& b) {
    return std::pair(a.row, a.column) < std::pair(b.row, b.column);
  });
  *this = TableBuilder();
  return table;
}

} // namespace gouji
