// SPDX-License-Identifier: GPL-3.0-or-later
// Ordinals in front of headings and items.
#include "text/ordinal.h"

#include "text/normalize.h"
#include "text/number.h"
#include "text/numerals.h"

#include <string>

namespace gouji {
namespace {

using Style = Ordinal::Style;

/// No heading is numbered higher; more is a year or a quantity.
constexpr int highest = 99;

/// A place in the text that moves over what it recognises.
struct Reader {
  std::string_view text;
  std::size_t at = 0;

  bool take(std::string_view mark) {
    if (!text.substr(at).starts_with(mark))
      return false;
    at += mark.size();
    return true;
  }
  void spaces() {
    while (take(" ")) {
    }
  }
  bool digit() const { return at < text.size() && '0' <= text[at] && text[at] <= '9'; }

  /// "12" -> 12, or 0.
  int digits() {
    int value = 0;
    const std::size_t start = at;
    for (; digit(); ++at)
      value = value > highest ? value : value * 10 + (text[at] - '0');
    if (value > highest || (at > start && text[start] == '0'))
      value = 0;
    return value;
  }

  /// "十二" -> 12, or 0. An ordinal has at most three signs ("二十一"), each of three bytes.
  int chinese() {
    std::size_t length = 0;
    while (length < 9 && at + length + 3 <= text.size()) {
      const std::u32string next = to_u32(text.substr(at + length, 3));
      if (next.size() != 1 ||
          (detail::chinese_digit(next[0]) < 0 && detail::chinese_multiplier(next[0]) != 10))
        break;
      length += 3;
    }
    const auto value = length == 0 ? std::nullopt : chinese_numeral(text.substr(at, length));
    if (!value || *value < Decimal(1) || *value > Decimal(highest))
      return 0;
    at += length;
    return static_cast<int>(value->millionths() / Decimal::one);
  }
};

Ordinal done(Style style, int value, Reader& reader) {
  reader.spaces();
  return {style, value, reader.at};
}

Ordinal part(Reader reader) {
  reader.spaces();
  int value = reader.chinese();
  if (value == 0)
    value = reader.digits();
  reader.spaces();
  for (const std::string_view word : detail::part_words)
    if (value > 0 && reader.take(word)) {
      reader.spaces();
      if (!reader.take(detail::ordinal_comma) && !reader.take(":"))
        reader.take(".");
      return done(Style::part, value, reader);
    }
  return {};
}

/// "一)" and the like, with or without the opening bracket.
Ordinal bracketed(Reader reader) {
  reader.spaces();
  Style style = Style::chinese_bracket;
  int value = reader.chinese();
  if (value == 0) {
    style = Style::digit_bracket;
    value = reader.digits();
  }
  reader.spaces();
  if (value == 0 || !reader.take(")"))
    return {};
  if (!reader.take(detail::ordinal_comma))
    reader.take(".");
  return done(style, value, reader);
}

/// Is the '.' or '、' just passed a decimal point or a list's comma: "1.5", "3、4"? A year behind
/// it
/// ("1.2024年...") is the heading's first word.
bool goes_on_as_number(Reader reader) {
  const std::size_t start = reader.at;
  reader.digits();
  return reader.at > start &&
         !(reader.at == start + 4 && reader.text.substr(reader.at).starts_with(detail::year_word));
}

} // namespace

Ordinal leading_ordinal(std::string_view text) {
  Reader reader{text};
  reader.spaces();
  if (reader.take(detail::ordinal_prefix))
    return part(reader);
  if (reader.take("("))
    return bracketed(reader);
  if (const Ordinal ordinal = bracketed(reader); ordinal.style != Style::none)
    return ordinal;

  if (const int value = reader.chinese(); value > 0) {
    reader.spaces();
    for (const std::string_view mark : {detail::ordinal_comma, std::string_view("."),
                                        std::string_view(","), std::string_view(":")})
      if (reader.take(mark))
        return done(Style::chinese, value, reader);
    return {};
  }
  const int value = reader.digits();
  reader.spaces();
  if (value == 0 || (!reader.take(detail::ordinal_comma) && !reader.take(".")) ||
      goes_on_as_number(reader))
    return {};
  return done(Style::digit, value, reader);
}

} // namespace gouji
