// SPDX-License-Identifier: GPL-3.0-or-later
// Depth-first search over the ways of all open rows, cut short where a sum cannot be reached.
#include "matching/settle_cuts.h"

#include <algorithm>
#include <optional>

namespace gouji {
namespace {

constexpr long most_steps = 100'000; // bounds the search for one table

/// left - right of a relation, to become 0: what is known of it, and what each way of each open row
/// adds.
struct Balance {
  Decimal known;
  std::vector<std::vector<Decimal>> adds; ///< [row][way]
  std::vector<Decimal> least, most;       ///< [row]: that this and later rows can add
};

class Search {
public:
  Search(const Layout& layout, const std::vector<OpenRow>& rows, const std::vector<Value>& values)
      : rows_(rows), values_(values), chosen_(rows.size(), 0) {
    for (const Relation& relation : layout.relations)
      if (auto balance = balance_of(relation)) {
        sums_.push_back(balance->known);
        balances_.push_back(std::move(*balance));
      }
  }

  std::vector<int> run() {
    choose(0);
    if (!agreed_ || steps_ > most_steps)
      return std::vector<int>(rows_.size(), -1);
    return std::move(*agreed_);
  }

private:
  /// Nothing when a number of the relation is not known, or none is open.
  std::optional<Balance> balance_of(const Relation& relation) const {
    Balance balance;
    for (const OpenRow& row : rows_)
      balance.adds.emplace_back(row.ways.size());
    bool open = false, complete = true;
    const auto add = [&](int field, bool left) {
      for (std::size_t r = 0; r < rows_.size(); ++r) {
        const auto at = std::find(rows_[r].fields.begin(), rows_[r].fields.end(), field);
        if (at == rows_[r].fields.end())
          continue;
        const auto column = static_cast<std::size_t>(at - rows_[r].fields.begin());
        for (std::size_t way = 0; way < rows_[r].ways.size(); ++way)
          change(balance.adds[r][way], rows_[r].ways[way][column].number, left);
        open = true;
        return;
      }
      const Value& value = values_[static_cast<std::size_t>(field)];
      if (value.has_number())
        change(balance.known, value.number, left);
      else if (value.state != State::blank)
        complete = false;
    };
    for (const int field : relation.left)
      add(field, true);
    for (const int field : relation.right)
      add(field, false);
    for (const int field : relation.foreign_left)
      if (values_[static_cast<std::size_t>(field)].has_number())
        add(field, true);
    if (!complete || !open)
      return std::nullopt;
    balance.least.resize(rows_.size() + 1);
    balance.most.resize(rows_.size() + 1);
    for (std::size_t r = rows_.size(); r-- > 0;) {
      const auto [least, most] =
          std::minmax_element(balance.adds[r].begin(), balance.adds[r].end());
      balance.least[r] = balance.least[r + 1] + *least;
      balance.most[r] = balance.most[r + 1] + *most;
    }
    return balance;
  }

  static void change(Decimal& sum, Decimal number, bool left) {
    sum = left ? sum + number : sum - number;
  }

  /// Can every sum still become 0 when the rows before `row` are chosen?
  bool in_reach(std::size_t row) const {
    for (std::size_t b = 0; b < balances_.size(); ++b)
      if (sums_[b] + balances_[b].least[row] > Decimal() ||
          sums_[b] + balances_[b].most[row] < Decimal())
        return false;
    return true;
  }

  void choose(std::size_t row) {
    if (++steps_ > most_steps || !in_reach(row) ||
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
      for (std::size_t b = 0; b < balances_.size(); ++b)
        change(sums_[b], balances_[b].adds[row][way], true);
      choose(row + 1);
      for (std::size_t b = 0; b < balances_.size(); ++b)
        change(sums_[b], balances_[b].adds[row][way], false);
    }
  }

  const std::vector<OpenRow>& rows_;
  const std::vector<Value>& values_;
  std::vector<Balance> balances_;
  std::vector<Decimal> sums_; ///< of each balance, with the ways chosen so far
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
