// SPDX-License-Identifier: GPL-3.0-or-later
// Candidate readings of a printed row and the choice between them.
#include "matching/row_reading.h"

#include <algorithm>
#include <numeric>

namespace gouji {
namespace {

constexpr double label_floor = 0.6;
constexpr int most_readings = 2;          // two different ones are enough to say "not settled"
constexpr long split_steps = 200'000;     // bounds the search for places to cut glued digits
constexpr std::size_t longest_glued = 64; // digits

using Numbers = std::vector<std::optional<Decimal>>;

/// Do the gaps between the digits fit neither letter-spacing ("1 4 4") nor thousands ("12 345")?
bool irregular_gaps(std::string_view text) {
  std::vector<std::size_t> groups{0};
  for (const char c : text) {
    if (c >= '0' && c <= '9')
      ++groups.back();
    else if (groups.back() > 0)
      groups.push_back(0);
  }
  if (groups.back() == 0)
    groups.pop_back();
  const auto all = [&](std::size_t from, std::size_t digits) {
    return std::all_of(groups.begin() + static_cast<std::ptrdiff_t>(std::min(from, groups.size())),
                       groups.end(), [&](std::size_t group) { return group == digits; });
  };
  return groups.size() > 1 && !all(0, 1) && !(groups.front() <= 3 && all(1, 3));
}

ReadNumber as_printed(const PrintedTables& printed, const PrintedRow& row, int cell) {
  const PrintedCell& printed_cell = printed.cell(row, cell);
  switch (printed_cell.number.kind) {
  case CellNumber::Kind::number:
    return {State::read, printed_cell.number.value, cell,
            printed_cell.number.spaced && irregular_gaps(printed_cell.cell->text)};
  case CellNumber::Kind::blank:
    return {State::blank, {}, cell, false};
  case CellNumber::Kind::text:
    break;
  }
  return {State::unreadable, {}, cell, false};
}

/// Numbers for the relations: a blank is 0, what is unreadable or absent is unknown.
Numbers known(const std::vector<ReadNumber>& numbers) {
  Numbers out(numbers.size());
  for (std::size_t i = 0; i < numbers.size(); ++i) {
    if (numbers[i].state == State::read || numbers[i].state == State::settled)
      out[i] = numbers[i].number;
    else if (numbers[i].state == State::blank)
      out[i] = Decimal();
  }
  return out;
}

/// The cells right of the row's label, without blanks at both ends.
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
      if (under.empty() && cell.words())
        continue; // a remark beside the table
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

std::vector<ReadNumber> in_order(const PrintedTables& printed, const PrintedRow& row,
                                 const std::vector<int>& cells,
                                 const std::vector<std::size_t>& columns, std::size_t width) {
  std::vector<ReadNumber> numbers(width);
  for (std::size_t i = 0; i < columns.size(); ++i)
    numbers[columns[i]] = as_printed(printed, row, cells[i]);
  return numbers;
}

/// All digits of the cells, when they hold nothing but digits and spaces.
std::optional<std::string> glued_digits(const PrintedTables& printed, const PrintedRow& row,
                                        const std::vector<int>& cells) {
  std::string digits;
  for (const int cell : cells) {
    const std::string& text = printed.cell(row, cell).text;
    if (!std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; }))
      return std::nullopt;
    digits += text;
  }
  if (digits.empty() || digits.size() > longest_glued)
    return std::nullopt;
  return digits;
}

/// Does something look like several numbers run together: a leading zero, a gap between digits, one
/// cell for the whole row?
bool looks_glued(const PrintedTables& printed, const PrintedRow& row, const std::vector<int>& cells,
                 std::size_t width) {
  return (cells.size() == 1 && width > 1) || std::any_of(cells.begin(), cells.end(), [&](int cell) {
           const PrintedCell& printed_cell = printed.cell(row, cell);
           return printed_cell.number.spaced ||
                  (printed_cell.text.size() > 1 && printed_cell.text.front() == '0' &&
                   printed_cell.text[1] != '.');
         });
}

/// Ways to cut `digits` into `count` numbers without leading zeros that satisfy `relations`; stops
/// at `most_readings`.
class Cuts {
public:
  Cuts(const std::string& digits, std::size_t count, const std::vector<RowRelation>& relations)
      : digits_(digits), relations_(relations), numbers_(count) {
    cut(0, 0);
  }
  const std::vector<Numbers>& found() const { return found_; }
  bool exhausted() const { return steps_ > split_steps; }

private:
  void cut(std::size_t at, std::size_t column) {
    if (found_.size() >= most_readings || ++steps_ > split_steps)
      return;
    const std::size_t left = numbers_.size() - column;
    if (left == 0) {
      int checked = 0;
      if (at == digits_.size() && holds(relations_, numbers_, &checked) && checked > 0)
        found_.push_back(numbers_);
      return;
    }
    if (digits_.size() - at < left)
      return;
    const std::size_t longest = digits_[at] == '0' ? 1 : digits_.size() - at - (left - 1);
    for (std::size_t length = 1; length <= longest; ++length) {
      const auto number = Decimal::parse(std::string_view(digits_).substr(at, length));
      if (!number)
        return;
      numbers_[column] = *number;
      cut(at + length, column + 1);
    }
    numbers_[column].reset();
  }

  const std::string& digits_;
  const std::vector<RowRelation>& relations_;
  Numbers numbers_;
  std::vector<Numbers> found_;
  long steps_ = 0;
};

/// The row's digits cut into one number for each column, when the row's total allows exactly one
/// way; an unsettled reading when it allows several.
std::optional<RowReading> cut_apart(const PrintedTables& printed, const PrintedRow& row,
                                    const std::vector<int>& cells, std::size_t width,
                                    const std::vector<RowRelation>& relations) {
  const auto digits = glued_digits(printed, row, cells);
  if (!digits)
    return std::nullopt;
  const Cuts cuts(*digits, width, relations);
  if (cuts.found().empty())
    return std::nullopt;
  RowReading reading{RowWitness::unsettled, std::vector<ReadNumber>(width),
                     static_cast<int>(cuts.found().size())};
  if (cuts.found().size() > 1 || cuts.exhausted())
    return reading;
  reading.witness = RowWitness::repaired;
  for (std::size_t j = 0; j < width; ++j)
    reading.numbers[j] = {State::settled, *cuts.found().front()[j], cells.front(), false};
  return reading;
}

/// One printed number too many: two neighbours are one number that a line or a cell border cut.
std::vector<std::vector<ReadNumber>>
joined_pairs(const PrintedTables& printed, const PrintedRow& row, const std::vector<int>& cells,
             const std::vector<std::size_t>& columns, std::size_t width,
             const std::vector<RowRelation>& relations) {
  std::vector<std::vector<ReadNumber>> found;
  for (std::size_t pair = 0; pair + 1 < cells.size(); ++pair) {
    const auto digits = glued_digits(printed, row, {cells[pair], cells[pair + 1]});
    if (!digits || (digits->size() > 1 && digits->front() == '0'))
      continue;
    const auto number = Decimal::parse(*digits);
    if (!number)
      continue;
    std::vector<int> rest = cells;
    rest.erase(rest.begin() + static_cast<std::ptrdiff_t>(pair) + 1);
    std::vector<ReadNumber> numbers = in_order(printed, row, rest, columns, width);
    numbers[columns[pair]] = {State::settled, *number, cells[pair], false};
    int checked = 0;
    if (holds(relations, known(numbers), &checked) && checked > 0)
      found.push_back(std::move(numbers));
  }
  return found;
}

/// One number too few: tries each column as the one that is not printed and lets the row's total
/// say what it would be. Only a value on which all readings agree is kept.
std::optional<std::vector<ReadNumber>>
with_one_missing(const PrintedTables& printed, const PrintedRow& row, const std::vector<int>& cells,
                 const std::vector<std::size_t>& columns, std::size_t width,
                 const std::vector<RowRelation>& relations) {
  std::optional<std::vector<ReadNumber>> agreed;
  for (std::size_t missing = 0; missing < columns.size(); ++missing) {
    std::vector<std::size_t> rest = columns;
    rest.erase(rest.begin() + static_cast<std::ptrdiff_t>(missing));
    std::vector<ReadNumber> numbers = in_order(printed, row, cells, rest, width);
    bool solved = false;
    for (const RowRelation& relation : relations) {
      Numbers values = known(numbers);
      Decimal left, right;
      int unknown = 0, side = 0;
      const auto add = [&](const std::vector<int>& positions, Decimal& sum, int which) {
        for (const int position : positions) {
          const auto& value = values[static_cast<std::size_t>(position)];
          if (value)
            sum += *value;
          else
            ++unknown, side = static_cast<std::size_t>(position) == columns[missing] ? which : 0;
        }
      };
      add(relation.left, left, 1);
      add(relation.right, right, 2);
      if (unknown != 1 || side == 0)
        continue;
      const Decimal value = side == 1 ? right - left : left - right;
      if (value.negative())
        continue;
      numbers[columns[missing]] = {State::settled, value, -1, false};
      solved = true;
    }
    if (!solved)
      continue;
    for (ReadNumber& number : numbers)
      if (number.state == State::read)
        number.state = State::settled;
    if (!agreed) {
      agreed = std::move(numbers);
      continue;
    }
    for (std::size_t j = 0; j < width; ++j)
      if ((*agreed)[j].state != State::settled || numbers[j].state != State::settled ||
          (*agreed)[j].number != numbers[j].number)
        (*agreed)[j] = {};
  }
  return agreed;
}

RowReading choose(const PrintedTables& printed, const PrintedRow& row, int table_index,
                  const ColumnMap& map, const std::vector<RowRelation>& relations) {
  const std::size_t width = map.leaves.size();
  const ValueCells values = find_values(printed, row, table_index, map);
  auto positioned = by_position(printed, row, values, map);
  if (positioned && holds(relations, known(*positioned)))
    return {RowWitness::position, std::move(*positioned), 1};
  if (values.filled.size() < width && looks_glued(printed, row, values.filled, width))
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

  const RowWitness ordered = map.trusted ? RowWitness::order : RowWitness::position;
  std::vector<std::pair<const std::vector<int>*, const std::vector<std::size_t>*>> readings;
  for (const auto* cells : {&values.trimmed, &values.filled, &values.all})
    for (const auto* columns : {&present, &every})
      if (cells->size() == columns->size() && !cells->empty())
        readings.emplace_back(cells, columns);
  // A reading whose total holds goes before one whose total does not.
  for (const bool must_hold : {true, false})
    for (const auto& [cells, columns] : readings) {
      std::vector<ReadNumber> numbers = in_order(printed, row, *cells, *columns, width);
      if (!must_hold || holds(relations, known(numbers)))
        return {ordered, std::move(numbers), 1};
    }

  if (values.filled.size() == present.size() + 1) {
    auto found = joined_pairs(printed, row, values.filled, present, width, relations);
    if (found.size() == 1)
      return {RowWitness::repaired, std::move(found.front()), 1};
  }
  if (values.filled.size() + 1 == present.size())
    if (auto numbers = with_one_missing(printed, row, values.filled, present, width, relations))
      return {RowWitness::settled, std::move(*numbers), 1};
  return {RowWitness::unsettled, std::vector<ReadNumber>(width), static_cast<int>(present.size())};
}

} // namespace

bool holds(const std::vector<RowRelation>& relations,
           const std::vector<std::optional<Decimal>>& numbers, int* checked) {
  for (const RowRelation& relation : relations) {
    Decimal left, right;
    bool complete = true;
    const auto add = [&](const std::vector<int>& positions, Decimal& sum) {
      for (const int position : positions) {
        const auto& value = numbers[static_cast<std::size_t>(position)];
        if (value)
          sum += *value;
        else
          complete = false;
      }
    };
    add(relation.left, left);
    add(relation.right, right);
    if (!complete)
      continue;
    if (checked)
      ++*checked;
    if (left != right)
      return false;
  }
  return true;
}

RowReading read_row(const PrintedTables& printed, const PrintedRow& row, int table_index,
                    const ColumnMap& map, const std::vector<RowRelation>& relations) {
  RowReading reading = choose(printed, row, table_index, map, relations);
  int checked = 0;
  const bool confirmed = holds(relations, known(reading.numbers), &checked) && checked > 0;
  for (ReadNumber& number : reading.numbers)
    if (number.doubtful && !confirmed)
      number = {State::unreadable, {}, number.cell, true};
  return reading;
}

} // namespace gouji
