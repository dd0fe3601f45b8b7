// SPDX-License-Identifier: GPL-3.0-or-later
// Tables of an OpenDocument body: columns, rows, cells, sub-tables.
#include "base/limits.h"
#include "readers/flow_text.h"
#include "readers/messages.h"
#include "readers/odf_names.h"
#include "readers/odf_walk.h"

#include <algorithm>
#include <utility>

namespace gouji::odf {

void Walk::read_table(std::vector<Block>& blocks, int level) {
  if (level >= limits::table_depth)
    return fail_limit(fill(phrases::table_depth_limit, limits::table_depth));
  if (++tables_ > limits::document_tables)
    return fail_limit(fill(phrases::tables_limit, limits::document_tables));
  const std::size_t number = tables_;
  TableState state;
  List* const around = std::exchange(list_, nullptr);
  read_table_rows(state, level);
  list_ = around;
  if (failure_)
    return;
  Result<BuiltTable> built = build_table(std::move(state.draft));
  if (!built) {
    failure_ = built.error();
    return;
  }
  if (built->table.columns > 0) {
    built->table.depth = level;
    built->table.origin.anchor = fmt::format("t{}", number);
    blocks.emplace_back(std::move(built->table));
  }
  std::move(state.nested.begin(), state.nested.end(), std::back_inserter(blocks));
}

void Walk::read_table_rows(TableState& state, int level) {
  for (const int inside = xml_.depth(); more(inside);) {
    if (!xml_.at_start() || pass_over())
      continue;
    if (xml_.name() == column)
      read_column(state.draft);
    else if (xml_.name() == row)
      read_row(state, level);
  }
}

void Walk::read_column(TableDraft& draft) {
  const int repeated = std::max(count_in(xml_, columns_repeated, 1), 1);
  const Properties& style = styles_.of("table-column", attribute(table_style_name));
  // More columns than a table may have are those of spreadsheets, empty to the last.
  const auto room =
      static_cast<std::size_t>(limits::table_columns) * 4 -
      std::min(draft.grid.size(), static_cast<std::size_t>(limits::table_columns) * 4);
  draft.grid.insert(draft.grid.end(), std::min(static_cast<std::size_t>(repeated), room),
                    style.width.value_or(0) * 20);
}

void Walk::read_row(TableState& state, int level) {
  const int repeated = std::max(count_in(xml_, rows_repeated, 1), 1);
  const auto shown = attribute(visibility);
  const bool visible = shown != "collapse" && shown != "filter";
  std::vector<RowCell> cells;
  std::size_t columns = 0;
  for (const int inside = xml_.depth(); more(inside);) {
    if (!xml_.at_start() || pass_over())
      continue;
    if (xml_.name() != cell && xml_.name() != covered_cell)
      continue;
    RowCell here;
    here.covered = xml_.name() == covered_cell;
    here.repeated = std::max(count_in(xml_, columns_repeated, 1), 1);
    here.column_span = std::max(count_in(xml_, columns_spanned, 1), 1);
    here.row_span = std::max(count_in(xml_, rows_spanned, 1), 1);
    columns += static_cast<std::size_t>(here.repeated) + static_cast<std::size_t>(here.column_span);
    if (columns > static_cast<std::size_t>(limits::table_columns) * 4)
      return fail_limit(
          fill(phrases::table_limit, limits::table_columns, fill(phrases::table_columns_word)));
    std::vector<Block> blocks;
    const int deletions_before = deletions_;
    read_cell(here, blocks, state, level + 1);
    here.text = take_cell_text(blocks, state.nested);
    here.deleted = deletions_ > deletions_before && here.text.empty() && !here.sub_table;
    cells.push_back(std::move(here));
  }
  // A tracked deletion of a row leaves it in the file with all its texts taken out.
  const bool deleted =
      std::any_of(cells.begin(), cells.end(), [](const RowCell& c) { return c.deleted; }) &&
      std::all_of(cells.begin(), cells.end(),
                  [](const RowCell& c) { return c.deleted || c.covered; });
  if (!visible || deleted) {
    hidden_ |= !visible;
    state.placer.skip();
    return;
  }
  if (state.draft.rows.size() + static_cast<std::size_t>(repeated) > limits::table_rows)
    return fail_limit(
        fill(phrases::table_limit, limits::table_rows, fill(phrases::table_rows_word)));
  cells_ += (columns + 1) * static_cast<std::size_t>(repeated);
  if (cells_ > limits::document_cells)
    return fail_limit(fill(phrases::cells_limit, limits::document_cells));
  for (int i = 0; i < repeated; ++i) {
    auto rows = state.placer.place(cells, state.draft.grid);
    std::move(rows.begin(), rows.end(), std::back_inserter(state.draft.rows));
  }
}

void Walk::read_cell(RowCell& here, std::vector<Block>& blocks, TableState& state, int level) {
  for (const int inside = xml_.depth(); more(inside);) {
    if (!xml_.at_start() || pass_over())
      continue;
    if (xml_.name() != table || attribute(is_sub_table) != "true" || here.sub_table) {
      read_block(blocks, level);
      continue;
    }
    if (level >= limits::table_depth)
      return fail_limit(fill(phrases::table_depth_limit, limits::table_depth));
    TableState sub;
    read_table_rows(sub, level);
    std::move(sub.nested.begin(), sub.nested.end(), std::back_inserter(state.nested));
    here.sub_table = std::move(sub.draft);
  }
}

} // namespace gouji::odf
