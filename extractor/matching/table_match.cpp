// SPDX-License-Identifier: GPL-3.0-or-later
// What one form table, as read, departs from the form in: each departure noted with its reason.
#include "matching/table_match.h"

#include "matching/messages.h"
#include "matching/missing_headings.h"
#include "matching/settle_column.h"
#include "matching/table_reading.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace gouji {
namespace {

using Kind = Deviation::Kind;

constexpr double other_wording = 0.5; // a caption of another edition speaks only half for this one

/// The comparison of one table with its form: what every step needs, and what it leaves behind.
class Comparison {
public:
  Comparison(const TableTask& task, const TableReading& reading, std::vector<Value>& values)
      : task_(task), reading_(reading), lines_(reading.lines), matches_(reading.matches),
        values_(values) {}

  TableMatch run() {
    for (const LayoutBlock& part : task_.form().blocks)
      for (const auto* nodes : {&part.rows, &part.columns})
        result_.of += static_cast<double>(
            std::count_if(nodes->begin(), nodes->end(),
                          [](const LayoutNode& n) { return n.leaf && n.edition.empty(); }));
    if (reading_.nothing_found()) {
      note_table_missing();
      return std::move(result_);
    }
    for (std::size_t l = 0; l < lines_.size(); ++l)
      note_line(l);
    note_shifted();
    note_parted();
    note_missing_rows();
    for (std::size_t b = 0; b < task_.form().blocks.size(); ++b) {
      note_header(static_cast<int>(b));
      note_columns(static_cast<int>(b));
      note_headings(static_cast<int>(b));
    }
    return std::move(result_);
  }

private:
  bool foreign(const FormLine& line) const { return !task_.node(line).edition.empty(); }
  Words row_name(const FormLine& line) const {
    return fill(phrases::row_and_column, label_path(task_.block(line.block).rows, line.node));
  }

  const ColumnMap& columns_of(std::size_t l) const {
    return reading_.columns.at({lines_[l].block, task_.printed_row(matches_[l].row).table});
  }

  void note(Kind kind, std::vector<int> fields, Words what, Words reason, Place place = {},
            std::string edition = {}) {
    fields.erase(std::remove(fields.begin(), fields.end(), -1), fields.end());
    result_.deviations.push_back({kind, std::move(fields), std::move(what), std::move(reason),
                                  false, std::move(place), std::move(edition)});
  }

  void note_table_missing() {
    std::vector<int> fields;
    for (std::size_t l = 0; l < lines_.size(); ++l)
      if (!foreign(lines_[l])) {
        const auto row = task_.line_fields(lines_[l]);
        fields.insert(fields.end(), row.begin(), row.end());
      }
    note(Kind::table_missing, std::move(fields), task_.form().name,
         fill(phrases::no_label_of_table));
  }

  void note_line(std::size_t l) {
    const LineMatch& match = matches_[l];
    if (match.row < 0)
      return;
    const PrintedRow& row = task_.printed_row(match.row);
    const ColumnMap& map = columns_of(l);
    const std::vector<int> fields = task_.line_fields(lines_[l]);
    record(l);
    if (!foreign(lines_[l]))
      result_.found += std::min(1.0, match.score);

    if (match.by_order)
      note(Kind::label_missing, fields, row_name(lines_[l]), fill(phrases::row_by_order),
           place_of(task_.printed, row, -1));
    if (foreign(lines_[l]))
      note(Kind::foreign_wording, with_siblings(l), row_name(lines_[l]),
           fill(phrases::other_edition_row, task_.node(lines_[l]).edition),
           place_of(task_.printed, row, -1), task_.node(lines_[l]).edition);
    switch (reading_.readings[l].witness) {
    case RowWitness::position:
      break;
    case RowWitness::order:
      shifted_.push_back(l);
      break;
    case RowWitness::repaired:
      note(Kind::repaired, fields, row_name(lines_[l]), fill(phrases::digits_cut),
           place_of(task_.printed, row, -1));
      break;
    case RowWitness::settled:
      note(Kind::repaired, fields, row_name(lines_[l]), fill(phrases::one_not_printed),
           place_of(task_.printed, row, -1));
      break;
    case RowWitness::parted:
      break; // with all of the table: see note_parted
    case RowWitness::unsettled:
      if (task_.holds_runs(row)) {
        note(Kind::ambiguous, fields, row_name(lines_[l]), fill(phrases::digits_not_parted),
             place_of(task_.printed, row, -1));
        break;
      }
      // Where the form's own column is lost, that explains the row: see note_columns.
      if (map.trusted && map.present() < static_cast<int>(map.leaves.size()) &&
          filled_cells(row) < map.present())
        short_rows_.push_back(l);
      else
        note(Kind::ambiguous, fields, row_name(lines_[l]),
             fill(phrases::not_settled, filled_cells(row),
                  map.trusted ? map.present() : static_cast<int>(map.leaves.size())),
             place_of(task_.printed, row, -1));
      break;
    }
    if (!match.duplicates.empty())
      note(Kind::row_duplicate, fields, row_name(lines_[l]),
           fill(reading_.duplicates_agree[l] ? phrases::printed_twice
                                             : phrases::printed_twice_unequal,
                match.duplicates.size() + 1),
           place_of(task_.printed, task_.printed_row(match.duplicates.front()), -1));
  }

  int filled_cells(const PrintedRow& row) const {
    return static_cast<int>(std::count_if(row.own.begin(), row.own.end(), [&](int c) {
      return !task_.printed.cell(row, c).blank() && !task_.printed.cell(row, c).words();
    }));
  }

  /// A row of another edition that is labelled like a group of this one stands for the group's rows
  /// where they are not printed: their fields, too.
  std::vector<int> with_siblings(std::size_t l) {
    const auto& nodes = task_.block(lines_[l].block).rows;
    const LayoutNode& other = task_.node(lines_[l]);
    std::vector<int> fields = task_.line_fields(lines_[l]);
    for (std::size_t k = 0; k < lines_.size(); ++k) {
      if (foreign(lines_[k]) || matches_[k].row >= 0 || lines_[k].block != lines_[l].block)
        continue;
      const int parent = task_.node(lines_[k]).parent;
      if (parent < 0 || nodes[static_cast<std::size_t>(parent)].label.text != other.label.text)
        continue;
      const auto row = task_.line_fields(lines_[k]);
      fields.insert(fields.end(), row.begin(), row.end());
      replaced_.push_back(k);
    }
    return fields;
  }

  void note_shifted() {
    if (!shifted_.empty())
      note_rows(Kind::shifted, shifted_, fill(phrases::not_under_captions));
  }

  /// Every number that was cut out of running text.
  void note_parted() {
    std::vector<std::size_t> parted;
    for (std::size_t l = 0; l < lines_.size(); ++l)
      if (matches_[l].row >= 0 && task_.holds_runs(task_.printed_row(matches_[l].row)) &&
          reading_.readings[l].witness != RowWitness::unsettled)
        parted.push_back(l);
    if (!parted.empty())
      note_rows(Kind::repaired, parted, fill(phrases::digits_parted));
  }

  /// One deviation for several lines.
  void note_rows(Kind kind, const std::vector<std::size_t>& lines, Words reason) {
    std::vector<int> fields;
    for (const std::size_t l : lines) {
      const auto row = task_.line_fields(lines_[l]);
      fields.insert(fields.end(), row.begin(), row.end());
    }
    const auto label = [&](std::size_t l) {
      return label_path(task_.block(lines_[l].block).rows, lines_[l].node);
    };
    const std::string first = label(lines.front()), last = label(lines.back());
    Words what = first.empty()       ? task_.form().name
                 : lines.size() == 1 ? row_name(lines_[lines.front()])
                                     : fill(phrases::rows_from_to, first, last);
    note(kind, std::move(fields), std::move(what), std::move(reason),
         place_of(task_.printed, task_.printed_row(matches_[lines.front()].row), -1));
  }

  void note_missing_rows() {
    for (std::size_t l = 0; l < lines_.size(); ++l) {
      if (matches_[l].row >= 0 || foreign(lines_[l]) ||
          std::find(replaced_.begin(), replaced_.end(), l) != replaced_.end())
        continue;
      if (matches_[l].ambiguous)
        note(Kind::ambiguous, task_.line_fields(lines_[l]), row_name(lines_[l]),
             fill(phrases::rows_not_settled));
      else
        note(Kind::row_missing, task_.line_fields(lines_[l]), row_name(lines_[l]),
             fill(phrases::no_such_row));
    }
  }

  /// Numbers read by their count alone, because no caption of the block is legible.
  void note_header(int b) {
    const auto& columns = task_.block(b).columns;
    if (std::all_of(columns.begin(), columns.end(),
                    [](const LayoutNode& n) { return n.label.text.empty(); }))
      return; // the form has no captions here
    std::vector<int> fields;
    Place place;
    for (std::size_t l = 0; l < lines_.size(); ++l) {
      if (lines_[l].block != b || matches_[l].row < 0)
        continue;
      const PrintedRow& row = task_.printed_row(matches_[l].row);
      if (reading_.columns.at({b, row.table}).trusted)
        continue;
      if (fields.empty())
        place = place_of(task_.printed, row, -1);
      const auto own = task_.line_fields(lines_[l]);
      fields.insert(fields.end(), own.begin(), own.end());
    }
    if (!fields.empty())
      note(Kind::label_missing, std::move(fields),
           fill(phrases::captions_of,
                task_.block(b).title.text.empty()
                    ? task_.form().name
                    : Words{task_.block(b).title.text, task_.block(b).title.text}),
           fill(phrases::read_by_count), place);
  }

  void note_columns(int b) {
    const std::vector<int> leaves = leaf_columns(task_.block(b));
    for (std::size_t j = 0; j < leaves.size(); ++j) {
      const LayoutNode& column = task_.block(b).columns[static_cast<std::size_t>(leaves[j])];
      const ColumnPlace* place = nullptr;
      int grid = -1;
      bool trusted = false;
      for (const auto& [key, map] : reading_.columns) {
        if (key.first != b || !map.trusted)
          continue;
        trusted = true;
        if (map.places[j].present() && !place) {
          place = &map.places[j];
          grid = key.second;
        }
      }
      if (!trusted)
        continue;
      std::vector<int> fields;
      for (std::size_t l = 0; l < lines_.size(); ++l)
        if (lines_[l].block == b && matches_[l].row >= 0)
          fields.push_back(task_.line_fields(lines_[l])[j]);
      const std::string name = label_path(task_.block(b).columns, leaves[j]);
      if (!place) {
        if (!column.edition.empty())
          continue;
        note_missing_column(b, std::move(fields), name);
        continue;
      }
      if (column.edition.empty())
        result_.found += place->edition.empty() ? place->score : place->score * other_wording;
      Place where;
      if (place->caption >= 0) {
        const PrintedTable& table = task_.printed.tables[static_cast<std::size_t>(grid)];
        const Cell& cell = *table.cells[static_cast<std::size_t>(place->caption)].cell;
        where = {table.number, cell.row, cell.column, cell.origin};
      }
      const std::string& edition = column.edition.empty() ? place->edition : column.edition;
      if (!edition.empty())
        note(Kind::foreign_wording, fields, fill(phrases::column_named, name),
             fill(phrases::other_edition_caption, edition), where, edition);
      else if (place->score == 0)
        note_caption_by_order(b, std::move(fields), name, std::move(where));
    }
  }

  /// All fields of the block's rows while one of them is printed empty, else none. An empty cell
  /// beside a lost column or caption may be where a number moved from: any of them may have moved.
  std::vector<int> fields_with_gap(int b) const {
    std::vector<int> all;
    for (std::size_t l = 0; l < lines_.size(); ++l)
      if (lines_[l].block == b && matches_[l].row >= 0) {
        const auto row = task_.line_fields(lines_[l]);
        all.insert(all.end(), row.begin(), row.end());
      }
    const bool gap = std::any_of(all.begin(), all.end(), [&](int field) {
      return field >= 0 && values_[static_cast<std::size_t>(field)].state == State::blank;
    });
    return gap ? all : std::vector<int>();
  }

  /// The caption is told by those beside it, not read.
  void note_caption_by_order(int b, std::vector<int> fields, const std::string& name, Place where) {
    std::vector<int> gap = fields_with_gap(b);
    const Words reason =
        gap.empty() ? fill(phrases::caption_by_order) : fill(phrases::caption_by_order_with_gap);
    note(Kind::label_missing, gap.empty() ? std::move(fields) : std::move(gap),
         fill(phrases::column_named, name), reason, std::move(where));
  }

  void note_missing_column(int b, std::vector<int> fields, const std::string& name) {
    const bool settled = settle_column(task_.layout, fields, values_);
    bool short_rows = false;
    for (const std::size_t l : short_rows_) {
      if (lines_[l].block != b)
        continue;
      short_rows = true;
      for (const int field : task_.line_fields(lines_[l]))
        if (std::find(fields.begin(), fields.end(), field) == fields.end())
          fields.push_back(field);
    }
    for (const int field : fields_with_gap(b))
      if (std::find(fields.begin(), fields.end(), field) == fields.end())
        fields.push_back(field);
    note(Kind::column_missing, std::move(fields), fill(phrases::column_named, name),
         fill(settled      ? phrases::column_follows
              : short_rows ? phrases::rows_short_of_column
                           : phrases::no_such_column));
    result_.deviations.back().settled = settled;
  }

  void note_headings(int b) {
    const ColumnMap* captions = nullptr;
    for (const auto& [key, map] : reading_.columns)
      if (key.first == b && map.trusted && !captions)
        captions = &map;
    for (const std::string& heading : missing_headings(task_.printed, task_.rows, task_.form(),
                                                       task_.table, b, lines_, matches_, captions))
      note(Kind::label_missing, {}, fill(phrases::heading_named, heading),
           fill(phrases::group_not_printed));
  }

  void record(std::size_t l) {
    static constexpr std::string_view witnesses[] = {"under the captions",
                                                     "in order, not under the captions",
                                                     "cut or joined as the row's total says",
                                                     "one number settled by the row's total",
                                                     "cut out of running text",
                                                     "not settled"};
    const PrintedRow& row = task_.printed_row(matches_[l].row);
    result_.candidates.push_back(
        {task_.form().id + ": " + label_path(task_.block(lines_[l].block).rows, lines_[l].node),
         matches_[l].score, true,
         fmt::format("table {} row {}: {}; numbers {}",
                     task_.printed.tables[static_cast<std::size_t>(row.table)].number + 1,
                     row.row + 1, matches_[l].by_order ? "no label, by order" : "by label",
                     witnesses[static_cast<std::size_t>(reading_.readings[l].witness)])});
    for (const int other : matches_[l].duplicates)
      result_.candidates.push_back(
          {result_.candidates.back().subject, matches_[l].score, false,
           fmt::format(
               "table {} row {}: the same label again",
               task_.printed.tables[static_cast<std::size_t>(task_.printed_row(other).table)]
                       .number +
                   1,
               task_.printed_row(other).row + 1)});
  }

  const TableTask& task_;
  const TableReading& reading_;
  const std::vector<FormLine>& lines_;
  const std::vector<LineMatch>& matches_;
  std::vector<Value>& values_;
  std::vector<std::size_t> shifted_, replaced_, short_rows_; ///< lines
  TableMatch result_;
};

} // namespace

TableMatch match_table(const PrintedTables& printed, const std::vector<int>& rows,
                       const Layout& layout, int table, const FieldIndex& fields,
                       std::vector<Value>& values) {
  const TableTask task{printed, rows, layout, table, fields};
  const TableReading reading = read_table(task, values);
  return Comparison(task, reading, values).run();
}

} // namespace gouji
