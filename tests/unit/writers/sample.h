// SPDX-License-Identifier: GPL-3.0-or-later
// A small form, a report on it with every state a value can have, and findings: what the writers'
// tests write.
#pragma once

#include "pipeline/process.h"

#include <memory>

namespace gouji::sample {

/// One table, two rows (the second in a group), two columns.
inline std::shared_ptr<const Layout> small_form() {
  Layout layout;
  layout.id = "small-form";
  layout.title = {"Small form", "小表"};
  layout.first_year = 2021;
  layout.sections = {{1, {"总体情况", {}, {}}, true}, {2, {"办理情况", {}, {}}, true}};
  LayoutBlock block;
  block.rows = {{"received", {"一、收到", {}, {}}, -1, 0, true, {}},
                {"", {"二、答复", {}, {}}, -1, 0, false, {}},
                {"granted", {"（一）予以公开", {}, {}}, 1, 1, true, {}}};
  block.columns = {{"person", {"自然人", {}, {}}, -1, 0, true, {}},
                   {"amount", {"金额", {}, {}}, -1, 0, true, {}}};
  layout.tables = {{"requests", {"table 1 (requests)", "表一（申请）"}, 2, {block}}};
  layout.fields = {{"requests.received.person", 0, 0, 0, 0, Unit::count, "count", {}},
                   {"requests.received.amount", 0, 0, 0, 1, Unit::amount, "10k CNY", {}},
                   {"requests.granted.person", 0, 0, 2, 0, Unit::count, "count", {}},
                   {"requests.granted.amount", 0, 0, 2, 1, Unit::amount, "10k CNY", {}},
                   {"requests.old.person", 0, 0, 2, 0, Unit::count, "count", "older-form"}};
  return std::make_shared<const Layout>(std::move(layout));
}

inline Place cell_place(int row, int column, Rect box) {
  return {0, row, column, {2, box, {}, 0}};
}

/// Page 2 of "report.pdf" with a 3x3 table; one relation broken, one cell blank, one unreadable, a
/// doubtful sentence.
inline Outcome outcome() {
  Outcome outcome;
  outcome.source = {"report.pdf", "pdf", std::string(64, 'a'), 3};
  Report& report = outcome.report;
  report.layout = small_form();
  report.agency = "某县人民政府";
  report.year = 2023;
  report.title = "某县人民政府2023年报告";
  report.sections = {
      {1, "总体情况", "一、总体情况", "收到申请30件。\n\"全部\"办结。", {1, {}, {}, 0}, {}},
      {2, "办理情况", "二、办理情况", "", {1, {}, {}, 0}, {}}};
  report.values = {{State::read, Decimal(27), "27", cell_place(1, 1, {212.4, 310, 240.14, 322.5})},
                   {State::read, *Decimal::parse("7730.28"), "7,730.28万元",
                    cell_place(1, 2, {240.1, 310, 290, 322.5})},
                   {State::blank, {}, "/", cell_place(2, 1, {212.4, 322.5, 240.1, 340})},
                   {State::unreadable, {}, "见附件", cell_place(2, 2, {240.1, 322.5, 290, 340})},
                   {}};
  outcome.findings = {
      {"requests.balance",
       Severity::error,
       {"the sums differ: 29 and 28", "两边不等：29 与 28"},
       {0, 2},
       Decimal(29),
       Decimal(28),
       {},
       {}},
      {"value.unreadable", Severity::error, {"no number here", "不是数字"}, {3}, {}, {}, {}, {}},
      {"narrative.received",
       Severity::warning,
       {"the prose says 30, the table 27", "正文为30，表格为27"},
       {0},
       Decimal(30),
       Decimal(27),
       {{-1, -1, -1, {1, {70, 90, 300, 104}, {}, 0}}},
       "收到申请30件。"},
      {"section.title", Severity::info, {"another title", "标题不同"}, {}, {}, {}, {}, {}}};
  Table table;
  table.rows = 3;
  table.columns = 3;
  const auto cell = [&](int row, int column, int column_span, const char* text) {
    const double left = 100 + 60 * column, top = 290 + 20 * row;
    table.cells.push_back({row,
                           column,
                           1,
                           column_span,
                           text,
                           {2, {left, top, left + 60 * column_span, top + 20}, {}, 0}});
  };
  cell(0, 0, 1, "项目");
  cell(0, 1, 1, "自然人");
  cell(0, 2, 1, "金额");
  cell(1, 0, 1, "一、收到");
  cell(1, 1, 1, "27");
  cell(1, 2, 1, "7,730.28万元");
  cell(2, 0, 1, "（一）予以公开");
  cell(2, 1, 1, "/");
  cell(2, 2, 1, "见附件");
  table.origin = {2, {100, 290, 280, 350}, {}, 0};
  outcome.flow = {
      Paragraph{"某县人民政府2023年报告", {}, 1, 18, true, {1, {70, 60, 300, 80}, {}, 0}},
      Paragraph{"收到申请30件。", {}, 0, 12, false, {1, {70, 90, 300, 104}, {}, 0}}, table};
  return outcome;
}

} // namespace gouji::sample
