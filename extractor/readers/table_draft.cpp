// SPDX-License-Identifier: GPL-3.0-or-later
// Cell edges of every row -> grid lines -> spans.
#include "readers/table_draft.h"

#include "base/limits.h"
#include "readers/messages.h"

#include <algorithm>
#include <numeric>

namespace gouji {

namespace {

/// Edges nearer than this are one line: 60 twips is 1 mm, what a hand that drags a border misses
/// by.
constexpr double one_line = 60;

/// A cell's left and right edge, in twips or in grid columns.
struct Extent {
  double from = 0, to = 0;
};
using Extents = std::vector<std::vector<Extent>>; ///< per row, per cell

double columns_of(const DraftRow& row) {
  double count = static_cast<double>(row.before) + row.after;
  for (const DraftCell& cell : row.cells)
    count += cell.span;
  return count;
}

/// By grid column, as if each were one wide.
Extents by_index(const TableDraft& draft) {
  Extents extents;
  extents.reserve(draft.rows.size());
  for (const DraftRow& row : draft.rows) {
    double at = row.before;
    auto& line = extents.emplace_back();
    line.reserve(row.cells.size());
    for (const DraftCell& cell : row.cells) {
      line.push_back({at, at + cell.span});
      at += cell.span;
    }
  }
  return extents;
}

/// By width: rows that fill the grid stand where its columns are, the others where their own cells'
/// widths put them, as Word and LibreOffice do. Empty when widths are not stated or make no sense.
Extents by_width(const TableDraft& draft) {
  std::vector<double> lines(draft.grid.size() + 1, 0);
  std::partial_sum(draft.grid.begin(), draft.grid.end(), lines.begin() + 1);
  const bool grid_stated =
      !draft.grid.empty() &&
      std::all_of(draft.grid.begin(), draft.grid.end(), [](double width) { return width >= 0; }) &&
      lines.back() > 0;
  const double whole = lines.back();
  const auto twips = [&](Width width) {
    return width.fraction ? width.value * whole : width.value;
  };

  Extents extents;
  extents.reserve(draft.rows.size());
  for (const DraftRow& row : draft.rows) {
    const double columns = columns_of(row);
    const bool fills =
        grid_stated && !row.by_width && columns == static_cast<double>(draft.grid.size());
    const bool widths_stated =
        (row.before == 0 || twips(row.before_width) > 0) &&
        std::all_of(row.cells.begin(), row.cells.end(),
                    [&](const DraftCell& cell) { return twips(cell.width) > 0; });
    auto& line = extents.emplace_back();
    line.reserve(row.cells.size());
    if (fills ||
        (!widths_stated && grid_stated && columns < static_cast<double>(draft.grid.size()))) {
      auto at = static_cast<std::size_t>(row.before);
      for (const DraftCell& cell : row.cells) {
        const std::size_t to = at + static_cast<std::size_t>(cell.span);
        line.push_back({lines.at(at), lines.at(to)});
        at = to;
      }
    } else if (widths_stated) {
      double at = row.before > 0 ? twips(row.before_width) : 0;
      for (const DraftCell& cell : row.cells) {
        line.push_back({at, at + twips(cell.width)});
        at += twips(cell.width);
      }
    } else {
      return {};
    }
    if (std::any_of(line.begin(), line.end(), [](Extent e) { return e.from >= e.to; }))
      return {};
  }
  return extents;
}

/// Grid lines of all edges: sorted, those within `tolerance` of their neighbour taken as one; the
/// number of the line for each edge.
class Lines {
public:
  Lines(const Extents& extents, double tolerance) {
    for (const auto& row : extents)
      for (const Extent& extent : row) {
        edges_.push_back(extent.from);
        edges_.push_back(extent.to);
      }
    std::sort(edges_.begin(), edges_.end());
    edges_.erase(std::unique(edges_.begin(), edges_.end()), edges_.end());
    line_of_.resize(edges_.size(), 0);
    for (std::size_t i = 1; i < edges_.size(); ++i)
      line_of_[i] = line_of_[i - 1] + (edges_[i] - edges_[i - 1] > tolerance ? 1 : 0);
  }

  int columns() const { return line_of_.empty() ? 0 : line_of_.back(); }
  int at(double edge) const {
    const auto found = std::lower_bound(edges_.begin(), edges_.end(), edge);
    return line_of_.at(static_cast<std::size_t>(found - edges_.begin()));
  }
  /// Does every cell keep a width?
  bool keep(const Extents& extents) const {
    return std::all_of(extents.begin(), extents.end(), [&](const auto& row) {
      return std::all_of(row.begin(), row.end(), [&](Extent e) { return at(e.from) < at(e.to); });
    });
  }

private:
  std::vector<double> edges_;
  std::vector<int> line_of_;
};

struct Geometry {
  Extents extents;
  Lines lines;
};

Geometry find_geometry(const TableDraft& draft) {
  // Rows that all count the same columns agree with each other even when the stated grid has
  // another number of them: then only the indices can be trusted.
  const double columns = draft.rows.empty() ? 0 : columns_of(draft.rows.front());
  const bool even = std::all_of(draft.rows.begin(), draft.rows.end(), [&](const DraftRow& row) {
    return !row.by_width && columns_of(row) == columns;
  });
  if (!even || columns == static_cast<double>(draft.grid.size())) {
    Extents extents = by_width(draft);
    if (!extents.empty()) {
      // A chain of edges may run across a narrow cell: then only nearer ones are one line.
      for (double tolerance = one_line; tolerance > 0.5; tolerance /= 2)
        if (Lines lines(extents, tolerance); lines.keep(extents))
          return {std::move(extents), std::move(lines)};
    }
  }
  Extents extents = by_index(draft);
  Lines lines(extents, 0.5);
  return {std::move(extents), std::move(lines)};
}

/// Cells that continue the one on their left become part of it.
void fold_horizontal_merges(DraftRow& row, std::vector<std::string>& covered) {
  const auto continues = [](const DraftCell& cell) { return cell.horizontal == Merge::go_on; };
  if (std::none_of(row.cells.begin(), row.cells.end(), continues))
    return;
  std::vector<DraftCell> kept;
  for (DraftCell& cell : row.cells) {
    if (!continues(cell) || kept.empty()) {
      kept.push_back(std::move(cell));
      continue;
    }
    kept.back().span += cell.span;
    kept.back().width.value = kept.back().width.fraction == cell.width.fraction
                                  ? kept.back().width.value + cell.width.value
                                  : 0;
    if (!cell.text.empty())
      covered.push_back(std::move(cell.text));
  }
  row.cells = std::move(kept);
}

/// A span that no table can have means "to the end"; Word allows 63 columns.
void clip_absurd_spans(TableDraft& draft) {
  constexpr double most = limits::table_columns;
  const auto absurd = [](const DraftRow& row) { return columns_of(row) > most; };
  if (std::none_of(draft.rows.begin(), draft.rows.end(), absurd))
    return;
  double columns = std::min(static_cast<double>(draft.grid.size()), most);
  for (const DraftRow& row : draft.rows)
    if (!absurd(row))
      columns = std::max(columns, columns_of(row));
  for (DraftRow& row : draft.rows) {
    if (!absurd(row))
      continue;
    if (row.before > most)
      row.before = 0;
    row.after = 0;
    for (DraftCell& cell : row.cells)
      if (cell.span > most)
        cell.span = static_cast<int>(std::clamp(columns - columns_of(row) + cell.span, 1.0, most));
  }
}

} // namespace

Result<BuiltTable> build_table(TableDraft draft) {
  BuiltTable built;
  clip_absurd_spans(draft);
  for (DraftRow& row : draft.rows)
    fold_horizontal_merges(row, built.covered);
  const auto [extents, lines] = find_geometry(draft);
  if (lines.columns() > limits::table_columns)
    return fail(Code::limit, fill(phrases::table_limit, limits::table_columns,
                                  fill(phrases::table_columns_word)));
  const auto columns = static_cast<std::size_t>(lines.columns());
  if (columns * draft.rows.size() > limits::table_cells)
    return fail(Code::limit,
                fill(phrases::table_limit, limits::table_cells, fill(phrases::table_cells_word)));

  Table& table = built.table;
  table.rows = static_cast<int>(draft.rows.size());
  table.columns = lines.columns();
  constexpr int nobody = -1;
  std::vector<int> above(columns, nobody), here; ///< per column: the cell that covers it
  std::vector<char> merges;                      ///< per cell: may a continuation below join it?
  for (std::size_t r = 0; r < draft.rows.size(); ++r) {
    here.assign(columns, nobody);
    for (std::size_t i = 0; i < draft.rows[r].cells.size(); ++i) {
      DraftCell& cell = draft.rows[r].cells[i];
      const int from = lines.at(extents[r][i].from), to = lines.at(extents[r][i].to);
      const auto start = static_cast<std::size_t>(from);
      int owner = nobody;
      if (cell.vertical == Merge::go_on && above[start] != nobody) {
        const auto candidate = static_cast<std::size_t>(above[start]);
        const Cell& upper = table.cells[candidate];
        if (merges[candidate] && upper.column == from && upper.column + upper.column_span == to)
          owner = above[start];
      }
      if (owner != nobody) {
        ++table.cells[static_cast<std::size_t>(owner)].row_span;
        if (!cell.text.empty())
          built.covered.push_back(std::move(cell.text));
      } else {
        owner = static_cast<int>(table.cells.size());
        table.cells.push_back({static_cast<int>(r), from, 1, to - from, std::move(cell.text),
                               Origin{0, {}, std::move(cell.anchor), 0}});
        merges.push_back(cell.vertical != Merge::none);
      }
      std::fill(here.begin() + from, here.begin() + to, owner);
    }
    for (std::size_t c = 0; c < columns; ++c)
      if (here[c] == nobody) {
        here[c] = static_cast<int>(table.cells.size());
        table.cells.push_back({static_cast<int>(r), static_cast<int>(c), 1, 1, {}, {}});
        merges.push_back(false);
      }
    above.swap(here);
  }
  const auto in_order = [](const Cell& a, const Cell& b) {
    return std::pair(a.row, a.column) < std::pair(b.row, b.column);
  };
  if (!std::is_sorted(table.cells.begin(), table.cells.end(), in_order))
    std::sort(table.cells.begin(), table.cells.end(), in_order);
  return built;
}

} // namespace gouji
