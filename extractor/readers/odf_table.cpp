// SPDX-License-Identifier: GPL-3.0-or-later
// Where the cells of a row stand.
#include "readers/odf_table.h"

#include "base/limits.h"
#include "readers/flow_text.h"

#include <fmt/format.h>

#include <algorithm>

namespace gouji::odf {

namespace {

/// A sub-table and the cell of the row whose place it takes.
using SubTable = std::pair<std::size_t, const TableDraft*>;

/// Gives every cell of a row its width in twips, from the grid where spans count its columns. False
/// when some width is not stated.
bool state_widths(DraftRow& row, const std::vector<double>& grid) {
  auto column = static_cast<std::size_t>(row.before);
  for (DraftCell& cell : row.cells) {
    if (!row.by_width) {
      cell.width = {};
      for (int i = 0; i < cell.span; ++i, ++column)
        cell.width.value += column < grid.size() ? grid[column] : 0;
    }
    if (cell.width.fraction || !cell.width.stated())
      return false;
  }
  row.by_width = true;
  return true;
}

double width_of(const DraftRow& row) {
  double width = 0;
  for (const DraftCell& cell : row.cells)
    width += cell.width.value;
  return width;
}

/// The rows that a row becomes when the sub-tables in it become part of the grid: each other cell
/// goes on over all of them, a sub-table with fewer rows than the longest over the rest.
/// Empty when widths are not stated.
std::vector<DraftRow> flatten(DraftRow row, const std::vector<double>& grid,
                              const std::vector<SubTable>& sub_tables) {
  if (!state_widths(row, grid))
    return {};
  std::size_t count = 1;
  for (const auto& [cell, draft] : sub_tables)
    count = std::max(count, draft->rows.size());
  if (count * row.cells.size() > limits::table_cells)
    return {};
  std::vector<DraftRow> rows(count);
  for (std::size_t k = 0; k < count; ++k)
    rows[k].by_width = true;
  for (std::size_t i = 0; i < row.cells.size(); ++i) {
    const DraftCell& cell = row.cells[i];
    const auto sub = std::find_if(sub_tables.begin(), sub_tables.end(),
                                  [&](const SubTable& entry) { return entry.first == i; });
    if (sub == sub_tables.end() || sub->second->rows.empty()) {
      for (std::size_t k = 0; k < count; ++k) {
        rows[k].cells.push_back(cell);
        if (cell.vertical != Merge::go_on && count > 1)
          rows[k].cells.back().vertical = k == 0 ? Merge::restart : Merge::go_on;
        if (k > 0)
          rows[k].cells.back().text.clear();
      }
      continue;
    }
    const std::vector<DraftRow>& inner = sub->second->rows;
    for (std::size_t k = 0; k < count; ++k) {
      const bool beyond = k >= inner.size();
      DraftRow line = inner[std::min(k, inner.size() - 1)];
      if (!state_widths(line, sub->second->grid))
        return {};
      const double scale = cell.width.value / width_of(line);
      for (std::size_t j = 0; j < line.cells.size(); ++j) {
        DraftCell& part = line.cells[j];
        part.width.value *= scale;
        part.anchor = fmt::format("{}.{}.{}", cell.anchor, j + 1, k + 1);
        if (beyond)
          part.vertical = Merge::go_on, part.text.clear();
        else if (k + 1 == inner.size() && k + 1 < count && part.vertical == Merge::none)
          part.vertical = Merge::restart;
        rows[k].cells.push_back(std::move(part));
      }
    }
  }
  return rows;
}

/// The text of a sub-table, for where it cannot be part of the grid: nothing is lost.
std::string text_of(const TableDraft& draft) {
  std::string text;
  for (const DraftRow& row : draft.rows)
    for (const DraftCell& cell : row.cells) {
      if (!text.empty() && !cell.text.empty())
        text += '\n';
      text += cell.text;
    }
  return text;
}

} // namespace

void RowPlacer::skip() {
  ++row_;
  for (Open& column : open_)
    column.rows_left = std::max(column.rows_left - 1, 0);
}

std::vector<DraftRow> RowPlacer::place(const std::vector<RowCell>& cells,
                                       const std::vector<double>& grid) {
  ++row_;
  DraftRow row;
  std::vector<SubTable> sub_tables;
  const auto add = [&](int span, Merge vertical, std::string text) {
    row.cells.push_back({span,
                         {},
                         vertical,
                         Merge::none,
                         std::move(text),
                         writer_cell_name(row.cells.size(), row_)});
  };
  std::size_t at = 0; // next free column
  const auto held = [&](std::size_t column) {
    return column < open_.size() && open_[column].rows_left > 0;
  };
  // Goes on with the cell from above that starts at `at`.
  const auto go_on = [&] {
    const auto span = static_cast<std::size_t>(std::max(open_[at].span, 1));
    add(static_cast<int>(span), Merge::go_on, {});
    for (std::size_t end = std::min(at + span, open_.size()); at < end; ++at)
      --open_[at].rows_left;
  };
  std::size_t listed = 0; // columns that the file has listed so far
  for (const RowCell& cell : cells)
    for (int repeat = 0; repeat < cell.repeated; ++repeat) {
      if (cell.covered) {
        ++listed;
        if (listed <= at)
          continue; // covered by what stands already
        if (held(at))
          go_on();
        else
          add(1, Merge::none, {}), ++at; // covered by nothing: an empty place
        continue;
      }
      while (held(at))
        go_on();
      std::size_t span = 1;
      while (span < static_cast<std::size_t>(cell.column_span) && !held(at + span))
        ++span;
      if (open_.size() < at + span)
        open_.resize(at + span);
      if (cell.row_span > 1) {
        for (std::size_t i = 0; i < span; ++i)
          open_[at + i] = {cell.row_span - 1, 0};
        open_[at].span = static_cast<int>(span);
      }
      if (cell.sub_table)
        sub_tables.emplace_back(row.cells.size(), &*cell.sub_table);
      add(static_cast<int>(span), cell.row_span > 1 ? Merge::restart : Merge::none, cell.text);
      listed = std::max(listed, at) + 1;
      at += span;
    }
  // Cells from above that the file does not list in this row.
  std::size_t last = open_.size();
  while (last > at && !held(last - 1))
    --last;
  while (at < last) {
    if (held(at))
      go_on();
    else
      add(1, Merge::none, {}), ++at;
  }
  if (!sub_tables.empty())
    if (std::vector<DraftRow> rows = flatten(row, grid, sub_tables); !rows.empty())
      return rows;
  for (const auto& [cell, draft] : sub_tables)
    row.cells[cell].text += text_of(*draft);
  std::vector<DraftRow> rows;
  rows.push_back(std::move(row));
  return rows;
}

} // namespace gouji::odf
