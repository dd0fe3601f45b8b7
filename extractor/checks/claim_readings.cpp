// SPDX-License-Identifier: GPL-3.0-or-later
#include "checks/claim_readings.h"

#include "checks/cells.h"
#include "checks/relations.h"

#include <algorithm>

namespace gouji {

bool says(const Figure& figure, Decimal number) {
  // "100余件" may be anything up to a fifth more, "近100件" anything a fifth off.
  const std::int64_t fifth = figure.value.millionths() / 5 + Decimal::one;
  const std::int64_t off = number.millionths() - figure.value.millionths();
  switch (figure.kind) {
  case Figure::Kind::exact:
    return off == 0;
  case Figure::Kind::more:
    return 0 <= off && off <= fifth;
  case Figure::Kind::about:
    return -fifth <= off && off <= fifth;
  }
  return false;
}

Readings::Readings(const Report& report) : layout_(*report.layout) {
  for (std::size_t i = 0; i < report.values.size(); ++i) {
    const int field = static_cast<int>(i);
    numbers_.push_back(number_or_blank(report, field));
    if (report.values[i].state == State::blank)
      if (const auto parts = derived_number(report, field))
        numbers_.back() = parts;
  }
  for (const RelationResult& result : evaluate_relations(report))
    if (result.checkable && !result.holds())
      doubtful_.insert(result.fields.begin(), result.fields.end());
}

std::optional<Decimal> Readings::term(const ClaimReading::Term& term) const {
  Decimal sum;
  bool missing = false, foreign = false;
  for (const int field : term.fields) {
    const auto index = static_cast<std::size_t>(field);
    const std::optional<Decimal>& number = numbers_.at(index);
    const bool other = !layout_.fields[index].edition.empty();
    foreign = foreign || (other && number);
    missing = missing || (!other && !number);
    sum += number.value_or(Decimal());
  }
  // A printed row of another edition stands for the rows of its group.
  if (missing && !foreign)
    return std::nullopt;
  return sum;
}

std::optional<Decimal> Readings::number(const ClaimReading& reading) const {
  Decimal sum;
  for (const ClaimReading::Term& part : reading.terms) {
    const auto value = term(part);
    if (!value)
      return std::nullopt;
    sum = part.minus ? sum - *value : sum + *value;
  }
  return sum;
}

bool Readings::may_vouch(const ClaimReading& reading) const {
  return !reading.second ||
         std::none_of(reading.terms.begin(), reading.terms.end(), [&](const auto& part) {
           return std::any_of(part.fields.begin(), part.fields.end(),
                              [&](int field) { return doubtful_.contains(field); });
         });
}

bool Readings::fits(const ClaimRule& rule, const Figure& figure) const {
  return std::any_of(rule.readings.begin(), rule.readings.end(), [&](const ClaimReading& reading) {
    const auto value = number(reading);
    return value && may_vouch(reading) && says(figure, *value);
  });
}

bool Readings::unknown(const ClaimRule& rule) const {
  return std::any_of(rule.readings.begin(), rule.readings.end(),
                     [&](const ClaimReading& reading) { return !number(reading); });
}

} // namespace gouji
