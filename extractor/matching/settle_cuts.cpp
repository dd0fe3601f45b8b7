// SPDX-License-Identifier: GPL-3.0-or-later
// Depth-first search over the ways of all open rows, cut short by each relation that is complete.
#include "matching/settle_cuts.h"

#include <algorithm>
#include <optional>

namespace gouji {
namespace {

constexpr long most_steps = 200'000; // bounds the search for one table

/// left - right of a relation: what is known, and the numbers of open rows in it.
struct Balance {
  struct Term {
    std::size_t row = 0, column = 0;
    bool left = true;
  };
  Decimal known;
  std::vector<Term> terms;
  std::size_t last_row = 0;
};

class Search {
public:
  Search(const Layout& layout, const std::vector<OpenRow>& rows, const std::vector<Value>& values)
      : rows_(rows), values_(values), chosen_(rows.size(), 0) {
    for (const Relation& relation : layout.relations)
      if (auto balance = balance_of(relation))
        balances_.push_back(std::move(*balance));
  }

  std::vector<int> run() {
    choose(0);
    if (!agreed_ || steps_ > most_steps)
      return std::vector<int>(rows_.size(), -1);
    return std::move(*agreed_);
  }

private:
  /// Nothing when a number of the relation is not known, or all are.
  std::optional<Balance> balance_of(const Relation& relation) const {
    Balance balance;
    const auto add = [&](int field, bool left) {
      for (std::size_t r = 0; r < rows_.size(); ++r) {
        const auto at = std::find(rows_[r].fields.begin(), rows_[r].fields.end(), field);
        if (at == rows_[r].fields.end())
          continue;
        balance.terms.push_back({r, static_cast<std::size_t>(at - rows_[r].fields.begin()), left});
        balance.last_row = std::max(balance.last_row, r);
        return true;
      }
      const Value& value = values_[static_cast<std::size_t>(field)];
      if (value.has_number())
        balance.known = left ? balance.known + value.number : balance.known - value.number;
      return value.has_number() || value.state == State::blank;
    };
    bool complete = true;
    for (const int field : relation.left)
      complete = complete && add(field, true);
    for (const int field : relation.right)
      complete = complete && add(field, false);
    for (const int field : relation.foreign_left)
      add(field, true);
    if (!complete || balance.terms.empty())
      return std::nullopt;
    return balance;
  }

  bool holds(const Balance& balance) const {
    Decimal sum = balance.known;
    for (const Balance::Term& term : balance.terms) {
      const Decimal number =
          rows_[term.row].ways[static_cast<std::size_t>(chosen_[term.row])][term.column].number;
      sum = term.left ? sum + number : sum - number;
    }
    return sum == Decimal();
  }

  void choose(std::size_t row) {
    if (++steps_ > most_steps ||
        (agreed_ && std::all_of(agreed_->begin(), agreed_->end(), [](int way) { return way < 0; })))
      return;
    if (row == rows_.size()) {
      if (!agreed_)
        agreed_ = chosen_;
      for (std::size_t r = 0; r < rows_.size(); ++r)
        if ((*agreed_)[r] != chosen_[r])
          (*agreed_)[r] = -1;
      return;
    }
    for (std::size_t way = 0; way < rows_[row].ways.size(); ++way) {
      chosen_[row] = static_cast<int>(way);
      if (std::all_of(balances_.begin(), balances_.end(), [&](const Balance& balance) {
            return balance.last_row != row || holds(balance);
          }))
        choose(row + 1);
    }
  }

  const std::vector<OpenRow>& rows_;
  const std::vector<Value>& values_;
  std::vector<Balance> balances_;
  std::vector<int> chosen_;
  std::optional<std::vector<int>> agreed_;
  long steps_ = 0;
};

} // namespace

std::vector<int> settle_cuts(const Layout& layout, const std::vector<OpenRow>& rows,
                             const std::vector<Value>& values) {
  return Search(layout, rows, values).run();
}

} // namespace gouji
