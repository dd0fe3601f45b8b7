// SPDX-License-Identifier: GPL-3.0-or-later
// The matcher on a small form: two requests rows and a group of two, three kinds of applicants and
// a total.
#include "matching/matcher.h"

#include <catch2/catch.hpp>

#include <algorithm>
#include <sstream>

using namespace gouji;

namespace {

LayoutNode node(std::string id, std::string label, int parent = -1, bool leaf = true,
                std::string edition = {}) {
  return {std::move(id), {std::move(label), {}, {}}, parent, parent < 0 ? 0 : 1,
          leaf,          std::move(edition)};
}

std::shared_ptr<const Layout> form() {
  Layout layout;
  layout.id = "small";
  LayoutBlock block;
  block.rows = {node("received", "一、本年新收申请"),
                node("", "二、本年办理结果", -1, false),
                node("granted", "（一）予以公开", 1),
                node("refused", "（二）不予处理", 1),
                node("undivided", "（三）其他处理", 1, true, "old"),
                node("left", "三、结转下年")};
  block.columns = {node("person", "自然人"), node("", "法人或其他组织", -1, false),
                   node("company", "商业企业", 1), node("other", "其他", 1), node("total", "总计")};
  block.corner.text = "（本列数据的勾稽关系）";
  layout.tables = {{"t", {"the table", "本表"}, 1, {block}}};
  for (const int row : {0, 2, 3, 4, 5})
    for (const int column : {0, 2, 3, 4}) {
      const auto& r = block.rows[static_cast<std::size_t>(row)];
      layout.fields.push_back(
          {"t." + r.id + "." + block.columns[static_cast<std::size_t>(column)].id, 0, 0, row,
           column, Unit::count, "count", r.edition});
    }
  for (const int row : {0, 1, 2, 3, 4}) {
    Relation relation;
    relation.id = "row_total." + std::to_string(row);
    relation.left = {4 * row, 4 * row + 1, 4 * row + 2};
    relation.right = {4 * row + 3};
    layout.relations.push_back(relation);
  }
  return std::make_shared<const Layout>(layout);
}

/// A table from lines of cells: "a | b*2 | c^3" is a cell, one that spans two columns, one that
/// spans three rows.
Table table(const std::string& text) {
  TableBuilder builder;
  std::istringstream lines(text);
  for (std::string line; std::getline(lines, line);) {
    builder.begin_row();
    std::istringstream cells(line + "|");
    for (std::string cell; std::getline(cells, cell, '|');) {
      const auto trim = [](std::string s) {
        s.erase(0, s.find_first_not_of(' '));
        s.erase(s.find_last_not_of(' ') + 1);
        return s;
      };
      cell = trim(cell);
      int rows = 1, columns = 1;
      if (const auto at = cell.find('^'); at != std::string::npos)
        rows = std::stoi(cell.substr(at + 1)), cell = trim(cell.substr(0, at));
      if (const auto at = cell.find('*'); at != std::string::npos)
        columns = std::stoi(cell.substr(at + 1)), cell = trim(cell.substr(0, at));
      builder.add(rows, columns, cell);
    }
  }
  return builder.finish();
}

const std::string header =
    "（本列数据的勾稽关系）*2^2 | 自然人^2 | 法人或其他组织*2 | 总计^2\n商业企业 | 其他\n";

Report matched(const std::string& rows, const std::string& head = header) {
  return match({table(head + rows)}, {form()});
}

std::string value(const Report& report, const std::string& field) {
  const auto index = find_field(*report.layout, field);
  const Value& v = report.values.at(static_cast<std::size_t>(index.value()));
  switch (v.state) {
  case State::read:
    return v.number.text();
  case State::settled:
    return v.number.text() + " settled";
  case State::blank:
    return "blank";
  case State::unreadable:
    return "unreadable";
  case State::absent:
    break;
  }
  return "absent";
}

std::string row(const Report& report, const std::string& id) {
  return value(report, "t." + id + ".person") + ", " + value(report, "t." + id + ".company") +
         ", " + value(report, "t." + id + ".other") + ", " + value(report, "t." + id + ".total");
}

/// The kinds of deviation, as often as they occur, that speak of the field (or of none when `field`
/// is empty).
int count(const Report& report, Deviation::Kind kind) {
  return static_cast<int>(std::count_if(report.match.deviations.begin(),
                                        report.match.deviations.end(),
                                        [&](const Deviation& d) { return d.kind == kind; }));
}

bool names(const Report& report, Deviation::Kind kind, const std::string& field) {
  const int index = find_field(*report.layout, field).value();
  return std::any_of(
      report.match.deviations.begin(), report.match.deviations.end(), [&](const Deviation& d) {
        return d.kind == kind && std::count(d.fields.begin(), d.fields.end(), index) > 0;
      });
}

const std::string whole = "一、本年新收申请*2 | 7 | 2 | 1 | 10\n"
                          "二、本年办理结果^2 | （一）予以公开 | 5 | 0 | 1 | 6\n"
                          "（二）不予处理 | 1 | 2 | 0 | 3\n"
                          "三、结转下年*2 | 1 | 0 | 0 | 1";

} // namespace

TEST_CASE("every number of an undamaged table stands in its field, without remark") {
  const Report report = matched(whole);
  REQUIRE(report.layout);
  CHECK(row(report, "received") == "7, 2, 1, 10");
  CHECK(row(report, "granted") == "5, 0, 1, 6");
  CHECK(row(report, "refused") == "1, 2, 0, 3");
  CHECK(row(report, "left") == "1, 0, 0, 1");
  CHECK(row(report, "undivided") == "absent, absent, absent, absent");
  CHECK(report.match.deviations.empty());
  CHECK(report.match.score == Approx(1));
}

TEST_CASE("the newest form is tried first, others while labels are missing") {
  Layout newer = *form(), older = newer;
  newer.first_year = 2021;
  older.first_year = 2019;
  const Layouts both = {std::make_shared<const Layout>(older),
                        std::make_shared<const Layout>(newer)};
  const auto tried = [](const Report& report) {
    return std::count_if(report.match.candidates.begin(), report.match.candidates.end(),
                         [](const Candidate& c) { return c.subject.starts_with("layout "); });
  };
  const Report undamaged = match({table(header + whole)}, both);
  REQUIRE(undamaged.layout);
  CHECK(undamaged.layout->first_year == 2021);
  CHECK(tried(undamaged) == 1);
  CHECK(tried(match({table(header + whole.substr(whole.find('\n') + 1))}, both)) == 2);
}

TEST_CASE("a document without tables of the form has no layout") {
  CHECK_FALSE(match({table("姓名 | 电话\n张 | 12")}, {form()}).layout);
  CHECK_FALSE(match({}, {form()}).layout);
}

TEST_CASE("numbers that a page break shifted left are read in order and named") {
  const Report report = matched("一、本年新收申请*2 | 7 | 2 | 1 | 10\n"
                                "二、本年办理结果 | （一）予以公开 | 5 | 0 | 1 | 6\n"
                                "（二）不予处理 | 1 | 2 | 0 | 3 | \n"
                                "三、结转下年 | 1 | 0 | 0 | 1 | ");
  CHECK(row(report, "refused") == "1 settled, 2 settled, 0 settled, 3 settled");
  CHECK(row(report, "left") == "1 settled, 0 settled, 0 settled, 1 settled");
  CHECK(row(report, "granted") == "5, 0, 1, 6");
  CHECK(names(report, Deviation::Kind::shifted, "t.refused.total"));
  CHECK_FALSE(names(report, Deviation::Kind::shifted, "t.granted.total"));
}

TEST_CASE("a column that is not printed is told by the row totals") {
  const Report report =
      matched("一、本年新收申请*2 | 7 | 2 | 10\n二、本年办理结果^2 | （一）予以公开 | 5 | 0 | "
              "6\n（二）不予处理 | 1 | 2 | 3\n三、结转下年*2 | 1 | 0 | 1",
              "（本列数据的勾稽关系）*2^2 | 自然人^2 | 法人或其他组织 | 总计^2\n商业企业\n");
  CHECK(row(report, "received") == "7, 2, 1 settled, 10");
  CHECK(names(report, Deviation::Kind::column_missing, "t.received.other"));
  CHECK(report.match.deviations.front().settled);
}

TEST_CASE("a missing column stays absent when a total is too small for the rest") {
  const Report report =
      matched("一、本年新收申请*2 | 7 | 2 | 3\n三、结转下年*2 | 1 | 0 | 1",
              "（本列数据的勾稽关系）*2^2 | 自然人^2 | 法人或其他组织 | 总计^2\n商业企业\n");
  CHECK(row(report, "received") == "7, 2, absent, 3");
  CHECK(row(report, "left") == "1, 0, absent, 1");
}

TEST_CASE("a missing row is absent and its neighbours stay where they are") {
  const Report report = matched("一、本年新收申请*2 | 7 | 2 | 1 | 10\n二、本年办理结果 | "
                                "（一）予以公开 | 5 | 0 | 1 | 6\n三、结转下年*2 | 1 | 0 | 0 | 1");
  CHECK(row(report, "refused") == "absent, absent, absent, absent");
  CHECK(row(report, "left") == "1, 0, 0, 1");
  CHECK(names(report, Deviation::Kind::row_missing, "t.refused.person"));
  CHECK(count(report, Deviation::Kind::row_missing) == 1);
}

TEST_CASE("a row printed twice is read once and named") {
  const Report report =
      matched("一、本年新收申请*2 | 7 | 2 | 1 | 10\n一、本年新收申请*2 | 7 | 2 | 1 | "
              "10\n二、本年办理结果^2 | （一）予以公开 | 5 | 0 | 1 | 6\n（二）不予处理 | 1 | 2 | 0 "
              "| 3\n三、结转下年*2 | 1 | 0 | 0 | 1");
  CHECK(row(report, "received") == "7, 2, 1, 10");
  CHECK(names(report, Deviation::Kind::row_duplicate, "t.received.total"));
}

TEST_CASE("one row without a label is told by its neighbours; two rows for three lines are not") {
  const Report one =
      matched("一、本年新收申请*2 | 7 | 2 | 1 | 10\n二、本年办理结果^2 | （一）予以公开 | 5 | 0 | "
              "1 | 6\n | 1 | 2 | 0 | 3\n三、结转下年*2 | 1 | 0 | 0 | 1");
  CHECK(row(one, "refused") == "1, 2, 0, 3");
  CHECK(names(one, Deviation::Kind::label_missing, "t.refused.total"));
  const Report two = matched(
      "一、本年新收申请*2 | 7 | 2 | 1 | 10\n*2 | 5 | 0 | 1 | 6\n三、结转下年*2 | 1 | 0 | 0 | 1");
  CHECK(row(two, "granted") == "absent, absent, absent, absent");
  CHECK(names(two, Deviation::Kind::ambiguous, "t.granted.total"));
  CHECK(names(two, Deviation::Kind::ambiguous, "t.refused.total"));
}

TEST_CASE("digits that ran together are cut only as the row's total allows") {
  const Report report = matched("一、本年新收申请*2 | 712 00012*4\n三、结转下年*2 | 1 | 0 | 0 | 1");
  CHECK(row(report, "received") == "absent, absent, absent, absent");
  const Report told = matched("一、本年新收申请*2 | 230 023*4\n三、结转下年*2 | 1 | 0 | 0 | 1");
  CHECK(row(told, "received") == "23 settled, 0 settled, 0 settled, 23 settled");
  CHECK(names(told, Deviation::Kind::repaired, "t.received.person"));
}

TEST_CASE("words in a number's cell are unreadable, and nothing is guessed") {
  const Report report =
      matched("一、本年新收申请*2 | 见附件 | 2 | 1 | 10\n三、结转下年*2 | 1 | / | | 1");
  CHECK(row(report, "received") == "unreadable, 2, 1, 10");
  CHECK(row(report, "left") == "1, blank, blank, 1");
}

TEST_CASE(
    "a row of another edition is read and stands for the rows of the group it is named after") {
  Layout grouped = *form();
  auto& rows = grouped.tables.front().blocks.front().rows;
  rows.push_back(node("", "（三）其他处理", 1, false));
  rows.at(3).parent = 6;
  const Report report =
      match({table(header + "一、本年新收申请*2 | 7 | 2 | 1 | 10\n二、本年办理结果^2 | "
                            "（一）予以公开 | 5 | 0 | 1 | 6\n"
                            "（三）其他处理 | 1 | 2 | 0 | 3\n三、结转下年*2 | 1 | 0 | 0 | 1")},
            {std::make_shared<const Layout>(grouped)});
  CHECK(row(report, "undivided") == "1, 2, 0, 3");
  CHECK(names(report, Deviation::Kind::foreign_wording, "t.undivided.total"));
  CHECK(names(report, Deviation::Kind::foreign_wording, "t.refused.total"));
  CHECK(count(report, Deviation::Kind::row_missing) == 0);
}

TEST_CASE("a gap inside a number is believed when the row's total confirms it, or it is regular") {
  CHECK(row(matched("一、本年新收申请*2 | 1 0 | 2 | 1 | 1 3"), "received") == "10, 2, 1, 13");
  CHECK(row(matched("一、本年新收申请*2 | 12 3 | 2 | 1 | 126"), "received") == "123, 2, 1, 126");
  CHECK(row(matched("一、本年新收申请*2 | 12 3 | 2 | 1 | 18"), "received") ==
        "unreadable, 2, 1, 18");
  CHECK(row(matched("一、本年新收申请*2 | 1 200 | 2 | 1 | 18"), "received") == "1200, 2, 1, 18");
}

TEST_CASE("a row without any label in the form is found by its cells, blank ones too") {
  Layout nameless = *form();
  auto& block = nameless.tables.front().blocks.front();
  block.rows = {node("", "")};
  nameless.fields.resize(4);
  for (LayoutField& field : nameless.fields)
    field.id = "t." + block.columns.at(static_cast<std::size_t>(field.column)).id;
  nameless.relations.clear();
  const std::string captions = "自然人^2 | 法人或其他组织*2 | 总计^2\n商业企业 | 其他\n";
  const Report read =
      match({table(captions + "1 | | 2 | 3")}, {std::make_shared<const Layout>(nameless)});
  CHECK(value(read, "t.person") + value(read, "t.company") + value(read, "t.total") == "1blank3");
  const Report blank =
      match({table(captions + " | | | ")}, {std::make_shared<const Layout>(nameless)});
  CHECK(value(blank, "t.person") == "blank");
}

TEST_CASE("captions that repeat tell no column where their groups are not printed") {
  Layout grouped;
  grouped.id = "grouped";
  LayoutBlock block;
  block.rows = {node("cases", "本年审结案件")};
  for (const char* label : {"上年未结案件", "本年新收案件", "本年撤回案件", "结转下年案件",
                            "历年累计案件", "其中重大案件"})
    block.rows.push_back(node("", label));
  for (const std::string group : {"甲", "乙", "丙"}) {
    const int parent = static_cast<int>(block.columns.size());
    block.columns.push_back(node("", group + "类案件", -1, false));
    for (const auto& [id, label] :
         {std::pair("upheld", "维持原判"), std::pair("changed", "部分改判")}) {
      const int column = static_cast<int>(block.columns.size());
      block.columns.push_back(node(group + id, label, parent));
      grouped.fields.push_back({"t." + group + id, 0, 0, 0, column, Unit::count, "count", {}});
    }
  }
  grouped.tables = {{"t", {"the table", "本表"}, 1, {block}}};
  const Layouts forms = {std::make_shared<const Layout>(grouped)};
  const std::string two_groups = "维持原判 | 部分改判 | 维持原判 | 部分改判\n本年审结案件 | ";
  std::string others;
  for (std::size_t n = 1; n < block.rows.size(); ++n)
    others += "\n" + block.rows[n].label.text;

  const Report counted =
      match({table(" | | | " + two_groups + "1 | 2 | 3 | 4 | 5 | 6" + others)}, forms);
  CHECK(value(counted, "t.甲upheld") + value(counted, "t.乙upheld") +
            value(counted, "t.丙changed") ==
        "136");
  CHECK(names(counted, Deviation::Kind::label_missing, "t.乙upheld"));

  const Report short_of_one = match({table(" | " + two_groups + "3 | 4 | 5 | 6" + others)}, forms);
  for (const char* field : {"t.甲upheld", "t.乙upheld", "t.丙upheld"}) {
    CHECK(value(short_of_one, field) == "absent");
    CHECK(names(short_of_one, Deviation::Kind::ambiguous, field));
  }
}

TEST_CASE("a form in several grids is one table, and a part without a header goes on in the same "
          "columns") {
  const Report report =
      match({table(header + "一、本年新收申请*2 | 7 | 2 | 1 | 10"),
             Paragraph{"— 4 —", {}, 0, 0, false, {}},
             table("二、本年办理结果^2 | （一）予以公开 | 5 | 0 | 1 | 6\n（二）不予处理 | 1 | 2 | "
                   "0 | 3\n三、结转下年*2 | 1 | 0 | 0 | 1")},
            {form()});
  CHECK(row(report, "received") == "7, 2, 1, 10");
  CHECK(row(report, "refused") == "1, 2, 0, 3");
  CHECK(row(report, "left") == "1, 0, 0, 1");
  CHECK(report.match.deviations.empty());
}
