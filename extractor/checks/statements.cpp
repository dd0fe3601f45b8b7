// SPDX-License-Identifier: GPL-3.0-or-later
// What a section has to state.
#include "checks/form_checks.h"
#include "text/normalize.h"

#include <algorithm>

namespace gouji {

std::vector<Finding> check_statements(const Report& report) {
  std::vector<Finding> findings;
  for (const StatementRule& rule : report.layout->statements) {
    if (report.year != 0 && report.year < rule.first_year)
      continue;
    const Section* there = nullptr;
    const bool stated =
        std::any_of(report.sections.begin(), report.sections.end(), [&](const Section& section) {
          if (section.number != rule.section)
            return false;
          there = &section;
          const std::string text = normalized(section.text);
          return std::any_of(rule.phrases.begin(), rule.phrases.end(), [&](const std::string& p) {
            return text.find(normalized(p)) != std::string::npos;
          });
        });
    if (stated || !there)
      continue;
    Finding& finding = findings.emplace_back();
    finding.rule = rule.id;
    finding.severity = rule.severity;
    finding.message = rule.message;
    finding.places.push_back({-1, -1, -1, there->origin});
    finding.quote = there->printed_title;
  }
  return findings;
}

} // namespace gouji
