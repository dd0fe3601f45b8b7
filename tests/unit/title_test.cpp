// SPDX-License-Identifier: GPL-3.0-or-later
// Titles as they are printed: agency and year come out whatever stands around them.
#include "matching/sections.h"
#include "outline_layout.h"

#include <catch2/catch.hpp>

using namespace gouji;
using test::paragraph;

namespace {

Outline outline_of(const std::vector<Paragraph>& before) {
  std::vector<Block> flow(before.begin(), before.end());
  flow.push_back(paragraph("一、总体情况"));
  flow.push_back(paragraph("正文。"));
  const Layout layout = test::outline_layout();
  return read_outline(flow, &layout);
}

Outline outline_of(const std::string& title) {
  return outline_of({paragraph(title)});
}

} // namespace

TEST_CASE("agency and year come out of every printed form of the title") {
  const struct {
    const char* title;
    const char* agency;
    int year;
  } cases[] = {
      {"卢氏县人民政府办公室 2023 年政府信息公开工作年度报告", "卢氏县人民政府办公室", 2023},
      {"2024年曲沃县人民政府办公室政府信息公开工作年度报告", "曲沃县人民政府办公室", 2024},
      {"2024 年曲沃县人民政府办公室政府信息公开工\n作年度报告", "曲沃县人民政府办公室", 2024},
      {"徐圩新区2023年政府信息公开年度报告", "徐圩新区", 2023},
      {"海州区2025年度政府信息公开工作报告", "海州区", 2025},
      {"某某局政府信息公开工作2021年度报告", "某某局", 2021},
      {"某某局2021年度政府信息公开工作的年度报告", "某某局", 2021},
      {"2020年某某局2020年度政府信息公开工作年度报告", "某某局", 2020},
      {"某某市〇〇区二〇二三年政府信息公开工作年度报告", "某某市〇〇区", 2023},
      {"标题: 平潭综合实验区2020年度政府信息公开工作年度报告", "平潭综合实验区", 2020},
      {"首页 > 年报 > 某某县２０２２年政府信息公开工作年度报告", "某某县", 2022},
      {"某某局（本级）2022年政府信息公开工作年度报告", "某某局（本级）", 2022},
      {"某 某 局 2022年政府信息公开工作年度报告.docx", "某某局", 2022},
      {"2022年政府信息公开工作年度报告", "", 2022},
  };
  for (const auto& c : cases) {
    const Outline outline = outline_of(c.title);
    INFO(c.title);
    CHECK(outline.agency == c.agency);
    CHECK(outline.year == c.year);
  }
}

TEST_CASE("a title in two lines is one title") {
  const Outline outline = outline_of({paragraph("曲沃县人民政府办公室"), paragraph(""),
                                      paragraph("2024年政府信息公开工作年度报告"),
                                      paragraph("本年度报告根据条例编制。")});
  CHECK(outline.title == "曲沃县人民政府办公室2024年政府信息公开工作年度报告");
  CHECK(outline.agency == "曲沃县人民政府办公室");
  CHECK(outline.year == 2024);
  REQUIRE(outline.preamble.size() == 1);
  CHECK(outline.preamble[0].text == "本年度报告根据条例编制。");
}

TEST_CASE("what a web page prints before the title is not the title") {
  const Outline outline = outline_of(
      {paragraph("首页"), paragraph("2018年政府信息公开工作年度报告"),
       paragraph("当前位置：首页 > 政府信息公开 > 政府信息公开年报"),
       paragraph("名　　称： 宁乡市人民政府办公室2020年度政府信息公开工作年度报告"),
       paragraph("宁乡市人民政府办公室2020年度政府信息公开工作年度报告"),
       paragraph("发布时间：2021-01-09"),
       paragraph("现公布2019年政府信息公开工作年度报告。以下为2020年政府信息公开工作年度报告。")});
  CHECK(outline.title == "宁乡市人民政府办公室2020年度政府信息公开工作年度报告");
  CHECK(outline.agency == "宁乡市人民政府办公室");
  CHECK(outline.year == 2020);
}

TEST_CASE("a centred line wins over the same words in running text") {
  Paragraph centred = paragraph("某某县财政局2023年政府信息公开工作年度报告");
  centred.centered = true;
  centred.font_size = 22;
  const Outline outline =
      outline_of({paragraph("附件：上级机关2022年政府信息公开工作年度报告"), centred,
                  paragraph("上级机关2022年政府信息公开工作年度报告")});
  CHECK(outline.agency == "某某县财政局");
}

TEST_CASE("residue of a word processor is no part of the title") {
  const Outline outline = outline_of("[bookmark: _GoBack]某某县2023年政府信息公开工作年度报告");
  CHECK(outline.title == "某某县2023年政府信息公开工作年度报告");
  CHECK(outline.agency == "某某县");
}

TEST_CASE("a year that the title leaves out comes from the stated period") {
  const Outline outline = outline_of({paragraph("某某县政府信息公开工作年度报告"),
                                      paragraph("数据统计期限自2022年1月1日起，至12月31日止。")});
  CHECK(outline.agency == "某某县");
  CHECK(outline.year == 2022);
}

TEST_CASE("without a title there is no agency") {
  const Outline outline = outline_of("各单位要高度重视政府信息公开工作年度报告的编制。");
  CHECK(outline.title.empty());
  CHECK(outline.agency.empty());
  CHECK(outline.year == 0);
  CHECK(outline.preamble.size() == 1);
}
