// SPDX-License-Identifier: GPL-3.0-or-later
// Printed cells as numbers of a row, and the row's own arithmetic over them.
#include "matching/row_numbers.h"

#include <algorithm>

namespace gouji {
namespace {

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

} // namespace

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

std::vector<std::optional<Decimal>> known(const std::vector<ReadNumber>& numbers) {
  std::vector<std::optional<Decimal>> out(numbers.size());
  for (std::size_t i = 0; i < numbers.size(); ++i) {
    if (numbers[i].state == State::read || numbers[i].state == State::settled)
      out[i] = numbers[i].number;
    else if (numbers[i].state == State::blank)
      out[i] = Decimal();
  }
  return out;
}

std::vector<ReadNumber> in_order(const PrintedTables& printed, const PrintedRow& row,
                                 const std::vector<int>& cells,
                                 const std::vector<std::size_t>& columns, std::size_t width) {
  std::vector<ReadNumber> numbers(width);
  for (std::size_t i = 0; i < columns.size(); ++i)
    numbers[columns[i]] = as_printed(printed, row, cells[i]);
  return numbers;
}

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

} // namespace gouji
