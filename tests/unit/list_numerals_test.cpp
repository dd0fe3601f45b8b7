// SPDX-License-Identifier: GPL-3.0-or-later
#include "readers/list_numerals.h"

#include <catch2/catch.hpp>

using namespace gouji;

TEST_CASE("Chinese counting") {
  const auto count = [](int value) {
    return numeral(ooxml_numeral("chineseCountingThousand"), value);
  };
  CHECK(count(1) == "一");
  CHECK(count(10) == "十");
  CHECK(count(11) == "十一");
  CHECK(count(20) == "二十");
  CHECK(count(99) == "九十九");
  CHECK(count(100) == "一百");
  CHECK(count(101) == "一百零一");
  CHECK(count(110) == "一百一十");
  CHECK(count(2024) == "二千零二十四");
}

TEST_CASE("other numerals of East Asian lists") {
  CHECK(numeral(ooxml_numeral("japaneseCounting"), 110) == "百十");
  CHECK(numeral(ooxml_numeral("ideographDigital"), 10) == "一〇");
  CHECK(numeral(ooxml_numeral("chineseLegalSimplified"), 12) == "壹拾贰");
  CHECK(numeral(ooxml_numeral("decimalFullWidth"), 12) == "１２");
  CHECK(numeral(ooxml_numeral("decimalEnclosedCircle"), 20) == "⑳");
  CHECK(numeral(ooxml_numeral("decimalEnclosedCircle"), 21) == "㉑");
  CHECK(numeral(ooxml_numeral("decimalEnclosedCircle"), 36) == "㊱");
  CHECK(numeral(ooxml_numeral("decimalEnclosedParen"), 3) == "⑶");
  CHECK(numeral(ooxml_numeral("decimalEnclosedFullstop"), 4) == "⒋");
  CHECK(numeral(ooxml_numeral("ideographTraditional"), 3) == "丙");
  CHECK(numeral(ooxml_numeral("ideographZodiac"), 12) == "亥");
}

TEST_CASE("Western numerals") {
  CHECK(numeral(Numeral::lower_roman, 1994) == "mcmxciv");
  CHECK(numeral(Numeral::upper_letter, 26) == "Z");
  CHECK(numeral(Numeral::lower_letter, 28) == "bb");
  CHECK(numeral(Numeral::decimal_zero, 7) == "07");
  CHECK(numeral(Numeral::ordinal, 22) == "22nd");
  CHECK(numeral(Numeral::ordinal, 112) == "112th");
}

TEST_CASE("a value without a sign is written in decimal") {
  CHECK(numeral(Numeral::circled, 51) == "51");
  CHECK(numeral(Numeral::chinese, 0) == "0");
  CHECK(numeral(Numeral::stems, 11) == "11");
  CHECK(numeral(Numeral::lower_letter, -3) == "-3");
}

TEST_CASE("ODF names styles by their first numbers") {
  CHECK(odf_numeral("一, 二, 三, ...") == Numeral::chinese);
  CHECK(odf_numeral("壹, 贰, 叁, ...") == Numeral::legal_simplified);
  CHECK(odf_numeral("壹, 貳, 參, ...") == Numeral::legal_traditional);
  CHECK(odf_numeral("I") == Numeral::upper_roman);
  CHECK(odf_numeral("") == Numeral::none);
}
