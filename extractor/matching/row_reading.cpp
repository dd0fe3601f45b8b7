// SPDX-License-Identifier: GPL-3.0-or-later
// Candidate readings of a printed row and the choice between them.
#include "matching/row_reading.h"

#include "matching/row_repair.h"
#include "text/characters.h"

#include <algorithm>
#include <numeric>
#include <optional>

namespace gouji {
namespace {

constexpr double label_floor = 0.6;

/// Is the cell not printed but added to a short line of a text, to make it as wide as its table? A
/// number that is left out is no blank: those behind it may have moved.
bool fills_up(const PrintedTables& printed, const PrintedRow& row, int cell) {
  return printed.tables[static_cast<std::size_t>(row.table)].table->origin.line > 0 &&
         printed.cell(row, cell).cell->origin.line == 0;
}

/// The printed cells right of the row's label; `trimmed` without blanks at both ends.
struct ValueCells {
  std::vector<int> all, trimmed, filled;
  int label = -1; ///< the rightmost cell that names a row
};

ValueCells find_values(const PrintedTables& printed, const PrintedRow& row, int table_index,
                       const ColumnMap& map) {
  ValueCells values;
  std::size_t begin = 0;
  for (std::size_t i = 0; i < row.own.size(); ++i)
    for (const LabelHit& hit : *printed.cell(row, row.own[i]).hits)
      if (hit.header.table == table_index && hit.header.kind == HeaderKind::row &&
          hit.score >= label_floor) {
        values.label = row.own[i];
        begin = i + 1;
      }
  if (values.label < 0) {
    // Without a label the values begin under the first caption, or at the first number.
    const int first = map.first_column();
    while (begin < row.own.size()) {
      const PrintedCell& cell = printed.cell(row, row.own[begin]);
      if (first >= 0 ? cell.end_column() > first : !cell.words() && !cell.blank())
        break;
      ++begin;
    }
  }
  values.all.assign(row.own.begin() + static_cast<std::ptrdiff_t>(begin), row.own.end());
  while (!values.all.empty() && fills_up(printed, row, values.all.back()))
    values.all.pop_back();
  const auto blank = [&](int cell) { return printed.cell(row, cell).blank(); };
  auto from = std::find_if_not(values.all.begin(), values.all.end(), blank);
  auto to = std::find_if_not(values.all.rbegin(), values.all.rend(), blank).base();
  if (from < to)
    values.trimmed.assign(from, to);
  std::copy_if(values.all.begin(), values.all.end(), std::back_inserter(values.filled),
               [&](int cell) { return !blank(cell); });
  return values;
}

/// Every printed value under exactly one caption, and no caption over the label: then position
/// alone is believed.
std::optional<std::vector<ReadNumber>> by_position(const PrintedTables& printed,
                                                   const PrintedRow& row, const ValueCells& values,
                                                   const ColumnMap& map) {
  if (!map.trusted)
    return std::nullopt;
  const auto overlaps = [&](const PrintedCell& cell, const ColumnPlace& place) {
    return place.present() && cell.first_column() < place.to && place.from < cell.end_column();
  };
  if (values.label >= 0 &&
      std::any_of(map.places.begin(), map.places.end(), [&](const ColumnPlace& place) {
        return overlaps(printed.cell(row, values.label), place);
      }))
    return std::nullopt;
  std::vector<ReadNumber> numbers(map.places.size());
  for (const int index : values.all) {
    const PrintedCell& cell = printed.cell(row, index);
    std::vector<std::size_t> under;
    for (std::size_t j = 0; j < map.places.size(); ++j)
      if (overlaps(cell, map.places[j]))
        under.push_back(j);
    if (cell.blank()) {
      for (const std::size_t j : under)
        if (numbers[j].cell < 0)
          numbers[j] = as_printed(printed, row, index);
      continue;
    }
    if (under.size() != 1) {
      if (under.empty() && cell.words() && map.has_other_caption(cell.first_column()))
        continue; // a column of remarks
      return std::nullopt;
    }
    ReadNumber& number = numbers[under.front()];
    if (number.cell >= 0 && number.state != State::blank)
      return std::nullopt;
    number = as_printed(printed, row, index);
  }
  for (std::size_t j = 0; j < numbers.size(); ++j)
    if (map.places[j].present() && numbers[j].cell < 0)
      return std::nullopt;
  return numbers;
}

RowReading choose(const PrintedTables& printed, const PrintedRow& row, int table_index,
                  const ColumnMap& map, const std::vector<RowRelation>& relations) {
  const std::size_t width = map.leaves.size();
  const ValueCells values = find_values(printed, row, table_index, map);
  auto positioned = by_position(printed, row, values, map);
  if (positioned && holds(relations, known(*positioned)))
    return {RowWitness::position, std::move(*positioned), 1};
  if (values.filled.size() < width)
    if (auto reading = cut_apart(printed, row, values.filled, width, relations))
      return std::move(*reading);
  if (positioned)
    return {RowWitness::position, std::move(*positioned), 1};

  std::vector<std::size_t> every(width), present;
  std::iota(every.begin(), every.end(), 0u);
  for (std::size_t j = 0; j < width; ++j)
    if (map.places[j].present())
      present.push_back(j);
  if (!map.trusted || present.size() == width)
    present = every;

  // A reading whose total holds goes first; one whose total does not hold is still a reading where
  // the numbers are as many as the columns, and the wrong total will be told. Blanks at the ends
  // are columns only when the total agrees or nothing better is found.
  const auto read_in_order = [&](const std::vector<int>& cells,
                                 bool must_hold) -> std::optional<RowReading> {
    for (const auto* columns : {&present, &every}) {
      if (cells.empty() || cells.size() != columns->size())
        continue;
      std::vector<ReadNumber> numbers = in_order(printed, row, cells, *columns, width);
      int checked = 0;
      const bool agrees = holds(relations, known(numbers), &checked);
      if (must_hold && !agrees)
        continue;
      const bool certain = (agrees && checked > 0) || cells.size() == values.filled.size();
      return RowReading{!map.trusted && certain ? RowWitness::position : RowWitness::order,
                        std::move(numbers), 1};
    }
    return std::nullopt;
  };
  for (const auto* cells : {&values.trimmed, &values.filled, &values.all})
    if (auto reading = read_in_order(*cells, true))
      return std::move(*reading);
  if (auto reading = read_in_order(values.filled, false))
    return std::move(*reading);

  if (values.filled.size() == present.size() + 1) {
    auto found = joined_pairs(printed, row, values.filled, present, width, relations);
    if (found.size() == 1)
      return {RowWitness::repaired, std::move(found.front()), 1};
  }
  if (values.filled.size() + 1 == present.size())
    if (auto numbers = with_one_missing(printed, row, values.filled, present, width, relations))
      return {RowWitness::settled, std::move(*numbers), 1};
  for (const auto* cells : {&values.trimmed, &values.all})
    if (auto reading = read_in_order(*cells, false))
      return std::move(*reading);
  return {RowWitness::unsettled, std::vector<ReadNumber>(width), static_cast<int>(present.size())};
}

/// Is a cell of the row blank that may be the place of a number which ran together with another? So
/// it may be where a number begins with a needless zero; and in a line of text, which has no
/// borders, where the last one is blank and no total says that it should be.
bool may_have_moved(const PrintedTables& printed, const PrintedRow& row,
                    const std::vector<ReadNumber>& numbers,
                    const std::vector<RowRelation>& relations) {
  const auto blank = [](const ReadNumber& number) { return number.state == State::blank; };
  const auto begins_with_zero = [&](const ReadNumber& number) {
    if (number.state != State::read || number.cell < 0)
      return false;
    const std::string& text = printed.cell(row, number.cell).text;
    return text.size() > 1 && text.front() == '0' && is_ascii_digit(text[1]);
  };
  const bool of_text = printed.tables[static_cast<std::size_t>(row.table)].table->origin.line > 0;
  if (std::none_of(numbers.begin(), numbers.end(), blank))
    return false;
  return std::any_of(numbers.begin(), numbers.end(), begins_with_zero) ||
         (of_text && relations.empty() && numbers.size() > 1 && blank(numbers.back()) &&
          !blank(numbers.front()));
}

} // namespace

RowReading read_row(const PrintedTables& printed, const PrintedRow& row, int table_index,
                    const ColumnMap& map, const std::vector<RowRelation>& relations) {
  RowReading reading = choose(printed, row, table_index, map, relations);
  int checked = 0;
  const bool confirmed = holds(relations, known(reading.numbers), &checked) && checked > 0;
  if (reading.witness == RowWitness::position &&
      may_have_moved(printed, row, reading.numbers, relations))
    reading.witness = RowWitness::order;
  for (ReadNumber& number : reading.numbers)
    if (number.doubtful && !confirmed)
      number = {State::unreadable, {}, number.cell, true};
  return reading;
}

} // namespace gouji
