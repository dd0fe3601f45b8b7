// SPDX-License-Identifier: GPL-3.0-or-later
// The table of Chinese numerals, marks for nothing and units that numbers and ordinals are read
// with. All of it is language, none of it a form's.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

namespace gouji::detail {

/// 0 to 9 of a Chinese digit, -1 for any other character. Everyday and formal (GB/T 15835) forms.
constexpr int chinese_digit(char32_t c) {
  constexpr std::array<std::u32string_view, 10> digits = {
      U"〇零○", U"一壹弌", U"二贰貳两兩", U"三叁參叄", U"四肆",
      U"五伍",  U"六陆陸", U"七柒",       U"八捌",     U"九玖"};
  for (std::size_t value = 0; value < digits.size(); ++value)
    if (digits.at(value).find(c) != std::u32string_view::npos)
      return static_cast<int>(value);
  return -1;
}

/// 10, 100, 1000 of a multiplier inside a group of four; 0 for any other character.
constexpr std::int64_t chinese_multiplier(char32_t c) {
  switch (c) {
  case U'十':
  case U'拾':
    return 10;
  case U'百':
  case U'佰':
    return 100;
  case U'千':
  case U'仟':
    return 1000;
  default:
    return 0;
  }
}

/// 10^4 or 10^8 of a multiplier of whole groups; 0 for any other character.
constexpr std::int64_t chinese_group(char32_t c) {
  switch (c) {
  case U'万':
  case U'萬':
    return 10'000;
  case U'亿':
  case U'億':
    return 100'000'000;
  default:
    return 0;
  }
}

/// Words that alone in a cell say that there is nothing to state.
inline constexpr std::array<std::string_view, 3> words_for_nothing = {"无", "無", "暂无"};

/// Measure words and units of money that may follow a number in a cell. No parts of dates and no %:
/// such a number is not a count.
inline constexpr std::array<std::string_view, 35> units = {
    "件", "项", "項",   "个",   "個",   "条",   "條",   "份",   "次",   "宗",   "起",    "例",
    "家", "人", "人次", "件次", "部",   "批",   "篇",   "本",   "户",   "名",   "宗次",  "所",
    "处", "元", "圆",   "万元", "萬元", "亿元", "億元", "千元", "百元", "元整", "万元整"};

/// Signs of money that may stand before a number; NFKC has made the full-width ones these.
inline constexpr std::array<std::string_view, 2> money_signs = {"¥", "人民币"};

/// The numeral one, which alone in a cell is mostly typed for a dash.
inline constexpr std::string_view one_or_dash = "一";

/// A comma as printed in Chinese text; NFKC makes it ','.
inline constexpr std::string_view wide_comma = "，";

/// What parts an ordinal from the words behind it: "一、", "1、".
inline constexpr std::string_view ordinal_comma = "、";
/// "第" in "第一部分".
inline constexpr std::string_view ordinal_prefix = "第";
/// "年" in "1.2024年工作": the digits behind the mark are no decimals.
inline constexpr std::string_view year_word = "年";

/// Words behind the numeral of "第一部分", "第一章".
inline constexpr std::array<std::string_view, 2> part_words = {"部分", "章"};

} // namespace gouji::detail
