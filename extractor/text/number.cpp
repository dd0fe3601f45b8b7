// SPDX-License-Identifier: GPL-3.0-or-later
// Numbers in cells. The order is: fold widths and signs, take notes and units off, and accept what
// is left only when it is one number in full; everything else is text.
#include "text/number.h"

#include "text/normalize.h"
#include "text/numerals.h"

#include <algorithm>
#include <string>

namespace gouji {
namespace {

using Kind = CellNumber::Kind;

constexpr CellNumber text_cell{Kind::text, {}, true, false};
constexpr CellNumber blank_cell{Kind::blank, {}, true, false};

bool digit(char c) {
  return '0' <= c && c <= '9';
}

/// NFKC would turn these into digits that the print does not mean: superscripts are notes, circled
/// and bracketed digits are ordinals, fractions are no counts.
bool has_deceptive_digit(std::string_view text) {
  for (const char32_t c : to_u32(text))
    if (c == 0xB2 || c == 0xB3 || c == 0xB9 || (0xBC <= c && c <= 0xBE) ||
        (0x2070 <= c && c <= 0x209C) || (0x2150 <= c && c <= 0x218B) ||
        (0x2460 <= c && c <= 0x24FF) || (0x2776 <= c && c <= 0x2793) ||
        (0x3192 <= c && c <= 0x319F) || (0x3220 <= c && c <= 0x3247) ||
        (0x3250 <= c && c <= 0x325F) || (0x3280 <= c && c <= 0x33FF) ||
        (0x1F100 <= c && c <= 0x1F10C))
      return true;
  return false;
}

void trim(std::string_view& text) {
  while (!text.empty() && text.front() == ' ')
    text.remove_prefix(1);
  while (!text.empty() && text.back() == ' ')
    text.remove_suffix(1);
}

/// Removes bracketed notes. False when a bracket is left open or holds no word: it may then be the
/// number itself.
bool drop_notes(std::string& text, bool& dropped) {
  if (text.find_first_of("()") == std::string::npos)
    return true;
  std::string kept;
  int depth = 0;
  bool words = false;
  for (const char c : text) {
    if (c == '(') {
      if (depth++ == 0)
        words = false;
    } else if (c == ')') {
      if (--depth < 0 || (depth == 0 && !words))
        return false;
      dropped = true;
    } else if (depth > 0) {
      words = words || static_cast<unsigned char>(c) >= 0x80 || ('a' <= c && c <= 'z') ||
              ('A' <= c && c <= 'Z');
    } else {
      kept += c;
    }
  }
  text = std::move(kept);
  return depth == 0;
}

/// Takes a sign of money off the front, a note's asterisk and a unit off the end; returns the unit.
std::string_view drop_unit(std::string_view& text) {
  for (const std::string_view sign : detail::money_signs)
    if (text.starts_with(sign))
      text.remove_prefix(sign.size());
  if (text.ends_with("*"))
    text.remove_suffix(1);
  std::string_view longest;
  for (const std::string_view unit : detail::units)
    if (text.ends_with(unit) && unit.size() > longest.size())
      longest = unit;
  text.remove_suffix(longest.size());
  trim(text);
  return longest;
}

/// Is every comma of "1,234,567.8" a separator of thousands?
bool commas_group_thousands(std::string_view digits) {
  const auto point = std::min(digits.find('.'), digits.size());
  std::size_t first = digits.find(',');
  if (first == 0 || first > 3 || digits.front() == '0')
    return false;
  for (; first < point; first += 4) {
    if (digits[first] != ',' || first + 4 > point)
      return false;
    if (!std::all_of(digits.begin() + static_cast<std::ptrdiff_t>(first) + 1,
                     digits.begin() + static_cast<std::ptrdiff_t>(first) + 4, digit))
      return false;
  }
  return digits.find(',', point) == std::string_view::npos;
}

/// "-1, 234.5" -> the number. `text` is trimmed and not empty.
std::optional<CellNumber> arabic(std::string_view text) {
  CellNumber number;
  number.kind = Kind::number;
  std::string digits, sign;
  if (text.front() == '-' || text.front() == '+') {
    sign = text.front();
    text.remove_prefix(1);
  }
  for (const char c : text) {
    if (c == ' ')
      number.spaced = true;
    else if (digit(c) || c == '.' || c == ',')
      digits += c;
    else
      return std::nullopt;
  }
  if (digits.find(',') != std::string::npos) {
    if (!commas_group_thousands(digits))
      return std::nullopt;
    std::erase(digits, ',');
  }
  if (digits.size() > 1 && digits[0] == '0' && digits[1] != '.')
    number.spaced = true;
  const auto value = Decimal::parse(sign + digits);
  if (!value)
    return std::nullopt;
  number.value = *value;
  return number;
}

/// "5\t1": two numbers, whatever put them into one cell.
bool tab_between_digits(std::string_view text) {
  for (std::size_t tab = text.find('\t'); tab != text.npos; tab = text.find('\t', tab + 1))
    if (tab > 0 && digit(text[tab - 1]) && tab + 1 < text.size() && digit(text[tab + 1]))
      return true;
  return false;
}

bool multiplies(char32_t c) {
  return detail::chinese_multiplier(c) > 0 || detail::chinese_group(c) > 0;
}

bool says_nothing(std::string_view text) {
  if (std::find(detail::words_for_nothing.begin(), detail::words_for_nothing.end(), text) !=
      detail::words_for_nothing.end())
    return true;
  return text.find_first_not_of("-/\\ ") == std::string_view::npos;
}

/// The number in positional writing ("二〇二三"), or nothing.
std::optional<std::int64_t> positional(std::u32string_view text) {
  // "三四" is "three or four": only a zero or the length of a year tells the writing apart.
  const bool zero = std::any_of(text.begin(), text.end(),
                                [](char32_t c) { return detail::chinese_digit(c) == 0; });
  if (text.size() > 1 && !(zero && detail::chinese_digit(text.front()) != 0) && text.size() != 4)
    return std::nullopt;
  if (text.size() > 10)
    return std::nullopt;
  std::int64_t value = 0;
  for (const char32_t c : text) {
    const int d = detail::chinese_digit(c);
    if (d < 0)
      return std::nullopt;
    value = value * 10 + d;
  }
  return value;
}

} // namespace

std::optional<Decimal> chinese_numeral(std::string_view text) {
  const std::u32string characters = to_u32(text);
  if (characters.empty())
    return std::nullopt;
  if (const auto value = positional(characters))
    return Decimal(*value);

  // total holds finished groups of 10^8 and 10^4, group what stands before the next of them.
  std::int64_t total = 0, group = 0, digit_value = -1;
  std::int64_t last_group = Decimal::limit, last_multiplier = 10'000;
  bool zero = false;
  for (const char32_t c : characters) {
    if (const int d = detail::chinese_digit(c); d == 0) {
      if (zero || digit_value >= 0 || (group == 0 && total == 0))
        return std::nullopt;
      zero = true;
    } else if (d > 0) {
      if (digit_value >= 0)
        return std::nullopt;
      digit_value = d;
    } else if (const auto multiplier = detail::chinese_multiplier(c); multiplier > 0) {
      // Only ten may stand without its digit: "十二", "一百十二".
      if (multiplier >= last_multiplier || (digit_value < 0 && (multiplier != 10 || zero)))
        return std::nullopt;
      group += (digit_value < 0 ? 1 : digit_value) * multiplier;
      last_multiplier = multiplier;
      digit_value = -1;
      zero = false;
    } else if (const auto unit = detail::chinese_group(c); unit > 0) {
      group += std::max<std::int64_t>(digit_value, 0);
      if (unit >= last_group || group == 0)
        return std::nullopt;
      total += group * unit;
      last_group = unit;
      last_multiplier = 10'000;
      group = 0;
      digit_value = -1;
      zero = false;
    } else {
      return std::nullopt;
    }
  }
  if (digit_value >= 0) {
    // "一百五" is 150 in speech and 105 by its signs: it needs its zero.
    const bool gap = last_multiplier > 10 && (last_multiplier < 10'000 || total > 0);
    if (gap && !zero)
      return std::nullopt;
    group += digit_value;
  } else if (zero) {
    return std::nullopt;
  }
  const std::int64_t value = total + group;
  if (value >= Decimal::limit)
    return std::nullopt;
  return Decimal(value);
}

CellNumber read_number(std::string_view cell_text) {
  if (!cell_text.empty() && cell_text.size() <= 9 &&
      (cell_text.front() != '0' || cell_text.size() == 1) &&
      std::all_of(cell_text.begin(), cell_text.end(), digit))
    return {Kind::number, *Decimal::parse(cell_text), true, false};
  // A number with its note is short; prose is not worth the search.
  constexpr std::size_t longest = 400;
  if (cell_text.size() > longest * 4)
    return text_cell;

  if (tab_between_digits(cell_text))
    return text_cell;
  std::string text = normalized_prose(cell_text);
  if (says_nothing(text))
    return blank_cell;
  if (text.size() > longest || has_deceptive_digit(cell_text))
    return text_cell;
  bool note = false;
  if (!drop_notes(text, note))
    return text_cell;
  std::string_view rest = text;
  trim(rest);
  if (rest.empty())
    return text_cell;
  if (says_nothing(rest))
    return blank_cell;
  const std::size_t length = rest.size();
  const std::string_view unit = drop_unit(rest);
  const bool alone = rest.size() == length;
  if (rest.empty())
    return text_cell;

  std::optional<CellNumber> number = arabic(rest);
  if (!number) {
    // "十万元" is ten units of 10,000 or 100,000 units of one.
    const bool unit_multiplies = !unit.empty() && multiplies(to_u32(unit).front());
    const auto value = chinese_numeral(rest);
    if (!value || unit_multiplies || rest == detail::one_or_dash)
      return text_cell;
    number = CellNumber{Kind::number, *value, true, false};
  }
  number->plain = !note && alone;
  if (rest.find(',') != std::string_view::npos &&
      cell_text.find(detail::wide_comma) != std::string_view::npos)
    number->spaced = true;
  return *number;
}

} // namespace gouji
