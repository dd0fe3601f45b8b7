// SPDX-License-Identifier: GPL-3.0-or-later
// The six sections: found by title, alias, number and likeness; never by a sentence that quotes
// one.
#include "matching/sections.h"
#include "outline_layout.h"

#include <catch2/catch.hpp>

using namespace gouji;
using test::paragraph;

namespace {

Outline outline_of(const std::vector<std::string>& lines) {
  std::vector<Block> flow;
  for (const std::string& line : lines)
    flow.push_back(paragraph(line));
  const Layout layout = test::outline_layout();
  return read_outline(flow, &layout);
}

std::vector<int> numbers(const Outline& outline) {
  std::vector<int> out;
  for (const Section& section : outline.sections)
    out.push_back(section.number);
  return out;
}

Table small_table() {
  TableBuilder builder;
  builder.begin_row();
  builder.add(1, 1, "规章");
  builder.add(1, 1, "0");
  return builder.finish();
}

} // namespace

TEST_CASE("the sections are found as the form names them") {
  const Outline outline =
      outline_of({"某某县2023年政府信息公开工作年度报告", "前言。", "一、总体情况", "第一段。",
                  "第二段。", "二、主动公开政府信息情况", "三、收到和处理政府信息公开申请情况",
                  "四、政府信息公开行政复议、行政诉讼情况", "五、存在的主要问题及改进情况",
                  "问题。", "六、其他需要报告的事项", "无"});
  CHECK(numbers(outline) == std::vector<int>{1, 2, 3, 4, 5, 6});
  CHECK(outline.sections[0].title == "总体情况");
  CHECK(outline.sections[0].printed_title == "一、总体情况");
  CHECK(outline.sections[0].text == "第一段。\n第二段。");
  CHECK(outline.sections[5].text == "无");
  REQUIRE(outline.preamble.size() == 1);
  CHECK(outline.preamble[0].text == "前言。");
}

TEST_CASE("damaged, renumbered and unnumbered headings are headings") {
  const Outline outline = outline_of(
      {"总体情况", "正文。", "一、主动公开政府信息情况", "三 、收到和处理政府信息公开申请的情况",
       "四、政府信息公开行政法复议、行政诉讼情况", "五、政府信息公开工作存在的主要问题及改进情况",
       "第六部分 其它需要报告的事项", "无"});
  CHECK(numbers(outline) == std::vector<int>{1, 2, 3, 4, 5, 6});
  CHECK(outline.sections[1].printed_title == "一、主动公开政府信息情况");
}

TEST_CASE("a heading with text behind it in one paragraph is split off") {
  const Outline outline = outline_of(
      {"一、总体情况 2023年，我局做了工作。二、主动公开政府信息情况 见表。",
       "[bookmark: _GoBack]五、存在的主要问题及改进情况。问题不少。\n六、其他需要报告的事项\n无"});
  CHECK(numbers(outline) == std::vector<int>{1, 2, 5, 6});
  CHECK(outline.sections[0].text == "2023年，我局做了工作。");
  CHECK(outline.sections[1].text == "见表。");
  CHECK(outline.sections[2].text == "问题不少。");
  CHECK(outline.sections[3].text == "无");
}

TEST_CASE("a number that the word processor writes counts as the heading's") {
  std::vector<Block> flow;
  for (const char* title : {"总体情况", "主动公开的政府信息情况"}) {
    Paragraph heading = paragraph(title);
    heading.numbering = flow.empty() ? "一、" : "二、";
    flow.push_back(heading);
    flow.push_back(paragraph("正文。"));
  }
  const Layout layout = test::outline_layout();
  const Outline outline = read_outline(flow, &layout);
  CHECK(numbers(outline) == std::vector<int>{1, 2});
  CHECK(outline.sections[1].printed_title == "二、主动公开的政府信息情况");
}

TEST_CASE("a sentence or an item that says a title is no heading") {
  const Outline outline = outline_of(
      {"本报告由总体情况、主动公开政府信息情况、其他需要报告的事项等部分组成。", "一、总体情况",
       "（一）主动公开情况", "1.主动公开情况：发布信息10条。", "2024年主动公开政府信息情况如下表。",
       "其他需要报告的事项见第六部分。", "（二）依申请公开情况", "六、其他需要报告的事项", "无"});
  CHECK(numbers(outline) == std::vector<int>{1, 6});
  CHECK(outline.preamble.size() == 1);
  CHECK(outline.sections[0].paragraphs.size() == 5);
}

TEST_CASE("a table of contents does not make sections twice") {
  std::vector<Block> flow = {paragraph("一、总体情况"),
                             paragraph("二、主动公开政府信息情况"),
                             paragraph("六、其他需要报告的事项"),
                             paragraph("一、总体情况"),
                             paragraph("正文。"),
                             paragraph("二、主动公开政府信息情况"),
                             small_table(),
                             paragraph("六、其他需要报告的事项")};
  const Layout layout = test::outline_layout();
  CHECK(numbers(read_outline(flow, &layout)) == std::vector<int>{1, 2, 6});
  flow.push_back(paragraph("无"));
  CHECK(numbers(read_outline(flow, &layout)) == std::vector<int>{1, 2, 6});
}

TEST_CASE("tables numbered a second time behind the prose keep the form's sections") {
  const Outline outline =
      outline_of({"一、总体情况", "正文。", "二、工作机制保障", "正文。", "三、主动公开工作情况",
                  "正文。", "一、主动公开政府信息情况", "二、收到和处理政府信息公开申请情况",
                  "三、政府信息公开行政复议、行政诉讼情况", "五、其他需要报告的事项", "无"});
  CHECK(numbers(outline) == std::vector<int>{1, 2, 3, 4, 6});
}

TEST_CASE("sections in another order come as printed") {
  const Outline outline = outline_of({"一、总体情况", "甲。", "三、收到和处理政府信息公开申请情况",
                                      "乙。", "二、主动公开政府信息情况", "丙。"});
  CHECK(numbers(outline) == std::vector<int>{1, 3, 2});
}
