// SPDX-License-Identifier: GPL-3.0-or-later
// How word processors write the numbers of automatic lists: 1, (a), iv, 一, 壹, ①, 甲.
#pragma once

#include <string>
#include <string_view>

namespace gouji {

enum class Numeral {
  none,    ///< nothing is written (also bullets: they tell nothing)
  decimal, ///< 1 2 3
  decimal_zero,
  decimal_full_width,
  lower_letter,
  upper_letter,
  lower_roman,
  upper_roman,
  ordinal,          ///< 1st 2nd
  in_dashes,        ///< - 1 -
  circled,          ///< ①
  in_parentheses,   ///< ⑴
  with_full_stop,   ///< ⒈
  chinese,          ///< 一 ... 十 十一 ... 一百
  chinese_digits,   ///< 一 ... 九 一〇
  chinese_circled,  ///< ㊀
  japanese,         ///< 一 ... 百 (no 一 before 百)
  legal_simplified, ///< 壹 贰
  legal_traditional,
  stems,    ///< 甲 乙 丙
  branches, ///< 子 丑 寅
};

/// `value` as the style writes it, UTF-8. What a style has no sign for (0 in Roman, 60 in a circle)
/// is written in decimal, as the programs do.
std::string numeral(Numeral style, int value);

/// The style that an OOXML w:numFmt names (ECMA-376-1 §17.18.59); decimal for those of other
/// scripts.
Numeral ooxml_numeral(std::string_view number_format);

/// The style that ODF's style:num-format names (ODF 1.3-3 §19.502): "1", "a", "I", or the first
/// numbers of a native style ("一, 二, 三, ...").
Numeral odf_numeral(std::string_view number_format);

} // namespace gouji
