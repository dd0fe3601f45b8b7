// SPDX-License-Identifier: GPL-3.0-or-later
// Solving the row totals for one missing column.
#include "matching/settle_column.h"

#include <algorithm>
#include <optional>

namespace gouji {
namespace {

std::optional<Decimal> stated(const Value& value) {
  if (value.has_number())
    return value.number;
  if (value.state == State::blank)
    return Decimal();
  return std::nullopt;
}

/// The sum over `fields` without `left_out`, or nothing when one of them is not known.
std::optional<Decimal> sum(const std::vector<int>& fields, const std::vector<Value>& values,
                           int left_out = -1) {
  Decimal total;
  for (const int field : fields) {
    if (field == left_out)
      continue;
    const auto number = stated(values[static_cast<std::size_t>(field)]);
    if (!number)
      return std::nullopt;
    total += *number;
  }
  return total;
}

bool contains(const std::vector<int>& fields, int field) {
  return std::find(fields.begin(), fields.end(), field) != fields.end();
}

} // namespace

bool settle_column(const Layout& layout, const std::vector<int>& fields,
                   std::vector<Value>& values) {
  if (contains(fields, -1))
    return false;
  std::vector<Value> trial = values;
  for (const int field : fields) {
    if (stated(trial[static_cast<std::size_t>(field)]))
      continue;
    bool solved = false;
    for (const Relation& relation : layout.relations) {
      // Across the row: the column occurs in it once, on the left.
      if (!contains(relation.left, field) ||
          std::count_if(relation.left.begin(), relation.left.end(),
                        [&](int other) { return contains(fields, other); }) != 1)
        continue;
      const auto whole = sum(relation.right, trial), others = sum(relation.left, trial, field);
      if (!whole || !others || *others > *whole)
        continue;
      trial[static_cast<std::size_t>(field)] = {State::settled, *whole - *others, {}, {}};
      solved = true;
      break;
    }
    if (!solved)
      return false;
  }
  for (const Relation& relation : layout.relations) {
    if (std::none_of(fields.begin(), fields.end(), [&](int field) {
          return contains(relation.left, field) || contains(relation.right, field);
        }))
      continue;
    const auto left = sum(relation.left, trial), right = sum(relation.right, trial);
    if (left && right && *left != *right)
      return false;
  }
  values = std::move(trial);
  return true;
}

} // namespace gouji
