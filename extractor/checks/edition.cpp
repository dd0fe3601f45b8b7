// SPDX-License-Identifier: GPL-3.0-or-later
// Which edition of the form the report uses, and which was due.
#include "checks/form_checks.h"
#include "checks/messages.h"

#include <map>
#include <set>

namespace gouji {

std::vector<Finding> check_edition(const Report& report) {
  const Layout& layout = *report.layout;
  std::vector<Finding> findings;
  const auto add = [&](Words message) -> Finding& {
    Finding& finding = findings.emplace_back();
    finding.rule = "form.edition";
    finding.severity = Severity::warning;
    finding.message = std::move(message);
    return finding;
  };

  std::map<std::string, std::vector<const Deviation*>> by_edition;
  for (const Deviation& deviation : report.match.deviations)
    if (deviation.kind == Deviation::Kind::foreign_wording)
      by_edition[deviation.edition].push_back(&deviation);
  for (const auto& [edition, deviations] : by_edition) {
    Words what;
    std::set<int> fields;
    std::vector<Place> places;
    for (const Deviation* deviation : deviations) {
      const Words separator = what.en.empty() ? Words{} : fill(phrases::cell_separator);
      what.en += separator.en + deviation->what.en;
      what.zh += separator.zh + deviation->what.zh;
      for (const int field : deviation->fields)
        if (field >= 0)
          fields.insert(field);
      if (deviation->place != Place{})
        places.push_back(deviation->place);
    }
    Finding& finding = add(fill(phrases::edition_mixed, edition, what));
    finding.fields.assign(fields.begin(), fields.end());
    finding.places = std::move(places);
  }

  if (report.year != 0 && (report.year < layout.first_year ||
                           (layout.last_year != 0 && report.year > layout.last_year)))
    add(fill(phrases::edition_not_due, report.year, layout.title));
  return findings;
}

} // namespace gouji
