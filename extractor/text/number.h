// SPDX-License-Identifier: GPL-3.0-or-later
// Cell text -> number, exactly as printed.
#pragma once

#include "base/decimal.h"

#include <optional>
#include <string_view>

namespace gouji {

struct CellNumber {
  enum class Kind {
    number, ///< one number, perhaps with a unit or a note beside it
    blank,  ///< nothing, or a mark for nothing: / — - 无 ...
    text    ///< anything else: no number, or more than one that could be meant
  };
  Kind kind = Kind::text;
  Decimal value;
  bool plain = true;   ///< nothing but the number itself stood there (no unit, no note)
  bool spaced = false; ///< white space stood between its digits, a full-width comma parts them or
                       ///< it begins with a needless zero: perhaps two numbers

  bool operator==(const CellNumber&) const = default;
};

/// Reads a cell: full-width digits, thousands separators, spaces and line breaks inside, signs, a
/// unit or bracketed notes beside it ("22（其中修订16件）", "27件", "251000元"), 〇 and 零, Chinese
/// numerals standing alone. "251000元" is 251000: units are not converted.
///
/// In doubt it is text: digits parted by a tab, a bracket that holds a number only ("（8）",
/// "22（16）"), a lone 一 (mostly a mistyped dash), percentages, dates, ranges, "约27",
/// superscripts and circled digits.
CellNumber read_number(std::string_view cell_text);

/// A Chinese numeral alone ("十二", "一百〇五", "两", "二〇二三", "壹拾"), or nothing; nothing also
/// for what can be read in two ways ("三四", "一百五").
std::optional<Decimal> chinese_numeral(std::string_view text);

} // namespace gouji
