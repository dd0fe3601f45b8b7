// SPDX-License-Identifier: GPL-3.0-or-later
// What last year handed over against what this year received.
#include "checks/cells.h"
#include "checks/form_checks.h"
#include "checks/messages.h"

namespace gouji {

bool is_year_before(const Report& report, const Report& prior) {
  return report.year == 0 || prior.year == 0 || prior.year == report.year - 1;
}

std::vector<Finding> check_prior_year(const Report& report, const Report& prior) {
  std::vector<Finding> findings;
  if (!prior.layout || report.layout->carries.empty())
    return findings;
  if (!is_year_before(report, prior)) {
    Finding& finding = findings.emplace_back();
    finding.rule = report.layout->carries.front().id;
    finding.severity = Severity::info;
    finding.message = fill(phrases::prior_not_last_year, prior.year, report.year);
    return findings;
  }
  for (const CarryRule& rule : report.layout->carries) {
    const LayoutField& from = report.layout->fields.at(static_cast<std::size_t>(rule.from));
    const auto there = find_field(*prior.layout, from.id);
    const auto handed = there ? number_or_blank(prior, *there) : std::nullopt;
    const auto received = number_or_blank(report, rule.to);
    if (!handed || !received || *handed == *received)
      continue;
    Finding finding;
    finding.rule = rule.id;
    finding.severity = rule.severity;
    finding.message = fill_named(rule.message, {{"value", same_words(received->text())},
                                                {"prior", same_words(handed->text())}});
    finding.fields = {rule.to};
    finding.expected = handed;
    finding.actual = received;
    findings.push_back(std::move(finding));
  }
  return findings;
}

} // namespace gouji
