// SPDX-License-Identifier: GPL-3.0-or-later
// The numbers that begin headings and items: 一、 （一） 1. 第一部分 ...
#pragma once

#include <string_view>

namespace gouji {

struct Ordinal {
  enum class Style {
    none,
    chinese /* 一、 */,
    chinese_bracket /* （一） */,
    digit /* 1. 1、 */,
    digit_bracket /* （1） 1） */,
    part /* 第一部分 */
  };
  Style style = Style::none;
  int value = 0;          ///< from 1; 0 with Style::none
  std::size_t length = 0; ///< bytes of the text it takes up, with the mark behind it

  bool operator==(const Ordinal&) const = default;
};

/// The ordinal at the start of `text`, which is already `normalized` or `normalized_prose`.
Ordinal leading_ordinal(std::string_view text);

} // namespace gouji
