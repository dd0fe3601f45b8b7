// SPDX-License-Identifier: GPL-3.0-or-later
// Property: of a consistent report, change any one number that stands in a sum, and an error names
// the field; the few numbers that stand in none are listed, so that nobody takes them for checked.
#include "checks/check.h"
#include "form_report.h"

#include <algorithm>
#include <set>

using namespace gouji;
using namespace gouji::test;

TEST_CASE("any one number changed in a consistent report is named by an error") {
  const std::string id = GENERATE("ogi-2021", "ogi-2019");
  Report report = form_report();
  if (id == "ogi-2019") {
    report.layout = std::make_shared<const Layout>(gouji_test::shipped_layout(id));
    report.values.clear();
    for (const LayoutField& field : report.layout->fields)
      report.values.push_back(
          {field.edition.empty() ? State::read : State::absent, Decimal(), "0", {}});
  }
  std::set<int> summed;
  for (const Relation& relation : report.layout->relations) {
    summed.insert(relation.left.begin(), relation.left.end());
    summed.insert(relation.right.begin(), relation.right.end());
  }
  const auto is_error = [](const Finding& finding) {
    return finding.severity == Severity::error && !finding.rule.starts_with("section.");
  };
  const std::vector<Finding> before = check(report);
  REQUIRE(std::none_of(before.begin(), before.end(), is_error));

  std::vector<std::string> unchecked;
  for (std::size_t field = 0; field < report.values.size(); ++field) {
    const LayoutField& of = report.layout->fields[field];
    if (!of.edition.empty())
      continue;
    INFO(of.id);
    const Decimal right = report.values[field].number;
    report.values[field].number += Decimal(1);
    const std::vector<Finding> findings = check(report);
    const bool named = std::any_of(findings.begin(), findings.end(), [&](const Finding& finding) {
      return is_error(finding) &&
             std::count(finding.fields.begin(), finding.fields.end(), static_cast<int>(field)) > 0;
    });
    CHECK(named == summed.contains(static_cast<int>(field)));
    if (!named)
      unchecked.push_back(of.id);
    report.values[field].number = right;
  }
  // Table 2 has no sums: its numbers cannot be checked inside one report.
  CHECK(unchecked.size() == (id == "ogi-2021" ? 10 : 22));
  CHECK(std::all_of(unchecked.begin(), unchecked.end(),
                    [](const std::string& name) { return name.starts_with("proactive."); }));
}
