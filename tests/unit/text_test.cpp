// SPDX-License-Identifier: GPL-3.0-or-later
// Labels become comparable, cells become numbers or stay text, ordinals are told from quantities.
#include "text/normalize.h"
#include "text/number.h"
#include "text/ordinal.h"
#include "text/similarity.h"

#include <catch2/catch.hpp>

#include <random>
#include <string>
#include <utility>
#include <vector>

using gouji::CellNumber;
using gouji::chinese_numeral;
using gouji::Decimal;
using gouji::leading_ordinal;
using gouji::normalized;
using gouji::normalized_prose;
using gouji::Ordinal;
using gouji::read_number;
using gouji::similarity;
using Kind = CellNumber::Kind;

TEST_CASE("labels that a reader takes for the same are equal when normalized") {
  const auto [printed, same] = GENERATE(table<std::string, std::string>({
      {"（一） 予以公开", "(一)予以公开"},
      {"三 、本 年\u3000度\n办\u00a0理", "三、本年度办理"},
      {"3.危及“三安全一稳定”", "３．危及\"三安全一稳定\""},
      {"3.危及‘三安全一稳定’", "3.危及「三安全一稳定」"},
      {"〔2021〕", "[2021]"},
      {"【附】", "（附）"},
      {"⼀、⺠⻅⻓⻔", "一、民见长门"},
      {"㈠", "（一）"},
      {"本年增\u2014减", "本年增－减"},
      {"a\u200bB\ufeffC\u00ad", "abc"},
      {"ＡＢＣ", "abc"},
      {"\u2460", "1"},
      {"《条例》", "〈条例〉"},
  }));
  CHECK(normalized(printed) == normalized(same));
}

TEST_CASE("prose keeps its case and single spaces") {
  CHECK(normalized_prose("  Word \n\t 12\u3000件\u00a0 ") == "Word 12 件");
  CHECK(normalized_prose(" \n\u3000").empty());
}

TEST_CASE("invalid UTF-8 becomes U+FFFD and is told") {
  CHECK(normalized("a\xff\xe4\xb8") == "a\ufffd\ufffd");
  CHECK_FALSE(gouji::valid_utf8("\xe4\xb8"));
  CHECK_FALSE(gouji::valid_utf8("\xc0\x80"));
  CHECK_FALSE(gouji::valid_utf8("\xed\xa0\x80"));
  CHECK(gouji::valid_utf8("中\U00020628"));
  CHECK(gouji::to_utf8(gouji::to_u32("中a\U00020628")) == "中a\U00020628");
  CHECK(gouji::to_utf8(U"\xD800") == "\ufffd");
}

TEST_CASE("normalizing twice changes nothing in Chinese text") {
  // ASCII, Latin-1, punctuation, enclosed forms, radicals, CJK punctuation, ideographs, full-width.
  const std::vector<std::pair<char32_t, char32_t>> blocks = {
      {0x20, 0x7E},     {0xA0, 0xFF},     {0x2010, 0x2044}, {0x2460, 0x24FF}, {0x2E80, 0x2FD5},
      {0x3000, 0x3029}, {0x3220, 0x3243}, {0x4E00, 0x9FFF}, {0xFF01, 0xFF5E}};
  std::mt19937 random(20211);
  for (int round = 0; round < 2000; ++round) {
    std::u32string text;
    for (int i = 0; i < 8; ++i) {
      const auto& [first, last] = blocks[random() % blocks.size()];
      text += first + static_cast<char32_t>(random() % (last - first + 1));
    }
    const std::string once = normalized(gouji::to_utf8(text));
    INFO(gouji::to_utf8(text));
    CHECK(normalized(once) == once);
  }
}

TEST_CASE("a cell that holds one number is read exactly") {
  const auto [cell, value, plain, spaced] = GENERATE(table<std::string, std::string, bool, bool>({
      {"0", "0", true, false},
      {" 27 ", "27", true, false},
      {"27\u00a0", "27", true, false},
      {"１２３", "123", true, false},
      {"1,234", "1234", true, false},
      {"12,345,678.90", "12345678.9", true, false},
      {"1，234", "1234", true, true},
      {"2 3 0", "230", true, true},
      {"12\n3", "123", true, true},
      {"000023", "23", true, true},
      {"7730.28", "7730.28", true, false},
      {"0.00", "0", true, false},
      {"-8", "-8", true, false},
      {"−8", "-8", true, false},
      {"－８", "-8", true, false},
      {"+3", "3", true, false},
      {"〇", "0", true, false},
      {"零", "0", true, false},
      {"十二", "12", true, false},
      {"27件", "27", false, false},
      {"27 件", "27", false, false},
      {"十二件", "12", false, false},
      {"251000元", "251000", false, false},
      {"25.1万元", "25.1", false, false},
      {"¥ 5.20", "5.2", false, false},
      {"22（其中修订16件）", "22", false, false},
      {"55（含自然失效29件）", "55", false, false},
      {"22\n(其中修订16件)", "22", false, false},
      {"（减用负值表示，如-8）-3", "-3", false, false},
      {"5 件（含上年[2019年]结转2件）", "5", false, false},
      {"3*", "3", false, false},
  }));
  INFO(cell);
  const CellNumber number = read_number(cell);
  REQUIRE(number.kind == Kind::number);
  CHECK(number.value.text() == value);
  CHECK(number.plain == plain);
  CHECK(number.spaced == spaced);
}

TEST_CASE("a mark for nothing is blank") {
  const std::string cell = GENERATE("", " ", "\u3000", "\u00a0", "/", "／", "-", "－", "—", "——",
                                    "--", "\\", "无", "無", " 无 ", "/\n/", "―", "─");
  INFO(cell);
  CHECK(read_number(cell).kind == Kind::blank);
}

TEST_CASE("what could mean two numbers, or none, stays text") {
  const std::string cell =
      GENERATE("（8）", "22（16）", "22（其中修订16件", "12.5%", "3、4", "3-4", "1/2", "2023年",
               "3月", "2023-01-31", "2023.1.31", "12:30", "约27", "27余件", "二十余", "三四", "一",
               "22²", "22①", "½", "1,23", "1,234,5", "0,123", "1.2.3", "5.", ".5", "8-", "--8",
               "详见附件", "自然人", "本年新收5件", "12件3", "O", "1e3", "0x10", "十万元", "5万",
               "99999999999999999999", "0.1234567", "+", ".", ",", "-件", "（无）件");
  INFO(cell);
  CHECK(read_number(cell).kind == Kind::text);
}

TEST_CASE("a long cell is text, however it begins") {
  CHECK(read_number("5" + std::string(5000, ' ') + "x").kind == Kind::text);
  CHECK(read_number(std::string(1'000'000, '(')).kind == Kind::text);
}

TEST_CASE("Chinese numerals are read by their places") {
  const auto [text, value] = GENERATE(table<std::string, int>({{"十", 10},
                                                               {"二十一", 21},
                                                               {"两", 2},
                                                               {"一百〇五", 105},
                                                               {"一百零五", 105},
                                                               {"一百一十五", 115},
                                                               {"一千〇五十", 1050},
                                                               {"两百", 200},
                                                               {"一万二千三百四十五", 12345},
                                                               {"一万〇五", 10005},
                                                               {"二〇二三", 2023},
                                                               {"一〇五", 105},
                                                               {"壹拾贰", 12},
                                                               {"一亿零三", 100000003}}));
  INFO(text);
  REQUIRE(chinese_numeral(text));
  CHECK(*chinese_numeral(text) == Decimal(value));
}

TEST_CASE("what is no numeral, or two, is none") {
  const std::string text = GENERATE("", "三四", "一百五", "百", "十百", "一百〇", "〇五", "万",
                                    "五年", "一千亿亿", "12", "一十百", "九千九百九十九亿");
  INFO(text);
  CHECK_FALSE(chinese_numeral(text));
}

TEST_CASE("ordinals begin headings and items") {
  using Style = Ordinal::Style;
  const auto [text, style, value, rest] = GENERATE(table<std::string, Style, int, std::string>({
      {"一、总体情况", Style::chinese, 1, "总体情况"},
      {"十一.其他", Style::chinese, 11, "其他"},
      {"三 、 收到", Style::chinese, 3, "收到"},
      {"(一)予以公开", Style::chinese_bracket, 1, "予以公开"},
      {"( 二 ) 部分", Style::chinese_bracket, 2, "部分"},
      {"三)不予公开", Style::chinese_bracket, 3, "不予公开"},
      {"1.属于国家秘密", Style::digit, 1, "属于国家秘密"},
      {"12、其他", Style::digit, 12, "其他"},
      {"1.2024年工作", Style::digit, 1, "2024年工作"},
      {"(1)主动", Style::digit_bracket, 1, "主动"},
      {"2)主动", Style::digit_bracket, 2, "主动"},
      {"第一部分 总体情况", Style::part, 1, "总体情况"},
      {"第3章:其他", Style::part, 3, "其他"},
  }));
  INFO(text);
  const Ordinal ordinal = leading_ordinal(text);
  CHECK(ordinal.style == style);
  CHECK(ordinal.value == value);
  CHECK(text.substr(ordinal.length) == rest);
}

TEST_CASE("quantities, years and words are no ordinals") {
  const std::string text = GENERATE("", "一是加强", "2023年", "1.5万元", "3、4月份", "第二十条",
                                    "一百件", "(2021)30号", "100、", "十", "(一", "01.x", "总体");
  INFO(text);
  CHECK(leading_ordinal(text) == Ordinal{});
}

TEST_CASE("likeness counts characters, not bytes") {
  CHECK(similarity("", "") == 1);
  CHECK(similarity("", "一") == 0);
  CHECK(similarity("行政许可", "行政许可") == 1);
  CHECK(similarity("行政许可", "行政处可") == Approx(0.75));
  CHECK(similarity("规范性文件", "行政规范性文件") == Approx(1 - 2.0 / 7));
}

TEST_CASE("both ways of counting edits agree") {
  std::mt19937 random(20212);
  for (int round = 0; round < 300; ++round) {
    std::string a, b;
    for (std::size_t i = random() % 64; i > 0; --i)
      a += static_cast<char>('a' + random() % 4);
    for (std::size_t i = random() % 64; i > 0; --i)
      b += static_cast<char>('a' + random() % 4);
    // A common head of 65 letters moves the same pair over the bound of the fast way.
    const std::string head(65, '#');
    const double longer = static_cast<double>(std::max(a.size(), b.size()));
    if (longer == 0)
      continue;
    CHECK((1 - similarity(a, b)) * longer ==
          Approx((1 - similarity(head + a, head + b)) * (longer + 65)).margin(1e-9));
  }
}

TEST_CASE("a prepared text is as like as an unprepared one, or less than was asked for") {
  std::mt19937 random(20213);
  const std::vector<std::string> letters = {"行", "政", "许", "可", "处", "罚", "a", "1"};
  const auto text = [&] {
    std::string made;
    for (std::size_t i = random() % 12; i > 0; --i)
      made += letters[random() % letters.size()];
    return made;
  };
  for (int round = 0; round < 1000; ++round) {
    const std::string a = text(), b = text();
    const double alike = similarity(a, b);
    INFO(a << " " << b);
    CHECK(gouji::Comparable(a).similarity_above(0.6, gouji::Comparable(b)) ==
          Approx(alike >= 0.6 ? alike : 0));
  }
}

TEST_CASE("digits parted by a tab are two numbers, by a space perhaps one") {
  CHECK(read_number("5\t1").kind == Kind::text);
  CHECK(read_number("5 1").spaced);
  CHECK(read_number("\t5\t").value == Decimal(5));
}
