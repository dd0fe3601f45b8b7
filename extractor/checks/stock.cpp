// SPDX-License-Identifier: GPL-3.0-or-later
// Documents in force: this year's against what was issued and repealed, and against last year's.
#include "checks/cells.h"
#include "checks/form_checks.h"

#include <algorithm>

namespace gouji {
namespace {

/// The number of the field that has the same id in `prior`'s form.
std::optional<Decimal> prior_number(const Report& report, const Report& prior, int field) {
  const auto same =
      find_field(*prior.layout, report.layout->fields.at(static_cast<std::size_t>(field)).id);
  return same ? number_or_blank(prior, *same) : std::nullopt;
}

} // namespace

std::vector<Finding> check_stock(const Report& report, const Report* prior) {
  std::vector<Finding> findings;
  const bool compare = prior && prior->layout && is_year_before(report, *prior);
  for (const StockRule& rule : report.layout->stocks) {
    const Value& value = report.values.at(static_cast<std::size_t>(rule.stock));
    const auto added = number_or_blank(report, rule.added);
    const auto removed = number_or_blank(report, rule.removed);
    if (!value.has_number() || !added || !removed)
      continue; // a stock that is not stated is not wrong
    const auto last = compare ? prior_number(report, *prior, rule.stock) : std::nullopt;
    const Decimal expected = last.value_or(Decimal()) + *added - *removed;
    if (last ? value.number == expected : value.number >= expected)
      continue;
    Finding finding;
    finding.rule = rule.id;
    finding.severity = rule.severity;
    finding.message = fill_named(last ? rule.prior_message : rule.message,
                                 {{"stock", same_words(value.number.text())},
                                  {"added", same_words(added->text())},
                                  {"removed", same_words(removed->text())},
                                  {"prior", same_words(last.value_or(Decimal()).text())},
                                  {"expected", same_words(expected.text())}});
    finding.fields = {rule.added, rule.removed, rule.stock};
    finding.expected = expected;
    finding.actual = value.number;
    findings.push_back(std::move(finding));
  }
  return findings;
}

} // namespace gouji
