// SPDX-License-Identifier: GPL-3.0-or-later
// Every check, one after the other, and the order in which their findings are told.
#include "checks/check.h"

#include "checks/claims.h"
#include "checks/form_checks.h"
#include "checks/presence.h"
#include "checks/relations.h"
#include "checks/suspect.h"

#include <algorithm>
#include <iterator>

namespace gouji {
namespace {

void add(std::vector<Finding>& findings, std::vector<Finding> more) {
  std::move(more.begin(), more.end(), std::back_inserter(findings));
}

} // namespace

std::vector<Finding> check(const Report& report, const Report* prior) {
  std::vector<Finding> findings;
  if (!report.layout)
    return findings;
  const std::vector<RelationResult> relations = evaluate_relations(report);
  add(findings, check_presence(report));
  add(findings, check_relations(report, relations));
  add(findings, check_values(report, relations));
  add(findings, check_suspects(report, relations));
  add(findings, check_sections(report));
  add(findings, check_edition(report));
  add(findings, check_period(report));
  add(findings, check_statements(report));
  add(findings, check_stock(report, prior));
  add(findings, check_narrative(report, prior));
  if (prior)
    add(findings, check_prior_year(report, *prior));
  add(findings, flag_settled(report, findings));
  std::stable_sort(findings.begin(), findings.end(),
                   [](const Finding& a, const Finding& b) { return a.severity < b.severity; });
  return findings;
}

} // namespace gouji
