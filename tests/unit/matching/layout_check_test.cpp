// SPDX-License-Identifier: GPL-3.0-or-later
// `check_layout` is silent on good layouts and names every kind of mistake with its line.
#include "base/limits.h"
#include "matching/code_book.h"
#include "matching/layout_check.h"
#include "unit/matching/layout_files.h"

using namespace gouji;
using gouji_test::read_file;
using gouji_test::shipped_layout;

namespace {

/// A small good layout, a thing a line, so that a test can spoil one line of it.
const std::string good = R"(<layout id="tea" first-year="2020">
<title en="Tea" zh="茶表"/>
<source id="rule" en="The tea rule" zh="茶规"/>
<unit id="cups" kind="count" en="cups" zh="杯"/>
<report-title label="茶年报"/>
<section number="1" label="总体情况"/>
<statement id="fee.said" section="1" severity="warning" source="rule">
<phrase>茶费</phrase>
<message en="Say the fee." zh="请说明茶费。"/>
</statement>
<table id="drunk" section="1" unit="cups">
<name en="tea drunk" zh="饮茶表"/>
<block>
<columns>
<column id="green" label="绿茶"/>
<column id="black" label="红茶"><key>红</key></column>
<column id="total" label="总计"/>
</columns>
<rows>
<row id="morning" label="早上"/>
<row id="evening" label="晚上"/>
</rows>
<relation id="sum" each="row" severity="error" source="rule">
<basis en="by definition" zh="定义"/>
<left><sum column="green"/><sum column="black"/></left>
<right><sum column="total"/></right>
<message en="{item}: {left}, not {right}" zh="{item}：{left}，不是{right}"/>
<example holds="true"><value column="green">1</value><value column="total">1</value></example>
<example holds="false"><value column="black">2</value><value column="total">1</value></example>
</relation>
<carry id="carry" from="evening" to="morning" severity="error" source="rule">
<message en="{item}: {value}, was {prior}" zh="{item}：{value}，上年{prior}"/>
</carry>
</block>
</table>
<prose>
<words role="unit">杯</words>
<claim code="claimed" group="drunk">
<what en="cups drunk" zh="饮茶"/>
<cue>饮茶</cue>
<reading><plus fields="drunk.morning.total"/></reading>
</claim>
</prose>
</layout>
)";

std::vector<Error> check(const std::string& xml) {
  const std::string xsd = read_file("layouts/layout.xsd");
  return check_layout(as_bytes(xml), as_bytes(xsd), "tea.xml");
}

/// `good` with `what` replaced by `with`, and the line (from 1) where that happened.
std::pair<std::string, int> spoilt(const std::string& what, const std::string& with) {
  std::string xml = good;
  const std::size_t at = xml.find(what);
  REQUIRE(at != std::string::npos);
  xml.replace(at, what.size(), with);
  return {xml, 1 + static_cast<int>(
                       std::count(good.begin(), good.begin() + static_cast<long>(at), '\n'))};
}

} // namespace

TEST_CASE("nothing is wrong with the layouts that come with gouji") {
  const std::string id = GENERATE("ogi-2021", "ogi-2019", "website-2018");
  const std::string xml = read_file("layouts/" + id + ".xml"),
                    xsd = read_file("layouts/layout.xsd");
  for (const Error& error : check_layout(as_bytes(xml), as_bytes(xsd), id + ".xml"))
    FAIL_CHECK(error.source << ":" << error.line << ": " << error.message.en);
}

TEST_CASE("every relation of a shipped layout comes with examples that do as they say") {
  const Layout layout = shipped_layout(GENERATE("ogi-2021", "ogi-2019", "website-2018"));
  for (const Relation& relation : layout.relations) {
    INFO(relation.id);
    int holding = 0, breaking = 0;
    for (const Example& example : relation.examples) {
      Decimal left, right;
      for (const int field : relation.left)
        left += example.values.count(field) ? example.values.at(field) : Decimal();
      for (const int field : relation.right)
        right += example.values.count(field) ? example.values.at(field) : Decimal();
      CHECK((left == right) == example.holds);
      ++(example.holds ? holding : breaking);
    }
    CHECK(holding >= 1);
    CHECK(breaking >= 1);
    CHECK_FALSE(relation.message.zh.empty());
    CHECK_FALSE(relation.source.zh.empty());
  }
}

TEST_CASE("the small layout of these tests is good") {
  for (const Error& error : check(good))
    FAIL_CHECK(error.line << ": " << error.message.en);
}

TEST_CASE("each kind of mistake in a layout is told with its line and in both languages") {
  struct Mistake {
    std::string what, with, says;
  };
  const auto mistake = GENERATE(values<Mistake>({
      // the schema's
      {"<title en=\"Tea\" zh=\"茶表\"/>", "<title en=\"Tea\"/>", "lacks the attribute zh"},
      {"<title en=\"Tea\"", "<title en=\"\"", "may not be empty"},
      {"<row id=\"morning\" label", "<row id=\"morning\" lable", "knows no attribute lable"},
      {"<report-title label=\"茶年报\"/>", "<raport-title label=\"茶年报\"/>",
       "may not stand here"},
      {"kind=\"count\"", "kind=\"number\"", "“number” is not one of count, signed-count, amount"},
      {"<unit id=\"cups\"", "<unit id=\"Cups\"", "“Cups” is not written as it must be"},
      {"section=\"1\" unit=\"cups\"", "section=\"1\" unit=\"mugs\"", "is called “mugs”"},
      {"section=\"1\" unit=\"cups\"", "section=\"7\" unit=\"cups\"", "is called “7”"},
      {"severity=\"error\" source=\"rule\"", "severity=\"error\" source=\"law\"",
       "is called “law”"},
      {"<layout id=\"tea\" first-year=\"2020\">", "<layout id=\"tea\" first-year=\"20\">",
       "“20” is not written as it must be"},
      {"<section number=\"1\" label=\"总体情况\"/>",
       "<section number=\"1\" label=\"总体情况\">words</section>", "no text may stand"},
      // the loader's
      {"<sum column=\"black\"/>", "<sum column=\"white\"/>",
       "there is no column “white” in this block; it has green, black, total"},
      {"<sum column=\"black\"/>", "<sum row=\"morning\"/>", "names column in its sums"},
      {"from=\"evening\"", "from=\"night\"", "there is no row “night”"},
      {"<row id=\"evening\"", "<row id=\"morning\"",
       "the field “drunk.morning.green” is there twice"},
      {"fields=\"drunk.morning.total\"", "fields=\"drunk.noon.total\"",
       "there is no field “drunk.noon.total”"},
      {"<section number=\"1\"", "<section number=\"2\"", "this is 2, expected is 1"},
      // the file's against itself
      {"<value column=\"green\">1</value>", "<value column=\"green\">2</value>",
       "said to hold, but its left sum is 2 and its right sum is 1"},
      {"<value column=\"black\">2</value>", "<value column=\"black\">1</value>",
       "said to break the relation, but both its sums are 1"},
      {"first-year=\"2020\"", "first-year=\"2020\" last-year=\"2019\"", "is before first-year"},
      {"{item}: {left}, not {right}", "{item}: not {right}", "must tell {left}"},
      {"{item}: {left}, not {right}", "{left}, not {right}, off by {sum}", "no value for {sum}"},
      {"{item}: {left}, not {right}", "{item: {left}, not {right}", "is not closed"},
      {"zh=\"{item}：{left}，不是{right}\"", "zh=\"{item}: {left}, {right}\"", "is not Chinese"},
      {"<column id=\"black\" label=\"红茶\">", "<column id=\"black\" label=\"绿 茶\">",
       "is also the label of its neighbour in line 15"},
      {"<key>红</key>", "<key>茶</key>", "the key “茶” also occurs in “绿茶” (line 15)"},
      {"<key>红</key>", "<key>黑</key>", "the key “黑” is no part of this heading"},
      {"<column id=\"black\" label=\"红茶\">",
       "<column id=\"black\" label=\"红茶\"><alias edition=\"tea\">赤红茶</alias>",
       "edition names this layout itself"},
  }));
  INFO(mistake.with);
  const auto [xml, line] = spoilt(mistake.what, mistake.with);
  const std::vector<Error> errors = check(xml);
  bool told = false;
  for (const Error& error : errors) {
    UNSCOPED_INFO(error.line << ": " << error.message.en);
    CHECK(error.source == "tea.xml");
    CHECK(error.line > 0);
    CHECK(error.message.zh != error.message.en);
    told |= error.line == line && error.message.en.find(mistake.says) != std::string::npos;
  }
  CHECK(told);
}

TEST_CASE("an example is missing when a relation has none that breaks it") {
  const auto [xml, line] = spoilt("<example holds=\"false\"><value column=\"black\">2</value>",
                                  "<example holds=\"true\"><value column=\"black\">1</value>");
  const auto errors = check(xml);
  REQUIRE(errors.size() == 1);
  CHECK(errors[0].line == 23);
  CHECK(errors[0].message.en.find("none that breaks it") != std::string::npos);
}

TEST_CASE("all mistakes are told at once, in the order of their lines") {
  auto [xml, line] = spoilt("<sum column=\"black\"/>", "<sum column=\"white\"/>");
  xml.replace(xml.find("kind=\"count\""), 12, "kind=\"thing\"");
  const auto errors = check(xml);
  REQUIRE(errors.size() >= 2);
  CHECK(errors.front().line == 4);
  CHECK(errors.back().line == line);
}

TEST_CASE("loading tells the first mistake with source and line") {
  const auto [xml, line] = spoilt("from=\"evening\"", "from=\"night\"");
  const auto layout = load_layout(as_bytes(xml), "tea.xml");
  REQUIRE_FALSE(layout);
  CHECK(layout.error().code == Code::invalid);
  CHECK(layout.error().source == "tea.xml");
  CHECK(layout.error().line == line);
}

TEST_CASE("what is no well-formed XML is refused with the line of the first fault") {
  const auto [xml, line] = spoilt("</columns>", "</colunms>");
  const auto layout = load_layout(as_bytes(xml), "tea.xml");
  REQUIRE_FALSE(layout);
  CHECK(layout.error().line == line);
  CHECK(check(xml).size() == 1);
  CHECK_FALSE(load_layout({}, "empty.xml"));
  CHECK_FALSE(load_layout(as_bytes("<!DOCTYPE layout [<!ENTITY a 'a'>]><layout/>"), "dtd.xml"));
}

TEST_CASE("a byte that is no character ends the reading before the elements behind it") {
  const std::string xml = "<!-- a\xff"
                          "b -->\n<layout> text</layout>";
  const auto read = load_layout(as_bytes(xml), "f");
  REQUIRE_FALSE(read);
  CHECK(read.error().code == Code::invalid);
  CHECK(read.error().line == 1);
}

TEST_CASE("a layout beyond the bounds is refused, not cut") {
  std::string xml = good;
  std::string rows;
  for (std::size_t i = 0; i < limits::layout_headings; ++i)
    rows += "<row id=\"r" + std::to_string(i) + "\"/>";
  xml.insert(xml.find("</rows>"), rows);
  const auto layout = load_layout(as_bytes(xml), "tea.xml");
  REQUIRE_FALSE(layout);
  CHECK(layout.error().code == Code::limit);
  const std::string large(limits::layout_bytes + 1, ' ');
  CHECK(load_layout(as_bytes(large), "tea.xml").error().code == Code::limit);
}

TEST_CASE("the code book names every field and relation of a form with unit and legal source") {
  const Layout layout = shipped_layout("ogi-2021");
  const CodeBook book = describe(layout);
  REQUIRE(book.fields.size() == layout.fields.size());
  CHECK(book.fields.at(9).field == "proactive.fees.amount");
  CHECK(book.fields.at(9).row == "第二十条第（八）项 / 行政事业性收费");
  CHECK(book.fields.at(9).column == "本年收费金额（单位：万元）");
  CHECK(book.fields.at(9).unit == Words{"10k CNY", "万元"});
  REQUIRE(book.relations.size() == 42);
  const RelationEntry& first = book.relations.front();
  CHECK(first.relation == "requests.balance.natural_person");
  CHECK(first.left == "requests.received.natural_person + requests.carried_in.natural_person");
  CHECK(first.source.zh.find("国办公开办函〔2021〕30号") != std::string::npos);
}

TEST_CASE("the rules beside the sums are there once for each row and column they hold for") {
  const Layout layout = shipped_layout("ogi-2021");
  const auto id = [&](int field) { return layout.fields.at(static_cast<std::size_t>(field)).id; };
  REQUIRE(layout.stocks.size() == 2);
  CHECK(id(layout.stocks[1].stock) == "proactive.normative_documents.in_force");
  CHECK(id(layout.stocks[1].added) == "proactive.normative_documents.issued");
  CHECK(id(layout.stocks[1].removed) == "proactive.normative_documents.repealed");
  REQUIRE(layout.carries.size() == 7);
  CHECK(id(layout.carries[6].from) == "requests.carried_out.total");
  CHECK(id(layout.carries[6].to) == "requests.carried_in.total");
  REQUIRE(layout.statements.size() == 1);
  CHECK(layout.statements[0].section == 6);
  CHECK(layout.period.last_day == 31);
  CHECK(shipped_layout("ogi-2019").stocks.empty());
  CHECK(shipped_layout("ogi-2019").statements.empty());
  CHECK(shipped_layout("ogi-2019").carries.size() == 7);
}
