// SPDX-License-Identifier: GPL-3.0-or-later
// What is missing or is no number, and that nothing settled goes unnamed.
#include "checks/check.h"
#include "checks/presence.h"
#include "small_form.h"

#include <catch2/catch.hpp>

#include <algorithm>

using namespace gouji;
using namespace gouji::test;
using Kind = Deviation::Kind;

namespace {

std::vector<Finding> values_of(const Report& report) {
  return check_values(report, evaluate_relations(report));
}

Deviation deviation(Kind kind, std::vector<int> fields, bool settled = false) {
  Deviation made = deviation_of(kind, std::move(fields), {"row", "一行"});
  made.settled = settled;
  return made;
}

} // namespace

TEST_CASE("every deviation of the matcher becomes a finding with its code and severity") {
  const struct {
    Kind kind;
    bool settled;
    const char* code;
    Severity severity;
  } cases[] = {
      {Kind::table_missing, false, "table.missing", Severity::error},
      {Kind::row_missing, false, "row.missing", Severity::error},
      {Kind::row_duplicate, false, "row.duplicate", Severity::error},
      {Kind::column_missing, false, "column.missing", Severity::error},
      {Kind::column_missing, true, "column.missing", Severity::warning},
      {Kind::label_missing, false, "label.missing", Severity::info},
      {Kind::shifted, false, "suspect.cell", Severity::info},
      {Kind::repaired, false, "suspect.cell", Severity::info},
      {Kind::ambiguous, false, "value.unreadable", Severity::error},
  };
  for (const auto& c : cases) {
    Report report = small_report();
    report.match.deviations = {deviation(c.kind, {0, -1, 1}, c.settled)};
    const auto findings = check_presence(report);
    REQUIRE(rules(findings) == Rules{c.code});
    CHECK(findings[0].severity == c.severity);
    CHECK(findings[0].fields == std::vector<int>{0, 1});
    CHECK(findings[0].message.zh.find("一行") != std::string::npos);
  }
}

TEST_CASE("blank cells of a table are told in one finding") {
  Report report = report_of(small_form(), {});
  for (const int field : {0, 1, 2, 3, 4, 5, 6, 7, 8, 9})
    report.values[static_cast<std::size_t>(field)].state = State::blank;
  const auto findings = values_of(report);
  REQUIRE(rules(findings) == Rules{"value.blank"});
  CHECK(findings[0].severity == Severity::warning);
  CHECK(findings[0].fields.size() == 10);
  CHECK(findings[0].message.en.find("10 cell(s)") != std::string::npos);
}

TEST_CASE("an empty total is told with what its parts add up to") {
  Report report = small_report();
  report.values[2].state = State::blank;
  const auto findings = values_of(report);
  REQUIRE(rules(findings) == Rules{"value.blank"});
  CHECK(findings[0].expected == Decimal(4));
}

TEST_CASE("several empty totals of a table are one finding that works them all out") {
  Report report = small_report();
  report.values[2].state = report.values[8].state = State::blank;
  const auto findings = values_of(report);
  REQUIRE(rules(findings) == Rules{"value.blank"});
  CHECK(findings[0].fields == std::vector<int>{2, 8});
  CHECK_FALSE(findings[0].expected);
  CHECK(findings[0].message.zh.find("总计为4") != std::string::npos);
  CHECK(findings[0].message.zh.find("总计为11") != std::string::npos);
}

TEST_CASE(
    "rows that could not be read for one reason are one finding, the missing column's if any") {
  Report report = small_report();
  report.match.deviations = {deviation(Kind::ambiguous, {0, 1, 2}),
                             deviation(Kind::ambiguous, {3, 4, 5})};
  auto findings = check_presence(report);
  REQUIRE(rules(findings) == Rules{"value.unreadable"});
  CHECK(findings[0].fields == std::vector<int>{0, 1, 2, 3, 4, 5});

  report.match.deviations.push_back(deviation(Kind::column_missing, {1, 4, 7}));
  findings = check_presence(report);
  REQUIRE(rules(findings) == Rules{"column.missing"});
  CHECK(findings[0].fields == std::vector<int>{0, 1, 2, 3, 4, 5, 7});
}

TEST_CASE("words in a cell are quoted, with the number that the sums want") {
  Report report = small_report();
  report.values[2] = {State::unreadable, {}, "若干", {}};
  auto findings = values_of(report);
  REQUIRE(rules(findings) == Rules{"value.unreadable"});
  CHECK(findings[0].expected == Decimal(4));
  CHECK(findings[0].message.zh.find("若干") != std::string::npos);

  report.values[1].number = Decimal(2); // the sums no longer agree on it
  findings = values_of(report);
  REQUIRE(rules(findings) == Rules{"value.unreadable"});
  CHECK_FALSE(findings[0].expected);
}

TEST_CASE("counts are whole and not below zero; amounts may have decimals, changes a sign") {
  Report report = small_report();
  report.values[9].number = Decimal::from_millionths(1'500'000);
  report.values[10].number = Decimal(-4);
  CHECK(values_of(report).empty());
  report.values[10].number = Decimal::from_millionths(-500'000);
  report.values[9].number = Decimal(-1);
  report.values[0].number = Decimal(-3);
  CHECK(rules(values_of(report)) == Rules{"value.negative", "value.negative", "value.fraction"});
}

TEST_CASE("no settled value goes without a finding that names it") {
  Report report = small_report();
  report.values[3].state = State::settled;
  report.values[4].state = State::settled;
  report.match.deviations = {deviation(Kind::column_missing, {3}, true)};
  std::vector<Finding> findings = check_presence(report);
  const auto flags = flag_settled(report, findings);
  REQUIRE(rules(flags) == Rules{"suspect.cell"});
  CHECK(flags[0].fields == std::vector<int>{4});
}

TEST_CASE("a change of any one number that stands in a sum is named by a finding") {
  const Report consistent = small_report();
  for (std::size_t field = 0; field < 9; ++field)
    for (const int change : {-1, 1, 10}) {
      Report report = consistent;
      report.values[field].number += Decimal(change);
      const auto findings = check(report);
      const bool named = std::any_of(findings.begin(), findings.end(), [&](const Finding& f) {
        return f.severity == Severity::error &&
               std::find(f.fields.begin(), f.fields.end(), static_cast<int>(field)) !=
                   f.fields.end();
      });
      CHECK(named);
    }
}
