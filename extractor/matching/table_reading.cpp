// SPDX-License-Identifier: GPL-3.0-or-later
// Rows, then columns, then numbers of one form table.
#include "matching/table_reading.h"

#include "matching/glued_numbers.h"
#include "matching/settle_cuts.h"

#include <algorithm>

namespace gouji {
namespace {

/// The header rows in the grid of the printed row `first`: between it and the last row of values
/// above it.
std::vector<int> header_rows(const TableTask& task, const std::vector<LineMatch>& matches,
                             int first) {
  std::vector<int> header;
  for (auto r = std::find(task.rows.begin(), task.rows.end(), first); r != task.rows.begin();) {
    --r;
    if (task.printed_row(*r).table != task.printed_row(first).table)
      break;
    if (std::any_of(matches.begin(), matches.end(),
                    [&](const LineMatch& match) { return match.row == *r; }))
      break;
    header.insert(header.begin(), *r);
  }
  return header;
}

/// One column map for each grid the rows of block `b` stand in. A part without its own header goes
/// on as the part before it.
void map_columns(const TableTask& task, int b, TableReading& reading) {
  const ColumnMap* before = nullptr;
  int before_columns = 0;
  std::vector<int> firsts;
  for (std::size_t l = 0; l < reading.lines.size(); ++l)
    if (reading.lines[l].block == b && reading.matches[l].row >= 0)
      firsts.push_back(reading.matches[l].row);
  std::sort(firsts.begin(), firsts.end());
  for (const int first : firsts) {
    const int grid = task.printed_row(first).table;
    if (reading.columns.count({b, grid}))
      continue;
    ColumnMap map = align_columns(task.printed, header_rows(task, reading.matches, first),
                                  task.block(b), task.table, b);
    const int columns = task.printed.tables[static_cast<std::size_t>(grid)].table->columns;
    if (!map.trusted && before && before->trusted && columns == before_columns)
      map = *before;
    before = &(reading.columns[{b, grid}] = std::move(map));
    before_columns = columns;
  }
}

/// The relations of the layout that stay within one row, whose fields are given.
std::vector<RowRelation> row_relations(const Layout& layout, const std::vector<int>& fields) {
  const auto positions = [&](const std::vector<int>& side) {
    std::vector<int> found;
    for (const int field : side) {
      const auto at = std::find(fields.begin(), fields.end(), field);
      if (at == fields.end())
        return std::vector<int>{};
      found.push_back(static_cast<int>(at - fields.begin()));
    }
    return found;
  };
  std::vector<RowRelation> inside;
  for (const Relation& relation : layout.relations) {
    RowRelation positioned{positions(relation.left), positions(relation.right)};
    if (!positioned.left.empty() && !positioned.right.empty())
      inside.push_back(std::move(positioned));
  }
  return inside;
}

void store(const TableTask& task, const PrintedRow& row, const ReadNumber& number,
           RowWitness witness, Value& value) {
  if (number.state == State::absent)
    return;
  value = {number.state, number.number, {}, place_of(task.printed, row, number.cell)};
  if (number.cell >= 0)
    value.raw = task.printed.cell(row, number.cell).cell->text;
  // Not where its caption says: only with a finding.
  if (witness == RowWitness::order && value.state == State::read)
    value.state = State::settled;
}

bool same_numbers(const RowReading& one, const RowReading& other) {
  return std::equal(one.numbers.begin(), one.numbers.end(), other.numbers.begin(),
                    other.numbers.end(), [](const ReadNumber& a, const ReadNumber& b) {
                      return a.state == b.state && a.number == b.number;
                    });
}

/// Reads a row of running text, whose numbers stand in its last cell. `ways` receives how it may be
/// cut when several ways remain.
RowReading read_glued(const TableTask& task, const PrintedRow& row, const std::vector<int>& fields,
                      const std::vector<RowRelation>& relations, std::vector<Cut>& ways) {
  const int cell = row.own.back();
  if (task.printed.cell(row, cell).blank())
    return {RowWitness::position,
            std::vector<ReadNumber>(fields.size(), {State::blank, {}, cell, false}), 1};
  std::vector<std::optional<Unit>> units;
  for (const int field : fields) {
    units.emplace_back();
    if (field >= 0 && task.layout.fields[static_cast<std::size_t>(field)].edition.empty())
      units.back() = task.layout.fields[static_cast<std::size_t>(field)].unit;
  }
  std::vector<Cut> cuts = cut_run(task.printed.cell(row, cell).cell->text, units, relations, cell);
  if (cuts.size() == 1)
    return {RowWitness::parted, std::move(cuts.front()), 1};
  ways = std::move(cuts);
  return {RowWitness::unsettled,
          std::vector<ReadNumber>(fields.size(), {State::unreadable, {}, cell, false}),
          static_cast<int>(ways.size())};
}

/// A row whose digits other rows may settle.
struct Pending {
  std::size_t line = 0;
  OpenRow row;
};

void settle_pending(const TableTask& task, const std::vector<Pending>& pending,
                    TableReading& reading, std::vector<Value>& values) {
  std::vector<OpenRow> rows;
  for (const Pending& open : pending)
    rows.push_back(open.row);
  const std::vector<int> settled = settle_cuts(task.layout, rows, values);
  for (std::size_t i = 0; i < pending.size(); ++i) {
    if (settled[i] < 0)
      continue;
    const std::size_t l = pending[i].line;
    reading.readings[l] = {RowWitness::parted, rows[i].ways[static_cast<std::size_t>(settled[i])],
                           1};
    for (std::size_t j = 0; j < rows[i].fields.size(); ++j)
      if (rows[i].fields[j] >= 0)
        store(task, task.printed_row(reading.matches[l].row), reading.readings[l].numbers[j],
              RowWitness::parted, values[static_cast<std::size_t>(rows[i].fields[j])]);
  }
}

void read_line(const TableTask& task, std::size_t l, TableReading& reading,
               std::vector<Value>& values, std::vector<Pending>& pending) {
  const LineMatch& match = reading.matches[l];
  if (match.row < 0)
    return;
  const int b = reading.lines[l].block;
  const PrintedRow& row = task.printed_row(match.row);
  const ColumnMap& map = reading.columns.at({b, row.table});
  const std::vector<int> fields = task.line_fields(reading.lines[l]);
  const auto relations = row_relations(task.layout, fields);
  std::vector<Cut> ways;
  const RowReading& read = reading.readings[l] =
      task.holds_runs(row) && fields.size() > 1
          ? read_glued(task, row, fields, relations, ways)
          : read_row(task.printed, row, task.table, map, relations);
  if (!ways.empty())
    pending.push_back({l, {fields, std::move(ways)}});
  for (std::size_t j = 0; j < fields.size(); ++j)
    if (fields[j] >= 0)
      store(task, row, read.numbers[j], read.witness, values[static_cast<std::size_t>(fields[j])]);

  for (const int other : match.duplicates) {
    const PrintedRow& again = task.printed_row(other);
    const auto own = reading.columns.find({b, again.table});
    if (!same_numbers(read, read_row(task.printed, again, task.table,
                                     own == reading.columns.end() ? map : own->second, relations)))
      reading.duplicates_agree[l] = false;
  }
}

} // namespace

bool TableReading::nothing_found() const {
  return std::all_of(matches.begin(), matches.end(),
                     [](const LineMatch& match) { return match.row < 0 && !match.ambiguous; });
}

Place place_of(const PrintedTables& printed, const PrintedRow& row, int cell) {
  const PrintedTable& table = printed.tables[static_cast<std::size_t>(row.table)];
  if (cell < 0)
    return {table.number, row.row, -1, {}};
  const Cell& at = *table.cells[static_cast<std::size_t>(cell)].cell;
  return {table.number, at.row, at.column, at.origin};
}

TableReading read_table(const TableTask& task, std::vector<Value>& values) {
  TableReading reading;
  reading.lines = form_lines(task.form());
  reading.matches = align_rows(task.printed, task.rows, task.form(), task.table, reading.lines);
  reading.readings.resize(reading.lines.size());
  reading.duplicates_agree.assign(reading.lines.size(), true);
  for (std::size_t b = 0; b < task.form().blocks.size(); ++b)
    map_columns(task, static_cast<int>(b), reading);
  std::vector<Pending> pending;
  for (std::size_t l = 0; l < reading.lines.size(); ++l)
    read_line(task, l, reading, values, pending);
  if (!pending.empty())
    settle_pending(task, pending, reading, values);
  return reading;
}

} // namespace gouji
