// SPDX-License-Identifier: GPL-3.0-or-later
// Depth-first search for the cuts of a run of digits.
#include "matching/glued_numbers.h"

#include "text/characters.h"
#include "text/normalize.h"
#include "text/numerals.h"

#include <algorithm>
#include <string>

namespace gouji {
namespace {

constexpr long most_steps = 200'000;     // bounds the search for one run
constexpr std::size_t most_ways = 100;   // more are never told apart by other rows
constexpr std::size_t longest_run = 200; // characters; a row of a form is far shorter

/// All cuts of a run, at most `most` of them; only those that make the relations true when there
/// are any.
class Search {
public:
  Search(std::string_view run, const std::vector<std::optional<Unit>>& units,
         const std::vector<RowRelation>& relations, int cell, std::size_t most)
      : run_(run), units_(units), relations_(relations), cell_(cell), most_(most),
        numbers_(units.size()) {
    cut(0, 0);
  }
  /// Empty when there are too many to be looked through.
  std::vector<Cut> take() {
    if (steps_ > most_steps)
      ways_.clear();
    return std::move(ways_);
  }

private:
  void cut(std::size_t at, std::size_t column) {
    if (ways_.size() >= most_ || ++steps_ > most_steps || !true_so_far(column))
      return;
    while (at < run_.size() && run_[at] == ' ')
      ++at;
    if (column == units_.size()) {
      if (at == run_.size())
        ways_.push_back(numbers_);
      return;
    }
    if (!units_[column]) {
      cut(at, column + 1);
      return;
    }
    if (at == run_.size())
      return;
    if (run_[at] == '/' || run_[at] == '-') {
      numbers_[column] = {State::blank, {}, cell_, false};
      cut(at + 1, column + 1);
    }
    for (std::size_t end = at + 1; end <= run_.size(); ++end) {
      const auto number = canonical(run_.substr(at, end - at), *units_[column]);
      if (!number)
        continue;
      numbers_[column] = {State::settled, *number, cell_, false};
      cut(behind_unit(end), column + 1);
    }
    numbers_[column] = {};
  }

  /// The number as a program prints it; nothing for other text.
  static std::optional<Decimal> canonical(std::string_view text, Unit unit) {
    std::string digits;
    std::string_view rest = text;
    if (unit == Unit::signed_count && rest.starts_with('-')) {
      digits = "-";
      rest.remove_prefix(1);
    }
    const std::size_t whole = std::min(rest.find('.'), rest.size());
    if (whole == 0 || (whole < rest.size() && (unit != Unit::amount || whole + 1 == rest.size())) ||
        (rest.front() == '0' && (whole > 1 || !digits.empty())))
      return std::nullopt;
    const bool grouped = rest.find(',') != rest.npos; // "12,345"
    for (std::size_t i = 0; i < rest.size(); ++i) {
      const bool comma = grouped && i > 0 && i < whole && (whole - i) % 4 == 0;
      if (i == whole || (comma && rest[i] == ','))
        digits += i == whole ? "." : "";
      else if (is_ascii_digit(rest[i]) && !comma)
        digits += rest[i];
      else
        return std::nullopt;
    }
    return Decimal::parse(digits);
  }

  std::size_t behind_unit(std::size_t at) const {
    std::size_t length = 0;
    for (const std::string_view unit : detail::units)
      if (run_.substr(at).starts_with(unit))
        length = std::max(length, unit.size());
    return at + length;
  }

  /// Are the relations true whose last column is the one before `column`?
  bool true_so_far(std::size_t column) const {
    return std::all_of(relations_.begin(), relations_.end(), [&](const RowRelation& relation) {
      int last = 0;
      for (const auto* side : {&relation.left, &relation.right})
        last = std::max(last, *std::max_element(side->begin(), side->end()));
      return static_cast<std::size_t>(last) + 1 != column || holds({relation}, known(numbers_));
    });
  }

  std::string_view run_;
  const std::vector<std::optional<Unit>>& units_;
  const std::vector<RowRelation>& relations_;
  const int cell_;
  const std::size_t most_;
  Cut numbers_;
  std::vector<Cut> ways_;
  long steps_ = 0;
};

} // namespace

std::vector<Cut> cut_run(std::string_view printed, const std::vector<std::optional<Unit>>& units,
                         const std::vector<RowRelation>& relations, int cell) {
  std::string run = normalized_prose(printed);
  if (run.size() > longest_run)
    return {};
  std::vector<Cut> any = Search(run, units, {}, cell, 2).take();
  if (any.size() == 1)
    return any;
  if (any.size() > 1) {
    std::vector<Cut> ways = Search(run, units, relations, cell, most_ways).take();
    if (ways.size() == most_ways)
      return {};
    if (!ways.empty())
      return ways;
  }
  if (relations.empty())
    return {};
  std::erase(run, ' ');
  std::vector<Cut> ways = Search(run, units, relations, cell, 2).take();
  if (ways.size() != 1)
    ways.clear();
  return ways;
}

} // namespace gouji
