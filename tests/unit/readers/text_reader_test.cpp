// SPDX-License-Identifier: GPL-3.0-or-later
// Plain text: paragraphs, and the three ways its tables are written.
#include "base/limits.h"
#include "readers/text.h"
#include "unit/readers/drawn.h"

#include <catch2/catch.hpp>

#include <algorithm>
#include <string>
#include <vector>

using namespace gouji;

namespace {

std::string read(const std::string& text) {
  const auto document = text_format().read(as_bytes(text));
  INFO(text);
  REQUIRE(document);
  REQUIRE(grid_faults(*document).empty());
  return drawn(*document);
}

} // namespace

TEST_CASE("lines are paragraphs, empty ones are none") {
  CHECK(read("　　一、总体情况\r\n\r\n  文字。\n\u3000\n") == "一、总体情况\n文字。");
}

TEST_CASE("lines with tabs are rows, ragged ones are filled up") {
  CHECK(read("二、主动公开\n\n信息内容\t制发\t废止\n规章\t0\n许可\t3\t\n\n后") ==
        "二、主动公开\n[信息内容|制发|废止/规章|0|/许可|3|]\n后");
  CHECK(read("a\t\t\t\n") == "[a|||]");
  CHECK(read("\t\t自然人\t总计\n一、新收\t\t1\t1") == "[||自然人|总计/一、新收||1|1]");
}

TEST_CASE("one tab in one line of prose makes no table") {
  CHECK(read("某县\t2023年报告") == "某县\t2023年报告");
  CHECK(read("某县\t2023年报告\n文字。") == "某县\t2023年报告\n文字。");
}

TEST_CASE("a cell a line: empty lines part rows, lines without tab go on with the cell") {
  CHECK(read("前\n\n\t规章\n\t0\n\n\t\n\t商业\n企业\n\t科研\n机构\n\n\n三、后\n文") ==
        "前\n[规章|0|/|商业^企业|科研^机构]\n三、后\n文");
}

TEST_CASE("a heading right behind a cell ends the table") {
  CHECK(read("\t规章\n\t0\n三、收到和处理") == "[规章|0]\n三、收到和处理");
}

TEST_CASE("cells between bars are a table, its rule is no row") {
  CHECK(read("前\n| 甲 | 乙\\|丙 |\n|---|:-:|\n| 1<br>2 | |\n后") == "前\n[甲|乙|丙/1^2|]\n后");
  // A second rule begins a second table.
  CHECK(read("|甲|1|\n|--|--|\n|乙|2|\n|丙|3|\n|--|--|\n|丁|4|") == "[甲|1/乙|2]\n[丙|3/丁|4]");
}

TEST_CASE("lines that a program broke at a fixed width are one paragraph again") {
  const std::string first = "全年收到政府信息公开申请 34 件，上年结转政府信息公开";
  const std::string second = "申请 2 件，所有申请均已按要求办理完成。所有办结的信";
  const std::string third = "息公开申请中同意公开答复 9 件，部分公开答复 0 件，共";
  CHECK(read(first + "\n" + second + "\n" + third + "\n12 件。\n一、办理情况") ==
        first + second + third + "12 件。\n一、办理情况");
  // Paragraphs of a line each end with a full stop, are shorter or longer.
  const std::string apart =
      "某某县人民政府办公室政府信息公开工作年度报告\n本机关全年收到申请三件。\n"
      "信息公开工作机构设在办公室，负责日常工作。\n地址";
  CHECK(read(apart) == apart);
}

TEST_CASE("short lines of words and a number are rows of two cells") {
  CHECK(read("信息内容 数量\n行政许可 97\n行政 强制 0.5\n后") ==
        "信息内容 数量\n[行政许可|97/行政 强制|0.5]\n后");
  CHECK(read("第 711 号\n2023 年 12\n一、总计 3\n共计 3，其中 2") ==
        "第 711 号\n2023 年 12\n一、总计 3\n共计 3，其中 2");
}

TEST_CASE("columns lined up with spaces are a page of characters, each at its place") {
  const std::string narrow =
      "表\n类别        数量    金额\n规章           0      12\n许可           5     130\n"
      "处罚          21       7\n      - 1 -\n后文\n";
  const auto document = text_format().read(as_bytes(narrow));
  REQUIRE(document);
  REQUIRE(document->pages.size() == 2);
  CHECK(document->flow.empty());
  const std::vector<Glyph>& glyphs = document->pages[0].glyphs;
  const auto found = [&](char32_t c) {
    return *std::find_if(glyphs.begin(), glyphs.end(),
                         [c](const Glyph& g) { return g.character == c; });
  };
  // Counted as one column each the numbers end under each other, as two they do not.
  CHECK(found(U'0').box.x1 == found(U'5').box.x1);
  CHECK(found(U'0').box.width() == found(U'规').box.width());
  CHECK(document->pages[1].glyphs.front().character == U'后');
}

TEST_CASE("East Asian characters take two columns where that lines the numbers up") {
  const std::string wide =
      "规章            0    12\n行政规范性文件  5   130\n处罚           21     7\n";
  const auto document = text_format().read(as_bytes(wide));
  REQUIRE(document);
  REQUIRE(document->pages.size() == 1);
  const std::vector<Glyph>& glyphs = document->pages[0].glyphs;
  CHECK(glyphs.at(0).box.width() == 20);
  CHECK(glyphs.at(2).character == U'0');
  CHECK(glyphs.at(2).box.width() == 10);
}

TEST_CASE("pages of text beyond the bounds are refused, not cut") {
  std::string rows;
  for (int i = 0; i < 3; ++i)
    rows += "甲    1\n";
  const auto pages = text_format().read(as_bytes(rows + std::string(limits::pages, '\f')));
  REQUIRE_FALSE(pages);
  CHECK(pages.error().code == Code::limit);
  const auto long_page =
      text_format().read(as_bytes(rows + std::string(limits::page_glyphs + 1, 'x')));
  REQUIRE_FALSE(long_page);
  CHECK(long_page.error().code == Code::limit);
}

TEST_CASE("every block knows its line") {
  const auto document = text_format().read(as_bytes("前\n\n甲\t1\n乙\t2\n"));
  REQUIRE(document);
  CHECK(std::get<Paragraph>(document->flow.at(0)).origin.line == 1);
  const Table& table = std::get<Table>(document->flow.at(1));
  CHECK(table.origin.line == 3);
  CHECK(table.cells.at(3).origin.line == 4);
}

TEST_CASE("text is told from what only holds bytes") {
  const auto sniff = [](std::string_view text) { return text_format().sniff(as_bytes(text)); };
  CHECK(sniff("某县2023年年度报告") > 0);
  CHECK(sniff("\xC4\xB3\xCF\xD8\xC4\xEA\xB6\xC8\xB1\xA8\xB8\xE6") > 0);
  CHECK(sniff("plain ASCII") > 0);
  CHECK(sniff("plain ASCII") < sniff("中文"));
  CHECK(sniff("") == 0);
  CHECK(sniff("%PDF-1.4 中文") == 0);
  CHECK(sniff("<xml/>") == 0);
  CHECK(sniff(std::string_view("\x7f\x45LF\x02\x01\x01\0\0\0\0", 11)) == 0);
  std::string noise;
  unsigned state = 7;
  for (int i = 0; i < 3000; ++i) {
    state = state * 1103515245 + 12345;
    noise += static_cast<char>(state >> 16);
  }
  CHECK(sniff(noise) == 0);
}

TEST_CASE("GB 18030 text is read") {
  CHECK(read("\xD6\xD0\xB9\xFA\t1\n\xD5\xFE\xB8\xAE\t2") == "[中国|1/政府|2]");
}

TEST_CASE("a table beyond the bounds is refused, not cut") {
  std::string wide = std::string(1000, '\t') + "\n";
  const auto columns = text_format().read(as_bytes(wide));
  REQUIRE_FALSE(columns);
  CHECK(columns.error().code == Code::limit);
  std::string rows;
  for (int i = 0; i < 30'000; ++i)
    rows += "a\tb\n";
  CHECK_FALSE(text_format().read(as_bytes(rows)));
}
