// SPDX-License-Identifier: GPL-3.0-or-later
// Sections, statements, period, edition, and last year's report.
#include "checks/check.h"
#include "checks/form_checks.h"
#include "small_form.h"

#include <catch2/catch.hpp>

using namespace gouji;
using namespace gouji::test;

namespace {

Section section(int number, std::string printed, std::string text) {
  Section s;
  s.number = number;
  s.printed_title = std::move(printed);
  s.text = text;
  Paragraph paragraph;
  paragraph.text = std::move(text);
  s.paragraphs.push_back(paragraph);
  return s;
}

Report whole_report() {
  Report report = small_report();
  report.sections = {section(1, "一、总体情况", "统计期限自2023年1月1日起，至2023年12月31日止。"),
                     section(2, "二、其他事项", "未收取信息处理费。")};
  return report;
}

} // namespace

TEST_CASE("a whole report has no finding") {
  CHECK(check(whole_report()).empty());
}

TEST_CASE("a report without a form has no finding") {
  CHECK(check(Report{}).empty());
}

TEST_CASE("a missing section, another order and another title are told apart") {
  Report report = whole_report();
  std::swap(report.sections[0], report.sections[1]);
  CHECK(rules(check_sections(report)) == Rules{"section.order"});
  report.sections.erase(report.sections.begin());
  CHECK(rules(check_sections(report)) == Rules{"section.missing"});

  Report other = whole_report();
  other.sections[1].printed_title = "二、其它事项：";
  CHECK(rules(check_sections(other)) == Rules{"section.title"});
  other.sections[1].printed_title = "二 、其他 事项。";
  other.sections.push_back(section(1, "一、总体情况", "再次。")); // tables behind the prose
  CHECK(check_sections(other).empty());
}

TEST_CASE(
    "a section that does not state what it must is told, but not before the year of the duty") {
  Report report = whole_report();
  report.sections[1].text = "无";
  CHECK(rules(check_statements(report)) == Rules{"fee.statement_missing"});
  report.year = 2020;
  CHECK(check_statements(report).empty());
  report.year = 0;
  CHECK(check_statements(report).size() == 1);
  report.sections.pop_back(); // the section is missing: that is another finding
  CHECK(check_statements(report).empty());
}

TEST_CASE("the stated period must be the report's year") {
  const auto findings_on = [](std::string sentence) {
    Report report = small_report();
    report.preamble.resize(1);
    report.preamble[0].text = "前言。" + std::move(sentence);
    return check_period(report);
  };
  for (const char* good :
       {"统计期限自2023年1月1日起，至2023年12月31日止。", "统计时限为2023 年 1 月 1 日至12月31日",
        "统计期限：2023.1.1—2023.12.31", "统计期限为2023年1月至12月",
        "统计期限为二〇二三年一月一日至十二月三十一日。",
        "统计期限为２０２３年１月１日到１２月３１日", "统计时间为2023-01-01至2023-12-31",
        "2022年1月1日至2022年12月31日的工作另行报告。", "数据统计截至2023年12月31日。"})
    CHECK(findings_on(good).empty());
  for (const char* wrong :
       {"统计期限自2022年1月1日起，至2022年12月31日止。", "统计期限为2023年1月1日至11月30日。",
        "统计期限为2022年12月1日至2023年12月31日。"}) {
    const auto findings = findings_on(wrong);
    REQUIRE(rules(findings) == Rules{"period.mismatch"});
    CHECK(findings[0].quote == wrong);
  }
}

TEST_CASE("a form that is not due for the year, or mixed with another, is told") {
  Report report = whole_report();
  report.year = 2024;
  CHECK(rules(check_edition(report)) == Rules{"form.edition"});
  report.year = 0;
  CHECK(check_edition(report).empty());
  report.match.deviations = {deviation_of(Deviation::Kind::foreign_wording, {0, 1}, {"a", "甲"}),
                             deviation_of(Deviation::Kind::foreign_wording, {3}, {"b", "乙"})};
  const auto findings = check_edition(report);
  REQUIRE(rules(findings) == Rules{"form.edition"});
  CHECK(findings[0].fields == std::vector<int>{0, 1, 3});
  CHECK(findings[0].message.zh.find("甲；乙") != std::string::npos);
}

TEST_CASE("the stock is held against the year's changes, and against last year's stock") {
  Layout layout = small_form();
  StockRule rule;
  rule.id = "stock.in_force";
  rule.added = 0;
  rule.removed = 1;
  rule.stock = 2;
  rule.message = {"{stock} {added} {removed}", ""};
  rule.prior_message = {"{prior} {expected}", ""};
  layout.relations.clear();
  layout.stocks = {rule};
  const Report fewer = report_of(layout, {5, 1, 3});
  auto findings = check_stock(fewer, nullptr);
  REQUIRE(rules(findings) == Rules{"stock.in_force"});
  CHECK(findings[0].message.en == "3 5 1");
  CHECK(findings[0].expected == Decimal(4));

  const Report more = report_of(layout, {5, 1, 30});
  CHECK(check_stock(more, nullptr).empty());
  Report prior = report_of(layout, {0, 0, 20});
  prior.year = 2022;
  findings = check_stock(more, &prior);
  REQUIRE(rules(findings) == Rules{"stock.in_force"});
  CHECK(findings[0].message.en == "20 24");
  prior.values[2].number = Decimal(26);
  CHECK(check_stock(more, &prior).empty());
  prior.year = 2020; // not the year before: no comparison
  prior.values[2].number = Decimal(1);
  CHECK(check_stock(more, &prior).empty());
}

TEST_CASE("what last year handed over must be what this year received, in every column") {
  Layout layout = small_form();
  for (const int column : {0, 1, 2}) {
    CarryRule rule;
    rule.id = "carry.prior_year";
    rule.from = 6 + column;
    rule.to = column;
    rule.message = {"{value} {prior}", ""};
    layout.carries.push_back(rule);
  }
  const Report report = report_of(layout, {8, 2, 10});
  Report prior = report_of(layout, {0, 0, 0, 0, 0, 0, 8, 3, 11});
  prior.year = 2022;
  const auto findings = check_prior_year(report, prior);
  REQUIRE(rules(findings) == Rules{"carry.prior_year", "carry.prior_year"});
  CHECK(findings[0].fields == std::vector<int>{1});
  CHECK(findings[0].expected == Decimal(3));
  CHECK(findings[0].actual == Decimal(2));
  CHECK(findings[0].severity == Severity::error);

  prior.year = 2021;
  const auto other = check_prior_year(report, prior);
  REQUIRE(rules(other) == Rules{"carry.prior_year"});
  CHECK(other[0].severity == Severity::info);
}
