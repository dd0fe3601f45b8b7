// SPDX-License-Identifier: GPL-3.0-or-later
// The number that settles a finding.
#include "checks/check.h"
#include "checks/repair.h"
#include "small_form.h"

#include <catch2/catch.hpp>

using namespace gouji;
using namespace gouji::test;

namespace {

/// The repair of the first finding of `rule`.
std::optional<Repair> repair_of(const Report& report, const std::string& rule) {
  for (const Finding& finding : check(report))
    if (finding.rule == rule)
      return find_repair(report, finding);
  FAIL("no finding " << rule);
  return std::nullopt;
}

} // namespace

TEST_CASE("a wrong cell's broken sums agree on the number that belongs there") {
  Report report = small_report();
  report.values[2].number = Decimal(9);
  const Repair right{2, Decimal(4)};
  CHECK(repair_of(report, "row.a") == right);
  CHECK(repair_of(report, "column.total") == right);
  CHECK(repair_of(report, "suspect.cell") == right);
}

TEST_CASE("no number is proposed where two cells would do") {
  Report report = small_report();
  report.values[0].number = Decimal(4); // 甲, 个人
  report.values[1].number = Decimal(2); // 甲, 单位: the row is off by both
  CHECK(repair_of(report, "row.a") == std::nullopt);
}

TEST_CASE("no number is proposed that could not stand in the cell") {
  CHECK(repair_of(report_of(small_form(), {9, 1, 4, 0, 0, 0, 3, 1, 4}), "row.a") ==
        Repair{0, Decimal(3)});
  // The sums want -2 of 甲, 个人.
  CHECK(repair_of(report_of(small_form(), {1, 6, 4, 4, 0, 4, 2, 6, 8}), "row.a") == std::nullopt);
}

TEST_CASE("cells that settle as many sums keep each other from being proposed") {
  Report report = small_report();
  for (const std::size_t total : {6u, 7u, 8u}) // no column can be checked
    report.values[total].state = State::absent;
  report.values[2].number = Decimal(9);
  CHECK(repair_of(report, "row.a") == std::nullopt);
}

TEST_CASE("a blank total is filled with what its parts add up to") {
  Report report = small_report();
  report.values[2].state = State::blank;
  CHECK(repair_of(report, "value.blank") == Repair{2, Decimal(4)});
}

TEST_CASE("a statement of the prose proposes no number") {
  const Report report = small_report();
  Finding finding;
  finding.rule = "narrative.received";
  finding.fields = {2};
  finding.expected = Decimal(4);
  finding.quote = "收到5件。";
  CHECK(find_repair(report, finding) == std::nullopt);
  CHECK(find_repair(Report{}, finding) == std::nullopt);
}
