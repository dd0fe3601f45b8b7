// SPDX-License-Identifier: GPL-3.0-or-later
// Findings as lines that people read and editors jump along:
// file:page:table:row label:column label: severity: message [rule]
#include "writers/names.h"
#include "writers/outputs.h"

#include <fmt/format.h>

namespace gouji {

namespace {

std::string number_or_nothing(int number) {
  return number > 0 ? fmt::format("{}", number) : "";
}

/// "page:table:row label:column label", each empty when it does not apply. A sum's finding names
/// many cells: the last of its fields is the total that the form prints, so that one is pointed at.
std::string where(const Report& report, const Finding& finding, Language language) {
  Place place;
  FieldLabels labels;
  if (report.layout && !finding.fields.empty()) {
    const int field = finding.fields.back();
    place = report.values.at(static_cast<std::size_t>(field)).place;
    labels = field_labels(*report.layout, field, language);
  } else if (!finding.places.empty())
    place = finding.places.front();
  return fmt::format("{}:{}:{}:{}", number_or_nothing(place.origin.page),
                     number_or_nothing(place.table + 1), one_line(labels.row),
                     one_line(labels.column));
}

} // namespace

Result<std::string> write_findings_text(std::span<const Outcome> outcomes, Language language) {
  std::string out;
  for (const Outcome& outcome : outcomes)
    for (const Finding& finding : outcome.findings)
      out += fmt::format("{}:{}: {}: {} [{}]\n", one_line(outcome.source.name),
                         where(outcome.report, finding, language),
                         severity_words(finding.severity).in(language),
                         one_line(finding.message.in(language)), finding.rule);
  return out;
}

} // namespace gouji
