// SPDX-License-Identifier: GPL-3.0-or-later
// Reading dates: a number and the word or mark behind it, three times.
#include "text/date.h"

#include "text/numerals.h"

#include <array>
#include <optional>
#include <string>

namespace gouji {
namespace {

// The calendar's words; language, none of it a form's.
constexpr char32_t year_word = U'年', year_long = U'度', month_word = U'月';
constexpr std::u32string_view day_words = U"日号";
constexpr std::u32string_view date_marks = U".-/";
/// What may stand between the two dates of a span.
constexpr std::u32string_view span_words = U"至到-~起止开始,截为从自";
/// One of these must.
constexpr std::u32string_view to_words = U"至到-~";
constexpr std::size_t longest_link = 6;

constexpr int first_year = 1949, last_year = 2099;

bool ascii_digit(char32_t c) {
  return U'0' <= c && c <= U'9';
}

struct Reader {
  std::u32string_view text;
  std::size_t at = 0;

  bool done() const { return at >= text.size(); }
  bool take(char32_t c) {
    if (done() || text[at] != c)
      return false;
    ++at;
    return true;
  }
  bool take_any(std::u32string_view set) {
    if (done() || set.find(text[at]) == std::u32string_view::npos)
      return false;
    ++at;
    return true;
  }

  /// Four digits, European or Chinese, that no further digit follows; a year in range, or 0.
  int year() {
    int value = 0;
    std::size_t end = at;
    for (; end < text.size() && end - at < 5; ++end) {
      const int digit = ascii_digit(text[end]) ? static_cast<int>(text[end] - U'0')
                                               : detail::chinese_digit(text[end]);
      if (digit < 0)
        break;
      value = value * 10 + digit;
    }
    if (end - at != 4 || value < first_year || value > last_year)
      return 0;
    at = end;
    return value;
  }

  /// 1 to `highest` in European digits or Chinese numerals up to ninety-nine, or 0.
  int small(int highest) {
    std::size_t end = at;
    int value = 0;
    if (!done() && ascii_digit(text[end])) {
      for (; end < text.size() && end - at < 2 && ascii_digit(text[end]); ++end)
        value = value * 10 + static_cast<int>(text[end] - U'0');
    } else {
      int tens = 0, digit = 0;
      for (; end < text.size() && end - at < 3; ++end) {
        if (const int d = detail::chinese_digit(text[end]); d >= 0)
          digit = d;
        else if (detail::chinese_multiplier(text[end]) == 10) {
          tens = digit == 0 ? 10 : 10 * digit;
          digit = 0;
        } else
          break;
      }
      value = tens + digit;
    }
    if (end == at || value < 1 || value > highest)
      return 0;
    at = end;
    return value;
  }
};

int days_of(int year, int month) {
  constexpr std::array<int, 12> days = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  const bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
  return month == 2 && leap ? 29 : days.at(static_cast<std::size_t>(month - 1));
}

/// A date with a month at `at`; the year may be missing, the day too.
std::optional<PrintedDate> read_date(std::u32string_view text, std::size_t at) {
  Reader reader{text, at};
  PrintedDate date;
  date.first = at;
  date.year = reader.year();
  const bool marks = date.year != 0 && reader.take_any(date_marks);
  if (date.year != 0 && !marks) {
    if (!reader.take(year_word))
      return std::nullopt;
    reader.take(year_long);
  }
  date.month = reader.small(12);
  if (date.month == 0)
    return std::nullopt;
  if (marks) {
    if (!reader.take_any(date_marks))
      return std::nullopt;
    date.day = reader.small(31);
    if (date.day == 0)
      return std::nullopt;
  } else {
    if (!reader.take(month_word))
      return std::nullopt;
    const std::size_t before_day = reader.at;
    date.day = reader.small(31);
    if (date.day == 0 || !reader.take_any(day_words)) {
      date.day = 0;
      reader.at = before_day;
    }
  }
  date.last = reader.at;
  return date;
}

/// Where the second date of a span begins when the first ends at `at`; nothing when no span is
/// meant.
std::optional<std::size_t> past_link(std::u32string_view text, std::size_t at) {
  bool to = false;
  std::size_t end = at;
  while (end < text.size() && end - at < longest_link &&
         span_words.find(text[end]) != std::u32string_view::npos)
    to = to_words.find(text[end++]) != std::u32string_view::npos || to;
  return to ? std::optional(end) : std::nullopt;
}

} // namespace

std::vector<PrintedYear> find_years(std::u32string_view text) {
  std::vector<PrintedYear> years;
  for (std::size_t word = text.find(year_word); word != std::u32string_view::npos;
       word = text.find(year_word, word + 1)) {
    if (word < 4)
      continue;
    Reader reader{text, word - 4};
    const int year = reader.year();
    if (year == 0 || reader.at != word)
      continue;
    std::size_t last = word + 1;
    if (last < text.size() && text[last] == year_long)
      ++last;
    years.push_back({year, word - 4, word, last});
  }
  return years;
}

std::vector<PrintedPeriod> find_periods(std::u32string_view text) {
  std::vector<PrintedPeriod> periods;
  for (std::size_t at = 0; at < text.size();) {
    const auto from = read_date(text, at);
    if (!from || from->year == 0) {
      ++at;
      continue;
    }
    const auto link = past_link(text, from->last);
    auto to = link ? read_date(text, *link) : std::nullopt;
    if (!to) {
      at = from->last;
      continue;
    }
    PrintedPeriod period{*from, *to};
    if (period.to.year == 0)
      period.to.year = period.from.year;
    if (period.from.day == 0)
      period.from.day = 1;
    if (period.to.day == 0)
      period.to.day = days_of(period.to.year, period.to.month);
    periods.push_back(period);
    at = to->last;
  }
  return periods;
}

} // namespace gouji
