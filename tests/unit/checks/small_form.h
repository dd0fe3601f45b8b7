// SPDX-License-Identifier: GPL-3.0-or-later
// A form of two rows and a total, each of two columns and a total, with every kind of rule; and
// reports on it.
#pragma once

#include "checks/finding.h"
#include "report/report.h"

#include <memory>
#include <string>

namespace gouji::test {

/// Fields: 0 a.x, 1 a.y, 2 a.total, 3 b.x, 4 b.y, 5 b.total, 6 sum.x, 7 sum.y, 8 sum.total,
/// 9 fee (an amount), 10 change (may be below zero). Rows add up to their total, columns to the row
/// "sum". Sections 1 and 2; section 2 must speak of a fee from 2021 on; due from 2021 to 2023.
inline Layout small_form() {
  Layout layout;
  layout.id = "small";
  layout.title = {"small form", "小表"};
  layout.first_year = 2021;
  layout.last_year = 2023;
  const char* titles[] = {"总体情况", "其他事项"};
  for (int i = 0; i < 2; ++i) {
    LayoutSection section;
    section.number = i + 1;
    section.title.text = titles[i];
    layout.sections.push_back(section);
  }
  LayoutTable table;
  table.id = "t";
  table.name = {"the table", "表一"};
  LayoutBlock block;
  const auto node = [](std::string id, std::string label) {
    LayoutNode n;
    n.id = std::move(id);
    n.label.text = std::move(label);
    return n;
  };
  block.rows = {node("a", "甲"), node("b", "乙"), node("sum", "合计"), node("fee", "收费"),
                node("change", "增减")};
  block.columns = {node("x", "个人"), node("y", "单位"), node("total", "总计")};
  table.blocks.push_back(block);
  layout.tables.push_back(table);
  for (int row = 0; row < 3; ++row)
    for (int column = 0; column < 3; ++column)
      layout.fields.push_back({"t." + block.rows[static_cast<std::size_t>(row)].id + "." +
                                   block.columns[static_cast<std::size_t>(column)].id,
                               0, 0, row, column, Unit::count, "count", ""});
  layout.fields.push_back({"t.fee.x", 0, 0, 3, 0, Unit::amount, "amount", ""});
  layout.fields.push_back({"t.change.x", 0, 0, 4, 0, Unit::signed_count, "count", ""});

  const auto relation = [&](std::string id, std::vector<int> left, int right) {
    Relation r;
    r.id = std::move(id);
    r.left = std::move(left);
    r.right = {right};
    r.message = {"{left} is not {right}", "{left}不等于{right}"};
    layout.relations.push_back(r);
  };
  relation("row.a", {0, 1}, 2);
  relation("row.b", {3, 4}, 5);
  relation("row.sum", {6, 7}, 8);
  relation("column.x", {0, 3}, 6);
  relation("column.y", {1, 4}, 7);
  relation("column.total", {2, 5}, 8);

  StatementRule statement;
  statement.id = "fee.statement_missing";
  statement.section = 2;
  statement.first_year = 2021;
  statement.phrases = {"处理费"};
  statement.message = {"no fee", "没有说明收费"};
  layout.statements.push_back(statement);
  layout.period.id = "period.mismatch";
  layout.period.phrases = {"统计"};
  layout.period.message = {"{from} to {to}", "{from}至{to}"};
  return layout;
}

inline Report report_of(Layout layout, std::vector<int> numbers) {
  Report report;
  report.layout = std::make_shared<const Layout>(std::move(layout));
  report.year = 2023;
  numbers.resize(report.layout->fields.size());
  for (const int number : numbers)
    report.values.push_back({State::read, Decimal(number), std::to_string(number), {}});
  return report;
}

/// Sums that hold: 3 + 1 = 4, 5 + 2 = 7, 8 + 3 = 11.
inline Report small_report() {
  return report_of(small_form(), {3, 1, 4, 5, 2, 7, 8, 3, 11, 0, 0});
}

inline Deviation deviation_of(Deviation::Kind kind, std::vector<int> fields, Words what) {
  Deviation deviation;
  deviation.kind = kind;
  deviation.fields = std::move(fields);
  deviation.what = std::move(what);
  deviation.reason = {"seen so", "如此"};
  if (kind == Deviation::Kind::foreign_wording)
    deviation.edition = "old";
  return deviation;
}

inline std::vector<std::string> rules(const std::vector<Finding>& findings) {
  std::vector<std::string> out;
  for (const Finding& finding : findings)
    out.push_back(finding.rule);
  return out;
}

using Rules = std::vector<std::string>;

} // namespace gouji::test
