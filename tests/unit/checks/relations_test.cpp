// SPDX-License-Identifier: GPL-3.0-or-later
// The sums of a form and the cell that broken ones point to.
#include "checks/relations.h"
#include "checks/suspect.h"
#include "small_form.h"

#include <catch2/catch.hpp>

using namespace gouji;
using namespace gouji::test;

namespace {

std::vector<Finding> broken(const Report& report) {
  return check_relations(report, evaluate_relations(report));
}
std::vector<Finding> suspects(const Report& report) {
  return check_suspects(report, evaluate_relations(report));
}

} // namespace

TEST_CASE("a report whose sums hold has no finding") {
  CHECK(broken(small_report()).empty());
  CHECK(suspects(small_report()).empty());
}

TEST_CASE("a broken sum names every field of both sides and both sums") {
  Report report = small_report();
  report.values[2].number = Decimal(9);
  const auto findings = broken(report);
  REQUIRE(rules(findings) == Rules{"row.a", "column.total"});
  CHECK(findings[0].severity == Severity::error);
  CHECK(findings[0].fields == std::vector<int>{0, 1, 2});
  CHECK(findings[0].expected == Decimal(4));
  CHECK(findings[0].actual == Decimal(9));
  CHECK(findings[0].message.en == "4 is not 9");
}

TEST_CASE("a blank part counts as 0 and the message says so") {
  Report report = small_report();
  report.values[1].state = State::blank;
  const auto findings = broken(report);
  REQUIRE(rules(findings) == Rules{"row.a", "column.y"});
  CHECK(findings[0].expected == Decimal(3));
  CHECK(findings[0].message.zh.find("按0计") != std::string::npos);
  CHECK(findings[0].message.zh.find("甲") != std::string::npos);

  Report zero = report_of(small_form(), {3, 0, 3, 5, 2, 7, 8, 2, 10});
  zero.values[1].state = State::blank;
  CHECK(broken(zero).empty());
}

TEST_CASE("a total that is not filled in is never called wrong") {
  Report report = small_report();
  report.values[2].state = State::blank;
  CHECK(broken(report).empty());
  CHECK(derived_number(report, 2) == Decimal(4));

  Report nothing = report_of(small_form(), {0, 0, 0, 5, 2, 7, 5, 2, 8});
  nothing.values[2].state = State::blank; // its parts are 0: so is the total
  CHECK(rules(broken(nothing)) == Rules{"row.sum", "column.total"});
}

TEST_CASE("a sum with a number that is absent or illegible is not judged") {
  for (const State state : {State::absent, State::unreadable}) {
    Report report = small_report();
    report.values[2].number = Decimal(9);
    report.values[0].state = state;
    CHECK(rules(broken(report)) == Rules{"column.total"});
  }
}

TEST_CASE("a row of another edition counts in the sum and excuses what it stands for") {
  Layout layout = small_form();
  layout.fields.push_back({"t.old.x", 0, 0, 0, 0, Unit::count, "count", "old"});
  layout.relations[3].foreign_left = {11};
  Report report = report_of(layout, {3, 1, 4, 5, 2, 7, 8, 3, 11, 0, 0, 5});
  report.values[3].state = State::absent;
  CHECK(rules(broken(report)).empty());
  report.match.deviations.push_back(deviation_of(Deviation::Kind::foreign_wording, {11, 3}, {}));
  CHECK(rules(broken(report)).empty());
  report.values[11].number = Decimal(6);
  const auto findings = broken(report);
  REQUIRE(rules(findings) == Rules{"column.x"});
  CHECK(findings[0].fields == std::vector<int>{11, 0, 6});
}

TEST_CASE("two sums that are off by the same point to the cell they share") {
  Report report = small_report();
  report.values[4].number = Decimal(12); // b.y, should be 2
  const auto findings = suspects(report);
  REQUIRE(rules(findings) == Rules{"suspect.cell"});
  CHECK(findings[0].fields == std::vector<int>{4});
  CHECK(findings[0].expected == Decimal(2));
  CHECK(findings[0].actual == Decimal(12));
  CHECK(findings[0].severity == Severity::info);
}

TEST_CASE("no cell is suspected when the sums are off by different amounts or one alone is") {
  Report report = small_report();
  report.values[3].number = Decimal(6);
  report.values[4].number = Decimal(3);
  CHECK(suspects(report).empty());

  Report alone = small_report();
  alone.values[1].number = Decimal(2);
  alone.values[7].number = Decimal(4);
  CHECK(suspects(alone).empty());
}
