// SPDX-License-Identifier: GPL-3.0-or-later
// Pairs of years by agency: SQL finds them, the checks compare them.
#include "archive/prior_years.h"

#include "archive/archive_reading.h"
#include "checks/form_checks.h"

#include <algorithm>

namespace gouji {

namespace {

struct Pair {
  std::int64_t document, prior;
};

std::vector<Pair> pairs_of_years(Database& db) {
  Statement rows = db.prepare(
      "SELECT d.id, p.id FROM document d JOIN report_of_year p ON p.agency = d.agency AND "
      "p.year = d.year - 1 WHERE d.layout IS NOT NULL ORDER BY d.sha256");
  std::vector<Pair> pairs;
  while (rows.row())
    pairs.push_back({rows.integer(0), rows.integer(1)});
  return pairs;
}

/// What is found only because last year's report is at hand.
std::vector<Finding> findings_between(const Report& report, const Report& prior) {
  std::vector<Finding> findings = check_prior_year(report, prior);
  const std::vector<Finding> alone = check_stock(report, nullptr);
  for (Finding& finding : check_stock(report, &prior))
    if (std::find(alone.begin(), alone.end(), finding) == alone.end())
      findings.push_back(std::move(finding));
  return findings;
}

} // namespace

void compare_years(Archive& archive, const Layouts& layouts, bool wanted) {
  archive.set_setting("prior", wanted ? "1" : "0");
  archive.clear_year_findings();
  if (!wanted)
    return;
  ArchiveReading reading(archive.database(), layouts);
  for (const Pair& pair : pairs_of_years(archive.database())) {
    const Outcome outcome = reading.document(pair.document, Findings::none);
    const Outcome prior = reading.document(pair.prior, Findings::none);
    if (outcome.report.layout && prior.report.layout)
      archive.add_year_findings(pair.document, pair.prior,
                                findings_between(outcome.report, prior.report),
                                outcome.report.layout->id);
  }
}

} // namespace gouji
