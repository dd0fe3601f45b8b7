// SPDX-License-Identifier: GPL-3.0-or-later
// Joining the parts of a table: common column edges first, then what the break repeated or tore.
#include "tables/join_tables.h"

#include "base/limits.h"
#include "tables/column_edges.h"
#include "tables/messages.h"

#include <algorithm>
#include <cassert>
#include <cctype>
#include <cmath>
#include <cstddef>
#include <string>
#include <utility>

namespace gouji {

namespace {

bool same_place_and_text(const Cell& a, const Cell& b) {
  return a.row == b.row && a.column == b.column && a.row_span == b.row_span &&
         a.column_span == b.column_span && a.text == b.text;
}

/// How many of the first rows of `next` repeat the first rows of `table`. Both in reading order.
int repeated_rows(const Table& table, const std::vector<Cell>& next, int next_rows) {
  int repeated = 0;
  std::size_t i = 0;
  bool text = false, letters = false;
  for (int row = 0; row < std::min(table.rows, next_rows); ++row) {
    int deepest = row + 1;
    for (; i < next.size() && next[i].row == row; ++i) {
      if (i >= table.cells.size() || !same_place_and_text(table.cells[i], next[i]))
        return repeated;
      text = text || !next[i].text.empty();
      letters = letters || std::any_of(next[i].text.begin(), next[i].text.end(), [](char c) {
                  return static_cast<unsigned char>(c) >= 0x80 ||
                         std::isalpha(static_cast<unsigned char>(c)) != 0;
                });
      deepest = std::max(deepest, next[i].row + next[i].row_span);
    }
    if (i < table.cells.size() && table.cells[i].row == row)
      return repeated;
    // A header ends where no cell reaches on into the next row.
    const bool closed = std::none_of(next.begin(), next.begin() + static_cast<std::ptrdiff_t>(i),
                                     [row](const Cell& c) { return c.row + c.row_span > row + 1; });
    if (closed && text && letters)
      repeated = row + 1;
  }
  return repeated;
}

/// Is the cell of `next`'s first row the rest of `above`, which ends at the break? `header_end` is
/// the row after the table's header: what stands under a header that ends a page is not its rest.
bool goes_on(const Cell& above, const Cell& below, int header_end) {
  if (above.column != below.column || above.column_span != below.column_span ||
      (above.row_span == 1 && below.row_span == 1) ||
      (below.row_span == 1 && above.row < header_end))
    return false;
  return below.text.empty() || above.text.empty() || above.text == below.text;
}

/// Are the two, of which one reaches over several rows, perhaps halves of a text?
bool may_be_torn(const Cell& above, const Cell& below) {
  return above.column == below.column && above.column_span == below.column_span &&
         (above.row_span > 1 || below.row_span > 1) && !above.text.empty() && !below.text.empty();
}

/// The rows before it are a title row or two and those that hang together with them by merged
/// cells: two blocks of rows that no cell connects.
int end_of_header(const Table& table) {
  int blocks = 0, end = 0;
  std::size_t i = 0;
  for (int r = 0; r < table.rows && blocks < 2; ++r) {
    for (; i < table.cells.size() && table.cells[i].row == r; ++i)
      end = std::max(end, r + table.cells[i].row_span);
    blocks += end == r + 1 ? 1 : 0;
  }
  return end;
}

/// Counts the rows in which the cell says something, for each of its columns.
void count_filled(const Cell& cell, int sign, std::vector<int>& filled) {
  if (!cell.text.empty())
    for (int k = cell.column; k < cell.column + cell.column_span; ++k)
      filled[static_cast<std::size_t>(k)] += sign * cell.row_span;
}

std::vector<int> filled_rows(const std::vector<Cell>& cells, int columns) {
  std::vector<int> filled(static_cast<std::size_t>(columns), 0);
  for (const Cell& c : cells)
    count_filled(c, 1, filled);
  return filled;
}

/// Which of the rows have cells of their own that say something? Not what a page break left blank.
std::vector<bool> spoken_rows(const std::vector<Cell>& cells, int rows) {
  std::vector<bool> spoken(static_cast<std::size_t>(rows), false);
  for (const Cell& c : cells)
    if (c.row_span == 1 && !c.text.empty())
      spoken[static_cast<std::size_t>(c.row)] = true;
  return spoken;
}

int count_spoken(const std::vector<bool>& spoken, int from) {
  return static_cast<int>(std::count(spoken.begin() + from, spoken.end(), true));
}

/// In which columns do nearly all rows say something? In none when there are fewer than `least`.
std::vector<bool> always_filled(const std::vector<int>& filled, int rows, int least) {
  std::vector<bool> always;
  always.reserve(filled.size());
  for (const int n : filled)
    always.push_back(n * 10 >= rows * 9 && rows >= least);
  return always;
}

/// What of `cells`, from `first` on, ends with row `rows`, is added to `last`.
void add_last(const std::vector<Cell>& cells, std::size_t first, int rows,
              std::vector<std::size_t>& last) {
  for (std::size_t i = first; i < cells.size(); ++i)
    if (cells[i].row + cells[i].row_span == rows)
      last.push_back(i);
  std::sort(last.begin(), last.end(),
            [&](std::size_t a, std::size_t b) { return cells[a].column < cells[b].column; });
}

/// Gives `open` the columns between `edges`, and what joining keeps of it.
void prepare(OpenTable& open, const std::vector<double>& edges) {
  if (!open.last.empty() && edges == open.edges)
    return;
  Table& table = open.table;
  spread_cells(table.cells, open.edges, edges);
  table.columns = static_cast<int>(edges.size()) - 1;
  open.edges = edges;
  open.filled = filled_rows(table.cells, table.columns);
  open.spoken = count_spoken(spoken_rows(table.cells, table.rows), 0);
  open.last.clear();
  add_last(table.cells, 0, table.rows, open.last);
}

/// Did the break cut a row through its text? Then one of its halves says nothing in columns that
/// all other rows fill, and the two halves have the same cells, each as high as the others.
/// `merged_too`: so was the text of a cell left of them.
bool row_was_cut(const std::vector<Cell*>& last, const std::vector<const Cell*>& first,
                 const std::vector<bool>& always, bool merged_too) {
  if (last.size() != first.size())
    return false;
  int torn = 0, upper = merged_too ? 1 : 0, lower = upper;
  for (std::size_t i = 0; i < last.size(); ++i) {
    if (last[i]->column != first[i]->column || last[i]->column_span != first[i]->column_span ||
        last[i]->row_span != last.front()->row_span ||
        first[i]->row_span != first.front()->row_span)
      return false;
    upper += last[i]->text.empty() ? 0 : 1;
    lower += first[i]->text.empty() ? 0 : 1;
    if (always.at(static_cast<std::size_t>(last[i]->column))) {
      if (last[i]->text.empty() != first[i]->text.empty())
        ++torn;
      else
        --torn;
    }
  }
  return torn > 0 && upper > 0 && lower > 0;
}

/// Takes out a first row without any text: what is left of a row whose text ended above the break.
bool take_blank_row(std::vector<Cell>& below) {
  const auto end =
      std::find_if(below.begin(), below.end(), [](const Cell& c) { return c.row > 0; });
  if (end == below.begin() || end == below.end() ||
      std::any_of(below.begin(), end,
                  [](const Cell& c) { return c.row_span > 1 || !c.text.empty(); }))
    return false;
  below.erase(below.begin(), end);
  for (Cell& c : below)
    --c.row;
  return true;
}

void append_text(std::string& text, const std::string& more) {
  if (!text.empty() && !more.empty())
    text += '\n';
  text += more;
}

/// Columns that `next` lacks on the left: the cells above go on if they were merged already, else
/// there are empty cells.
void supply_left_columns(OpenTable& open, int columns, int rows, std::vector<Cell>& below) {
  for (int column = 0; column < columns;) {
    Cell* above = nullptr;
    for (const std::size_t i : open.last)
      if (open.table.cells[i].covers(open.table.rows - 1, column))
        above = &open.table.cells[i];
    const int end = above != nullptr ? above->column + above->column_span : column + 1;
    if (above != nullptr && above->column == column && end <= columns && above->row_span > 1) {
      above->row_span += rows;
      column = end;
      continue;
    }
    for (int r = 0; r < rows; ++r)
      below.push_back({r, column, 1, 1, {}, {}});
    ++column;
  }
}

/// Says it once, however many pages the table is cut by.
void add_reason(Table& table, const Phrase& phrase) {
  Words reason = fill(phrase);
  if (std::ranges::find(table.reasons, reason) == table.reasons.end())
    table.reasons.push_back(std::move(reason));
}

} // namespace

bool join_tables(OpenTable& open, const OpenTable& next, Break cut) {
  // Facing pages may have different margins, columns of text have.
  std::vector<double> moved = next.edges;
  const double open_width = open.edges.back() - open.edges.front();
  const double next_width = next.edges.back() - next.edges.front();
  if (cut == Break::column || std::abs(open_width - next_width) <= edge_tolerance)
    for (double& x : moved)
      x += open.edges.front() - next.edges.front();
  auto edges = common_edges(open.edges, moved);
  if (!edges && (edges = edges_by_order({open.edges, open.slack}, {moved, next.slack})))
    moved = *edges;
  if (!edges || static_cast<int>(edges->size()) - 1 > limits::table_columns ||
      open.table.rows + next.table.rows > limits::table_rows ||
      (cut == Break::column && edges->size() != open.edges.size()))
    return false;

  prepare(open, *edges);
  Table& table = open.table;
  std::vector<Cell> below = next.table.cells;
  spread_cells(below, moved, *edges);

  const int header = repeated_rows(table, below, next.table.rows);
  if (cut == Break::column && header == 0)
    return false;
  std::erase_if(below, [header](const Cell& c) { return c.row < header; });
  for (Cell& c : below)
    c.row -= header;
  int rows = next.table.rows - header;
  const bool merged = std::any_of(open.last.begin(), open.last.end(),
                                  [&](std::size_t i) { return table.cells[i].row_span > 1; });
  const bool remainder = !merged && take_blank_row(below);
  rows -= remainder ? 1 : 0;
  const int missing = edge_at(*edges, moved.front());
  for (const std::size_t i : open.last) // counted again when the break is joined
    count_filled(table.cells[i], -1, open.filled);
  const bool last_spoken = std::ranges::any_of(open.last, [&](std::size_t i) {
    return table.cells[i].row_span == 1 && !table.cells[i].text.empty();
  });
  const int spoken_above = open.spoken - (last_spoken ? 1 : 0);
  if (rows > 0 && missing > 0)
    supply_left_columns(open, missing, rows, below);

  std::vector<Cell*> last; // the cells at the break, from both sides
  std::vector<Cell*> last_row;
  std::vector<const Cell*> first_row;
  for (const std::size_t i : open.last)
    if (table.cells[i].row + table.cells[i].row_span == table.rows)
      last.push_back(&table.cells[i]);
  std::vector<bool> gone(below.size(), false);
  // Only leading columns go on: under the merged cells of a header stand cells that are just empty.
  const int header_end = end_of_header(table);
  bool leading = true, plain = true;
  std::pair<Cell*, std::size_t> torn{}; // a merged cell whose text the break cut with its row
  for (std::size_t i = 0; i < below.size(); ++i) {
    if (below[i].row != 0)
      continue;
    const auto above = std::find_if(last.begin(), last.end(),
                                    [&](const Cell* c) { return c->column == below[i].column; });
    if (leading && above != last.end() && goes_on(**above, below[i], header_end)) {
      if ((*above)->text.empty())
        (*above)->text = below[i].text;
      (*above)->row_span += below[i].row_span;
      gone[i] = true;
      continue;
    }
    if (leading && above != last.end() && may_be_torn(**above, below[i])) {
      torn = {*above, i};
      leading = false;
      continue;
    }
    leading = false;
    if (above == last.end()) {
      plain = false;
      continue;
    }
    last_row.push_back(*above);
    first_row.push_back(&below[i]);
  }
  int shift = table.rows;
  // The two rows at the break say nothing of what rows are like: they may be halves.
  std::vector<int> filled_below = filled_rows(below, table.columns);
  for (const Cell* cell : first_row)
    count_filled(*cell, -1, filled_below);
  const std::vector<bool> spoken_below = spoken_rows(below, rows);
  // Much is known of the table above; below, the page may end it after few rows.
  const auto always_above = always_filled(open.filled, spoken_above, 3);
  const auto always_below =
      always_filled(filled_below, rows > 0 ? count_spoken(spoken_below, 1) : 0, 1);
  const bool merged_too = torn.first != nullptr;
  const bool cut_through = rows > 0 && plain &&
                           row_was_cut(last_row, first_row, always_above, merged_too) &&
                           row_was_cut(last_row, first_row, always_below, merged_too);
  open.spoken += count_spoken(spoken_below, cut_through ? 1 : 0);
  if (cut_through) {
    const int added = first_row.front()->row_span;
    const bool plain_rows = added == 1 && last_row.front()->row_span == 1;
    const auto join_halves = [&](Cell& upper, std::size_t at, int more) {
      append_text(upper.text, below[at].text);
      upper.row_span += more;
      gone[at] = true;
    };
    for (std::size_t i = 0; i < last_row.size(); ++i)
      join_halves(*last_row[i], static_cast<std::size_t>(first_row[i] - below.data()),
                  plain_rows ? 0 : added);
    if (merged_too)
      join_halves(*torn.first, torn.second, below[torn.second].row_span);
    // Every row below moves up by one; cells that reach over the break lose the row it added. Not
    // where lines of other columns cross one of the halves.
    if (plain_rows) {
      for (const std::size_t i : open.last)
        if (Cell& c = table.cells[i]; c.row + c.row_span > table.rows)
          --c.row_span;
      --shift;
    }
    add_reason(table, phrases::row_joined);
  }
  const std::size_t first_new = table.cells.size();
  for (std::size_t i = 0; i < below.size(); ++i)
    if (!gone[i]) {
      below[i].row += shift;
      table.cells.push_back(std::move(below[i]));
    }
  // All of them stand below the cells that were there.
  std::sort(table.cells.begin() + static_cast<std::ptrdiff_t>(first_new), table.cells.end(),
            [](const Cell& a, const Cell& b) {
              return a.row != b.row ? a.row < b.row : a.column < b.column;
            });
  table.rows = shift + rows;
  for (const std::size_t i : open.last)
    count_filled(table.cells[i], 1, open.filled);
  for (std::size_t i = first_new; i < table.cells.size(); ++i)
    count_filled(table.cells[i], 1, open.filled);
  std::erase_if(open.last, [&](std::size_t i) {
    return table.cells[i].row + table.cells[i].row_span != table.rows;
  });
  add_last(table.cells, first_new, table.rows, open.last);
  table.confidence = std::min(table.confidence, next.table.confidence);
  add_reason(table, cut == Break::page ? phrases::pages_joined : phrases::columns_joined);
  if (remainder)
    add_reason(table, phrases::row_joined);
  if (header > 0)
    add_reason(table, phrases::headers_dropped);
  open.slack.resize(open.slack.empty() ? 0 : open.edges.size(), 0);
  assert(grid_fault(open.table).empty());
  return true;
}

} // namespace gouji
