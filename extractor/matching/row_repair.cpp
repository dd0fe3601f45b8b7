// SPDX-License-Identifier: GPL-3.0-or-later
// Digits taken apart and put together as the row's total allows.
#include "matching/row_repair.h"

#include <algorithm>

namespace gouji {
namespace {

using Numbers = std::vector<std::optional<Decimal>>;

constexpr int most_readings = 2;          // two different ones are enough to say "not settled"
constexpr long split_steps = 200'000;     // bounds the search for places to cut glued digits
constexpr std::size_t longest_glued = 64; // digits

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

} // namespace

std::optional<RowReading> cut_apart(const PrintedTables& printed, const PrintedRow& row,
                                    const std::vector<int>& cells, std::size_t width,
                                    const std::vector<RowRelation>& relations) {
  if (!looks_glued(printed, row, cells, width))
    return std::nullopt;
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

} // namespace gouji
