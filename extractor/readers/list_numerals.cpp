// SPDX-License-Identifier: GPL-3.0-or-later
// The numeral table: signs of each list style and the rules that put them together.
#include "readers/list_numerals.h"

#include <fmt/format.h>

#include <array>
#include <cctype>
#include <span>
#include <utility>

namespace gouji {

namespace {

using Signs = std::array<std::string_view, 10>;

constexpr Signs lower_digits{"〇", "一", "二", "三", "四", "五", "六", "七", "八", "九"};
constexpr Signs simplified_digits{"零", "壹", "贰", "叁", "肆", "伍", "陆", "柒", "捌", "玖"};
constexpr Signs traditional_digits{"零", "壹", "貳", "參", "肆", "伍", "陸", "柒", "捌", "玖"};
constexpr std::array<std::string_view, 4> lower_units{"", "十", "百", "千"};
constexpr std::array<std::string_view, 4> legal_units{"", "拾", "佰", "仟"};
constexpr std::array<std::string_view, 10> stem_signs{"甲", "乙", "丙", "丁", "戊",
                                                      "己", "庚", "辛", "壬", "癸"};
constexpr std::array<std::string_view, 12> branch_signs{"子", "丑", "寅", "卯", "辰", "巳",
                                                        "午", "未", "申", "酉", "戌", "亥"};

/// 1 to 9999 with unit signs; `bare` tells from which unit down a leading 一 is not written (一十
/// is 十 in Chinese, and 一百 is 百 in Japanese).
std::string with_units(int value, const Signs& digits, std::span<const std::string_view, 4> units,
                       int bare) {
  const std::array<int, 4> places{value % 10, value / 10 % 10, value / 100 % 10, value / 1000};
  std::string text;
  bool gap = false;
  for (int place = 3; place >= 0; --place) {
    const int digit = places[static_cast<std::size_t>(place)];
    if (digit == 0) {
      gap = !text.empty();
      continue;
    }
    if (gap)
      text += bare == 3 ? "" : digits == lower_digits ? "零" : digits[0];
    gap = false;
    const bool omit = digit == 1 && place > 0 && place <= bare && (text.empty() || bare == 3);
    if (!omit)
      text += digits[static_cast<std::size_t>(digit)];
    text += units[static_cast<std::size_t>(place)];
  }
  return text;
}

std::string digit_by_digit(int value, const Signs& digits) {
  std::string text;
  for (const char c : std::to_string(value))
    text += digits[static_cast<std::size_t>(c - '0')];
  return text;
}

std::string utf8(char32_t c) {
  // All signs asked for lie between U+0800 and U+FFFF.
  return {static_cast<char>(0xE0 | (c >> 12)), static_cast<char>(0x80 | ((c >> 6) & 0x3F)),
          static_cast<char>(0x80 | (c & 0x3F))};
}

std::string roman(int value, bool upper) {
  constexpr std::array<std::pair<int, std::string_view>, 13> parts{{{1000, "m"},
                                                                    {900, "cm"},
                                                                    {500, "d"},
                                                                    {400, "cd"},
                                                                    {100, "c"},
                                                                    {90, "xc"},
                                                                    {50, "l"},
                                                                    {40, "xl"},
                                                                    {10, "x"},
                                                                    {9, "ix"},
                                                                    {5, "v"},
                                                                    {4, "iv"},
                                                                    {1, "i"}}};
  std::string text;
  for (const auto& [worth, sign] : parts)
    for (; value >= worth; value -= worth)
      text += sign;
  if (upper)
    for (char& c : text)
      c = static_cast<char>(std::toupper(static_cast<unsigned char>(c)));
  return text;
}

/// a ... z aa bb ..., as both OOXML and ODF repeat the letter.
std::string letter(int value, char first) {
  return std::string(static_cast<std::size_t>((value - 1) / 26 + 1),
                     static_cast<char>(first + (value - 1) % 26));
}

std::string circled(int value) {
  if (value <= 20)
    return utf8(0x2460 + static_cast<char32_t>(value - 1));
  if (value <= 35)
    return utf8(0x3251 + static_cast<char32_t>(value - 21));
  return utf8(0x32B1 + static_cast<char32_t>(value - 36));
}

std::string full_width(int value) {
  std::string text;
  for (const char c : std::to_string(value))
    text += utf8(0xFF10 + static_cast<char32_t>(c - '0'));
  return text;
}

/// The largest value a style has signs for.
int largest(Numeral style) {
  switch (style) {
  case Numeral::lower_letter:
  case Numeral::upper_letter:
    return 780;
  case Numeral::lower_roman:
  case Numeral::upper_roman:
  case Numeral::chinese:
  case Numeral::japanese:
  case Numeral::legal_simplified:
  case Numeral::legal_traditional:
    return 9999;
  case Numeral::circled:
    return 50;
  case Numeral::in_parentheses:
  case Numeral::with_full_stop:
    return 20;
  case Numeral::chinese_circled:
  case Numeral::stems:
    return 10;
  case Numeral::branches:
    return 12;
  default:
    return 0x7FFFFFFF;
  }
}

} // namespace

std::string numeral(Numeral style, int value) {
  if (style == Numeral::none)
    return {};
  if (value < 1 || value > largest(style))
    return std::to_string(value);
  const auto index = static_cast<char32_t>(value - 1);
  switch (style) {
  case Numeral::decimal_zero:
    return fmt::format("{:02}", value);
  case Numeral::decimal_full_width:
    return full_width(value);
  case Numeral::lower_letter:
    return letter(value, 'a');
  case Numeral::upper_letter:
    return letter(value, 'A');
  case Numeral::lower_roman:
    return roman(value, false);
  case Numeral::upper_roman:
    return roman(value, true);
  case Numeral::ordinal: {
    const bool teen = value / 10 % 10 == 1;
    const int last = value % 10;
    return std::to_string(value) + (teen        ? "th"
                                    : last == 1 ? "st"
                                    : last == 2 ? "nd"
                                    : last == 3 ? "rd"
                                                : "th");
  }
  case Numeral::in_dashes:
    return fmt::format("- {} -", value);
  case Numeral::circled:
    return circled(value);
  case Numeral::in_parentheses:
    return utf8(0x2474 + index);
  case Numeral::with_full_stop:
    return utf8(0x2488 + index);
  case Numeral::chinese_circled:
    return utf8(0x3280 + index);
  case Numeral::chinese:
    return with_units(value, lower_digits, lower_units, 1);
  case Numeral::japanese:
    return with_units(value, lower_digits, lower_units, 3);
  case Numeral::legal_simplified:
    return with_units(value, simplified_digits, legal_units, 0);
  case Numeral::legal_traditional:
    return with_units(value, traditional_digits, legal_units, 0);
  case Numeral::chinese_digits:
    return digit_by_digit(value, lower_digits);
  case Numeral::stems:
    return std::string(stem_signs[index]);
  case Numeral::branches:
    return std::string(branch_signs[index]);
  default:
    return std::to_string(value);
  }
}

Numeral ooxml_numeral(std::string_view number_format) {
  constexpr std::array<std::pair<std::string_view, Numeral>, 34> table{{
      {"decimal", Numeral::decimal},
      {"none", Numeral::none},
      {"bullet", Numeral::none},
      {"decimalZero", Numeral::decimal_zero},
      {"decimalFullWidth", Numeral::decimal_full_width},
      {"decimalFullWidth2", Numeral::decimal_full_width},
      {"decimalHalfWidth", Numeral::decimal},
      {"lowerLetter", Numeral::lower_letter},
      {"upperLetter", Numeral::upper_letter},
      {"lowerRoman", Numeral::lower_roman},
      {"upperRoman", Numeral::upper_roman},
      {"ordinal", Numeral::ordinal},
      {"numberInDash", Numeral::in_dashes},
      {"decimalEnclosedCircle", Numeral::circled},
      {"decimalEnclosedCircleChinese", Numeral::circled},
      {"decimalEnclosedParen", Numeral::in_parentheses},
      {"decimalEnclosedFullstop", Numeral::with_full_stop},
      {"ideographEnclosedCircle", Numeral::chinese_circled},
      {"chineseCounting", Numeral::chinese},
      {"chineseCountingThousand", Numeral::chinese},
      {"taiwaneseCounting", Numeral::chinese},
      {"taiwaneseCountingThousand", Numeral::chinese},
      {"japaneseCounting", Numeral::japanese},
      {"koreanDigital2", Numeral::chinese_digits},
      {"ideographDigital", Numeral::chinese_digits},
      {"taiwaneseDigital", Numeral::chinese_digits},
      {"japaneseDigitalTenThousand", Numeral::chinese_digits},
      {"chineseLegalSimplified", Numeral::legal_simplified},
      {"ideographLegalTraditional", Numeral::legal_traditional},
      {"japaneseLegal", Numeral::legal_traditional},
      {"ideographTraditional", Numeral::stems},
      {"ideographZodiac", Numeral::branches},
      {"hex", Numeral::decimal},
      {"custom", Numeral::decimal},
  }};
  for (const auto& [name, style] : table)
    if (name == number_format)
      return style;
  return Numeral::decimal;
}

Numeral odf_numeral(std::string_view number_format) {
  const std::string_view first = number_format.substr(0, number_format.find(','));
  constexpr std::array<std::pair<std::string_view, Numeral>, 18> table{{
      {"1", Numeral::decimal},
      {"01", Numeral::decimal_zero},
      {"a", Numeral::lower_letter},
      {"A", Numeral::upper_letter},
      {"i", Numeral::lower_roman},
      {"I", Numeral::upper_roman},
      {"1st", Numeral::ordinal},
      {"１", Numeral::decimal_full_width},
      {"①", Numeral::circled},
      {"⑴", Numeral::in_parentheses},
      {"⒈", Numeral::with_full_stop},
      {"一", Numeral::chinese},
      {"〇", Numeral::chinese_digits},
      {"㊀", Numeral::chinese_circled},
      {"壹", Numeral::legal_simplified},
      {"壱", Numeral::legal_traditional},
      {"甲", Numeral::stems},
      {"子", Numeral::branches},
  }};
  if (first == "壹" && number_format.find("貳") != std::string_view::npos)
    return Numeral::legal_traditional;
  for (const auto& [sign, style] : table)
    if (sign == first)
      return style;
  return first.empty() ? Numeral::none : Numeral::decimal;
}

} // namespace gouji
