// SPDX-License-Identifier: GPL-3.0-or-later
// Rows, then columns, then numbers of one form table; what departs from the form is noted with its
// reason.
#include "matching/table_match.h"

#include "matching/column_alignment.h"
#include "matching/messages.h"
#include "matching/missing_headings.h"
#include "matching/row_alignment.h"
#include "matching/row_reading.h"
#include "matching/settle_column.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>

namespace gouji {
namespace {

using Kind = Deviation::Kind;

constexpr double other_wording = 0.5; // a caption of another edition speaks only half for this one

/// The work on one form table: what every step needs, and what it leaves behind.
class TableMatcher {
public:
  TableMatcher(const PrintedTables& printed, const std::vector<int>& rows, const Layout& layout,
               int table, const FieldIndex& fields, std::vector<Value>& values)
      : printed_(printed), rows_(rows), layout_(layout), table_index_(table),
        table_(layout.tables[static_cast<std::size_t>(table)]), fields_(fields), values_(values),
        lines_(form_lines(table_)), matches_(align_rows(printed, rows, table_, table, lines_)) {}

  TableMatch run() {
    for (const LayoutBlock& part : table_.blocks)
      for (const auto* nodes : {&part.rows, &part.columns})
        result_.of += static_cast<double>(
            std::count_if(nodes->begin(), nodes->end(),
                          [](const LayoutNode& n) { return n.leaf && n.edition.empty(); }));
    if (std::all_of(matches_.begin(), matches_.end(),
                    [](const LineMatch& match) { return match.row < 0 && !match.ambiguous; })) {
      note_table_missing();
      return std::move(result_);
    }
    for (std::size_t b = 0; b < table_.blocks.size(); ++b)
      map_columns(static_cast<int>(b));
    for (std::size_t l = 0; l < lines_.size(); ++l)
      read_line(l);
    note_shifted();
    note_missing_rows();
    for (std::size_t b = 0; b < table_.blocks.size(); ++b) {
      note_header(static_cast<int>(b));
      note_columns(static_cast<int>(b));
      note_headings(static_cast<int>(b));
    }
    return std::move(result_);
  }

private:
  const LayoutBlock& block(int b) const { return table_.blocks[static_cast<std::size_t>(b)]; }
  const LayoutNode& node(const FormLine& line) const {
    return block(line.block).rows[static_cast<std::size_t>(line.node)];
  }
  const PrintedRow& printed_row(int row) const {
    return printed_.rows[static_cast<std::size_t>(row)];
  }
  bool foreign(const FormLine& line) const { return !node(line).edition.empty(); }
  std::vector<int> line_fields(const FormLine& line) const {
    return fields_.row(layout_, table_index_, line.block, line.node);
  }
  Words row_name(const FormLine& line) const {
    return fill(phrases::row_and_column, label_path(block(line.block).rows, line.node));
  }

  Place place_of(const PrintedRow& row, int cell) const {
    const PrintedTable& table = printed_.tables[static_cast<std::size_t>(row.table)];
    if (cell < 0)
      return {table.number, row.row, -1, {}};
    const Cell& printed_cell = *table.cells[static_cast<std::size_t>(cell)].cell;
    return {table.number, printed_cell.row, printed_cell.column, printed_cell.origin};
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
        const auto row = line_fields(lines_[l]);
        fields.insert(fields.end(), row.begin(), row.end());
      }
    note(Kind::table_missing, std::move(fields), table_.name, fill(phrases::no_label_of_table));
  }

  /// The header rows of block `b` in the grid of `first`: between it and the last row of values
  /// above it.
  std::vector<int> header_rows(int first) const {
    std::vector<int> header;
    const auto at = std::find(rows_.begin(), rows_.end(), first);
    for (auto r = at; r != rows_.begin();) {
      --r;
      const PrintedRow& row = printed_row(*r);
      if (row.table != printed_row(first).table)
        break;
      if (std::any_of(matches_.begin(), matches_.end(),
                      [&](const LineMatch& match) { return match.row == *r; }))
        break;
      header.insert(header.begin(), *r);
    }
    return header;
  }

  /// One column map for each grid the block's rows stand in. A part without its own header goes on
  /// as the part before it.
  void map_columns(int b) {
    const ColumnMap* before = nullptr;
    int before_columns = 0;
    std::vector<int> firsts;
    for (std::size_t l = 0; l < lines_.size(); ++l)
      if (lines_[l].block == b && matches_[l].row >= 0)
        firsts.push_back(matches_[l].row);
    std::sort(firsts.begin(), firsts.end());
    for (const int first : firsts) {
      const int grid = printed_row(first).table;
      if (maps_.count({b, grid}))
        continue;
      ColumnMap map = align_columns(printed_, header_rows(first), block(b), table_index_, b);
      const int columns = printed_.tables[static_cast<std::size_t>(grid)].table->columns;
      if (!map.trusted && before && before->trusted && columns == before_columns)
        map = *before;
      before = &(maps_[{b, grid}] = std::move(map));
      before_columns = columns;
    }
  }

  std::vector<RowRelation> row_relations(const std::vector<int>& fields) const {
    std::vector<RowRelation> found;
    const auto positions = [&](const std::vector<int>& side) {
      std::vector<int> out;
      for (const int field : side) {
        const auto at = std::find(fields.begin(), fields.end(), field);
        if (at == fields.end())
          return std::vector<int>{};
        out.push_back(static_cast<int>(at - fields.begin()));
      }
      return out;
    };
    for (const Relation& relation : layout_.relations) {
      RowRelation inside{positions(relation.left), positions(relation.right)};
      if (!inside.left.empty() && !inside.right.empty())
        found.push_back(std::move(inside));
    }
    return found;
  }

  void store(const PrintedRow& row, const ReadNumber& number, int field) {
    if (field < 0 || number.state == State::absent)
      return;
    Value& value = values_[static_cast<std::size_t>(field)];
    value = {number.state, number.number, {}, place_of(row, number.cell)};
    if (number.cell >= 0)
      value.raw = printed_.cell(row, number.cell).cell->text;
  }

  void read_line(std::size_t l) {
    const LineMatch& match = matches_[l];
    if (match.row < 0)
      return;
    const PrintedRow& row = printed_row(match.row);
    const ColumnMap& map = maps_.at({lines_[l].block, row.table});
    const std::vector<int> fields = line_fields(lines_[l]);
    const RowReading reading = read_row(printed_, row, table_index_, map, row_relations(fields));
    for (std::size_t j = 0; j < fields.size(); ++j)
      store(row, reading.numbers[j], fields[j]);
    record(l, reading);
    if (!foreign(lines_[l]))
      result_.found += std::min(1.0, match.score);

    if (match.by_order)
      note(Kind::label_missing, fields, row_name(lines_[l]), fill(phrases::row_by_order),
           place_of(row, -1));
    if (foreign(lines_[l]))
      note(Kind::foreign_wording, with_siblings(l), row_name(lines_[l]),
           fill(phrases::other_edition_row, node(lines_[l]).edition), place_of(row, -1),
           node(lines_[l]).edition);
    switch (reading.witness) {
    case RowWitness::position:
      break;
    case RowWitness::order:
      shifted_.push_back(l);
      for (const int field : fields)
        if (field >= 0 && values_[static_cast<std::size_t>(field)].state == State::read)
          values_[static_cast<std::size_t>(field)].state = State::settled;
      break;
    case RowWitness::repaired:
      note(Kind::repaired, fields, row_name(lines_[l]), fill(phrases::digits_cut),
           place_of(row, -1));
      break;
    case RowWitness::settled:
      note(Kind::repaired, fields, row_name(lines_[l]), fill(phrases::one_not_printed),
           place_of(row, -1));
      break;
    case RowWitness::unsettled:
      // Where the form's own column is lost, that explains the row: see note_columns.
      if (map.trusted && map.present() < static_cast<int>(map.leaves.size()) &&
          filled_cells(row) < map.present())
        short_rows_.push_back(l);
      else
        note(Kind::ambiguous, fields, row_name(lines_[l]),
             fill(phrases::not_settled, filled_cells(row),
                  map.trusted ? map.present() : static_cast<int>(map.leaves.size())),
             place_of(row, -1));
      break;
    }
    note_duplicates(l, reading, map, fields);
  }

  int filled_cells(const PrintedRow& row) const {
    return static_cast<int>(std::count_if(row.own.begin(), row.own.end(), [&](int c) {
      return !printed_.cell(row, c).blank() && !printed_.cell(row, c).words();
    }));
  }

  void note_duplicates(std::size_t l, const RowReading& first, const ColumnMap& map,
                       const std::vector<int>& fields) {
    if (matches_[l].duplicates.empty())
      return;
    bool equal = true;
    for (const int other : matches_[l].duplicates) {
      const PrintedRow& row = printed_row(other);
      const auto own = maps_.find({lines_[l].block, row.table});
      const RowReading again =
          read_row(printed_, row, table_index_, own == maps_.end() ? map : own->second,
                   row_relations(fields));
      for (std::size_t j = 0; j < fields.size(); ++j)
        equal = equal && again.numbers[j].state == first.numbers[j].state &&
                again.numbers[j].number == first.numbers[j].number;
    }
    note(Kind::row_duplicate, fields, row_name(lines_[l]),
         fill(equal ? phrases::printed_twice : phrases::printed_twice_unequal,
              matches_[l].duplicates.size() + 1),
         place_of(printed_row(matches_[l].duplicates.front()), -1));
  }

  /// A row of another edition that is labelled like a group of this one stands for the group's rows
  /// where they are not printed: their fields, too.
  std::vector<int> with_siblings(std::size_t l) {
    const auto& nodes = block(lines_[l].block).rows;
    const LayoutNode& other = node(lines_[l]);
    std::vector<int> fields = line_fields(lines_[l]);
    for (std::size_t k = 0; k < lines_.size(); ++k) {
      if (foreign(lines_[k]) || matches_[k].row >= 0 || lines_[k].block != lines_[l].block)
        continue;
      const int parent = node(lines_[k]).parent;
      if (parent < 0 || nodes[static_cast<std::size_t>(parent)].label.text != other.label.text)
        continue;
      const auto row = line_fields(lines_[k]);
      fields.insert(fields.end(), row.begin(), row.end());
      replaced_.push_back(k);
    }
    return fields;
  }

  void note_shifted() {
    if (shifted_.empty())
      return;
    std::vector<int> fields;
    for (const std::size_t l : shifted_) {
      const auto row = line_fields(lines_[l]);
      fields.insert(fields.end(), row.begin(), row.end());
    }
    const FormLine& first = lines_[shifted_.front()];
    const FormLine& last = lines_[shifted_.back()];
    Words what = shifted_.size() == 1
                     ? row_name(first)
                     : fill(phrases::rows_from_to, label_path(block(first.block).rows, first.node),
                            label_path(block(last.block).rows, last.node));
    note(Kind::shifted, std::move(fields), std::move(what), fill(phrases::not_under_captions),
         place_of(printed_row(matches_[shifted_.front()].row), -1));
  }

  void note_missing_rows() {
    for (std::size_t l = 0; l < lines_.size(); ++l) {
      if (matches_[l].row >= 0 || foreign(lines_[l]) ||
          std::find(replaced_.begin(), replaced_.end(), l) != replaced_.end())
        continue;
      if (matches_[l].ambiguous)
        note(Kind::ambiguous, line_fields(lines_[l]), row_name(lines_[l]),
             fill(phrases::rows_not_settled));
      else
        note(Kind::row_missing, line_fields(lines_[l]), row_name(lines_[l]),
             fill(phrases::no_such_row));
    }
  }

  /// Numbers read by their count alone, because no caption of the block is legible.
  void note_header(int b) {
    const auto& columns = block(b).columns;
    if (std::all_of(columns.begin(), columns.end(),
                    [](const LayoutNode& n) { return n.label.text.empty(); }))
      return; // the form has no captions here
    std::vector<int> fields;
    Place place;
    for (std::size_t l = 0; l < lines_.size(); ++l) {
      if (lines_[l].block != b || matches_[l].row < 0)
        continue;
      const PrintedRow& row = printed_row(matches_[l].row);
      if (maps_.at({b, row.table}).trusted)
        continue;
      if (fields.empty())
        place = place_of(row, -1);
      const auto own = line_fields(lines_[l]);
      fields.insert(fields.end(), own.begin(), own.end());
    }
    if (!fields.empty())
      note(Kind::label_missing, std::move(fields),
           fill(phrases::captions_of, block(b).title.text.empty()
                                          ? table_.name
                                          : Words{block(b).title.text, block(b).title.text}),
           fill(phrases::read_by_count), place);
  }

  void note_columns(int b) {
    const std::vector<int> leaves = leaf_columns(block(b));
    for (std::size_t j = 0; j < leaves.size(); ++j) {
      const LayoutNode& column = block(b).columns[static_cast<std::size_t>(leaves[j])];
      const ColumnPlace* place = nullptr;
      int grid = -1;
      bool trusted = false;
      for (const auto& [key, map] : maps_) {
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
          fields.push_back(line_fields(lines_[l])[j]);
      const std::string name = label_path(block(b).columns, leaves[j]);
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
        const PrintedTable& table = printed_.tables[static_cast<std::size_t>(grid)];
        const Cell& cell = *table.cells[static_cast<std::size_t>(place->caption)].cell;
        where = {table.number, cell.row, cell.column, cell.origin};
      }
      const std::string& edition = column.edition.empty() ? place->edition : column.edition;
      if (!edition.empty())
        note(Kind::foreign_wording, fields, fill(phrases::column_named, name),
             fill(phrases::other_edition_caption, edition), where, edition);
      else if (place->score == 0)
        note(Kind::label_missing, fields, fill(phrases::column_named, name),
             fill(phrases::caption_by_order), where);
    }
  }

  void note_missing_column(int b, std::vector<int> fields, const std::string& name) {
    const bool settled = settle_column(layout_, fields, values_);
    bool short_rows = false;
    for (const std::size_t l : short_rows_) {
      if (lines_[l].block != b)
        continue;
      short_rows = true;
      for (const int field : line_fields(lines_[l]))
        if (std::find(fields.begin(), fields.end(), field) == fields.end())
          fields.push_back(field);
    }
    note(Kind::column_missing, std::move(fields), fill(phrases::column_named, name),
         fill(settled      ? phrases::column_follows
              : short_rows ? phrases::rows_short_of_column
                           : phrases::no_such_column));
    result_.deviations.back().settled = settled;
  }

  void note_headings(int b) {
    const ColumnMap* captions = nullptr;
    for (const auto& [key, map] : maps_)
      if (key.first == b && map.trusted && !captions)
        captions = &map;
    for (const std::string& heading :
         missing_headings(printed_, rows_, table_, table_index_, b, lines_, matches_, captions))
      note(Kind::label_missing, {}, fill(phrases::heading_named, heading),
           fill(phrases::group_not_printed));
  }

  void record(std::size_t l, const RowReading& reading) {
    static constexpr std::string_view witnesses[] = {
        "under the captions", "in order, not under the captions",
        "cut or joined as the row's total says", "one number settled by the row's total",
        "not settled"};
    const PrintedRow& row = printed_row(matches_[l].row);
    result_.candidates.push_back(
        {table_.id + ": " + label_path(block(lines_[l].block).rows, lines_[l].node),
         matches_[l].score, true,
         fmt::format("table {} row {}: {}; numbers {}",
                     printed_.tables[static_cast<std::size_t>(row.table)].number + 1, row.row + 1,
                     matches_[l].by_order ? "no label, by order" : "by label",
                     witnesses[static_cast<std::size_t>(reading.witness)])});
    for (const int other : matches_[l].duplicates)
      result_.candidates.push_back(
          {result_.candidates.back().subject, matches_[l].score, false,
           fmt::format("table {} row {}: the same label again",
                       printed_.tables[static_cast<std::size_t>(printed_row(other).table)].number +
                           1,
                       printed_row(other).row + 1)});
  }

  const PrintedTables& printed_;
  const std::vector<int>& rows_;
  const Layout& layout_;
  const int table_index_;
  const LayoutTable& table_;
  const FieldIndex& fields_;
  std::vector<Value>& values_;
  const std::vector<FormLine> lines_;
  const std::vector<LineMatch> matches_;
  std::map<std::pair<int, int>, ColumnMap> maps_;            ///< by block and grid
  std::vector<std::size_t> shifted_, replaced_, short_rows_; ///< lines
  TableMatch result_;
};

} // namespace

TableMatch match_table(const PrintedTables& printed, const std::vector<int>& rows,
                       const Layout& layout, int table, const FieldIndex& fields,
                       std::vector<Value>& values) {
  return TableMatcher(printed, rows, layout, table, fields, values).run();
}

} // namespace gouji
