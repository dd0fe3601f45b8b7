// SPDX-License-Identifier: GPL-3.0-or-later
// Digits, then what stands behind them.
#include "checks/figures.h"

#include "text/normalize.h"
#include "text/number.h"
#include "text/numerals.h"

#include <algorithm>
#include <optional>

namespace gouji {
namespace {

constexpr std::size_t longest_number = 14; // characters; more are no count

bool european(char32_t c) {
  return U'0' <= c && c <= U'9';
}
bool chinese(char32_t c) {
  return detail::chinese_digit(c) >= 0 || detail::chinese_multiplier(c) > 0 ||
         detail::chinese_group(c) > 0;
}

/// Does ",ddd" and no fourth digit stand at `at`?
bool thousands(std::u32string_view text, std::size_t at) {
  if (at + 3 >= text.size() || text[at] != U',')
    return false;
  for (std::size_t i = at + 1; i < at + 4; ++i)
    if (!european(text[i]))
      return false;
  return at + 4 == text.size() || !european(text[at + 4]);
}

/// Marks that make the digits beside them part of something else: decimals, codes, ranges, dates.
bool joins(char32_t c) {
  constexpr std::u32string_view joints = U".-~/%‰至第";
  return joints.find(c) != std::u32string_view::npos || (U'a' <= c && c <= U'z');
}

} // namespace

FigureWords::FigureWords(const Prose& prose)
    : unit(prose.words_of("unit")), weak_unit(prose.words_of("weak_unit")),
      more(prose.words_of("more")), about(prose.words_of("about")) {}

std::vector<Figure> find_figures(std::u32string_view text, const FigureWords& words) {
  std::vector<Figure> figures;
  for (std::size_t at = 0; at < text.size();) {
    const bool digits = european(text[at]);
    if (!digits && !chinese(text[at])) {
      ++at;
      continue;
    }
    std::size_t end = at;
    std::string number;
    while (end < text.size() && (digits ? european(text[end]) : chinese(text[end]))) {
      append_utf8(number, text[end++]);
      if (digits && thousands(text, end))
        ++end;
    }
    const std::size_t first = at;
    at = end;
    if (end - first > longest_number || (first > 0 && joins(text[first - 1])) ||
        (end < text.size() && joins(text[end])))
      continue;
    const auto value = digits ? Decimal::parse(number) : chinese_numeral(number);
    if (!value)
      continue;

    Figure figure;
    figure.value = *value;
    std::size_t last = end;
    if (const std::size_t more = words.more.length_at(text, last); more > 0) {
      figure.kind = Figure::Kind::more;
      last += more;
    }
    std::size_t unit = words.unit.length_at(text, last);
    if (unit == 0 && *value == Decimal())
      unit = words.weak_unit.length_at(text, last);
    const bool ends = last == text.size() || (text[last] < 0x80 && !european(text[last])) ||
                      text[last] == U'。' || text[last] == U'、';
    if (unit == 0 && !(*value == Decimal() && ends))
      continue;
    last += unit;
    if (figure.kind == Figure::Kind::exact && words.more.length_at(text, last) > 0)
      figure.kind = Figure::Kind::more; // "100件以上"
    bool about = words.about.length_at(text, last) > 0;
    for (std::size_t back = 1; back <= std::min<std::size_t>(first, 3); ++back)
      about = about || words.about.length_at(text, first - back) == back;
    if (about)
      figure.kind = Figure::Kind::about;
    if (last < text.size() && text[last] == U'/') // a rate: "20件/月"
      continue;
    figure.place = {first, last};
    figures.push_back(figure);
    at = last;
  }
  return figures;
}

} // namespace gouji
