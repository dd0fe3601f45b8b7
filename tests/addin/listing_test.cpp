// SPDX-License-Identifier: GPL-3.0-or-later
// What the findings panel says.
#include "checks/check.h"
#include "listing.h"
#include "unit/checks/small_form.h"

#include <catch2/catch.hpp>

using namespace gouji;
using namespace gouji::addin;
using namespace gouji::test;

namespace {

/// The small form with its first total wrong, each field in a cell of table 0.
Outcome wrong_total() {
  Outcome outcome;
  outcome.report = small_report();
  outcome.report.agency = "某局";
  for (std::size_t i = 0; i < outcome.report.values.size(); ++i)
    outcome.report.values[i].place = {0, static_cast<int>(i / 3), static_cast<int>(i % 3), {}};
  outcome.report.values[2].number = Decimal(9);
  outcome.findings = check(outcome.report);
  return outcome;
}

std::vector<std::size_t> all(const Outcome& outcome) {
  std::vector<std::size_t> order(outcome.findings.size());
  for (std::size_t i = 0; i < order.size(); ++i)
    order[i] = i;
  return order;
}

} // namespace

TEST_CASE("findings are listed by table with numbers, row and column") {
  const Outcome outcome = wrong_total();
  const std::vector<bool> none(outcome.findings.size(), false);
  const auto groups = list_findings(outcome, all(outcome), none, Language::chinese);
  REQUIRE(groups.size() == 2);
  CHECK(groups[0].title == "报告整体");
  CHECK(groups[1].title == "表一");
  REQUIRE(groups[1].findings.size() >= 3);
  CHECK(groups[1].findings[0].text == "4 ≠ 9，甲 · 总计");
  CHECK(groups[1].findings[2].text == "9 → 4，甲 · 总计");
}

TEST_CASE("an ignored finding is neither listed nor counted") {
  const Outcome outcome = wrong_total();
  std::vector<bool> ignored(outcome.findings.size(), true);
  CHECK(list_findings(outcome, all(outcome), ignored, Language::english).empty());
  CHECK(verdict_line(outcome, ignored, Language::english) == "Everything adds up.");
  ignored[0] = false;
  CHECK(verdict_line(outcome, ignored, Language::english) == "1 error, 0 warnings, 0 notes.");
}

TEST_CASE("the form line says what was recognised and what was not found") {
  Outcome outcome = wrong_total();
  CHECK(form_line(outcome, Language::english) ==
        "Form: small form · 2023 · 某局. All its tables and rows were found.");
  outcome.report.match.deviations = {
      deviation_of(Deviation::Kind::row_missing, {3}, {"row 乙", "“乙”一行"})};
  CHECK(form_line(outcome, Language::chinese) == "格式：小表 · 2023年 · 某局。未找到：“乙”一行。");
  outcome.report.layout = nullptr;
  outcome.notes = {{{"no form", "没有表"}, {}}};
  CHECK(form_line(outcome, Language::chinese) == "没有表");
}

TEST_CASE("a finding is told in full with the number that would settle it") {
  const Outcome outcome = wrong_total();
  const auto repair = find_repair(outcome.report, outcome.findings[0]);
  REQUIRE(repair);
  CHECK(finding_text(outcome, outcome.findings[0], repair, Language::chinese) ==
        "错误，“甲”总计\n4不等于9\n“甲”总计改为4即可相符。");
}

TEST_CASE("a long row label is cut for the list") {
  Outcome outcome = wrong_total();
  Layout layout = *outcome.report.layout;
  layout.tables[0].blocks[0].rows[0].label.text = "（六）其他处理一二三四五六七八九十";
  outcome.report.layout = std::make_shared<const Layout>(layout);
  const std::vector<bool> none(outcome.findings.size(), false);
  const auto groups = list_findings(outcome, all(outcome), none, Language::chinese);
  CHECK(groups.at(1).findings.at(0).text == "4 ≠ 9，（六）其他处理一二三四五六… · 总计");
}
