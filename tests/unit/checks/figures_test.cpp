// SPDX-License-Identifier: GPL-3.0-or-later
// Numbers with units in prose, and the patterns that claims are found by.
#include "checks/figures.h"
#include "text/normalize.h"

#include <catch2/catch.hpp>

using namespace gouji;

namespace {

Prose small_prose() {
  Prose prose;
  prose.words = {{"unit", {"件", "起", "件次"}},
                 {"weak_unit", {"条"}},
                 {"more", {"余", "多", "以上"}},
                 {"about", {"近", "约", "左右"}},
                 {"no", {"未收到", "无"}}};
  return prose;
}

std::string figures_of(const std::string& text) {
  const char* kinds[] = {"", "+", "~"};
  const FigureWords words(small_prose());
  std::string out;
  for (const Figure& figure : find_figures(to_u32(normalized(text)), words)) {
    if (!out.empty())
      out += ' ';
    out += figure.value.text();
    out += kinds[static_cast<int>(figure.kind)];
  }
  return out;
}

std::string matched(const std::string& pattern, const std::string& text) {
  const std::u32string characters = to_u32(normalized(text));
  const SearchedText searched(characters);
  const auto span = Pattern(pattern, small_prose(), 2023).last_in(searched);
  return span ? to_utf8(characters.substr(span->first, span->last - span->first)) : "";
}

} // namespace

TEST_CASE("whole numbers with a unit are figures") {
  CHECK(figures_of("收到 28 起") == "28");
  CHECK(figures_of("受理1,234件，办结１２件次") == "1234 12");
  CHECK(figures_of("结转十五件、一百〇二件") == "15 102");
  CHECK(figures_of("100余件，近30件，5件以上，20件左右") == "100+ 30~ 5+ 20~");
  CHECK(figures_of("为0条；共0。") == "0 0");
}

TEST_CASE("years, ordinals, ranges, decimals and other units are no figures") {
  for (const char* text : {"2023年", "第3件", "15至20件", "3-5件", "1.5件", "12.3%", "发布6243条",
                           "一件一审", "123456789012345件", "20件/月"})
    CHECK(figures_of(text) == (std::string(text) == "一件一审" ? "1" : ""));
}

TEST_CASE("a pattern matches its words in order and as late as it can") {
  CHECK(matched("收到~申请", "收到甲申请、乙申请") == "收到甲申请、乙申请");
  CHECK(matched("{no}~申请", "全年未收到公开申请") == "未收到公开申请");
  CHECK(matched("{last}年~结转", "含2022年结转") == "2022年结转");
  CHECK(matched("{next}年", "2022年") == "");
  CHECK(matched("诉讼~{no}$", "诉讼均无") == "诉讼均无");
  CHECK(matched("诉讼~{no}$", "诉讼均无败诉") == "");
  CHECK(matched("申请~收到", "收到申请") == "");
}
