// SPDX-License-Identifier: GPL-3.0-or-later
// Years, dates and spans of time in Chinese prose.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

namespace gouji {

/// A year as printed: characters [first, last) of the text. `last` is behind the word for year and
/// the "度" that may follow; `digits_end` behind the digits.
struct PrintedYear {
  int year = 0;
  std::size_t first = 0, digits_end = 0, last = 0;

  bool operator==(const PrintedYear&) const = default;
};

/// Every year from 1949 to 2099 that a word for year follows: "2023年", "2023年度", "二〇二三年".
/// `text` is normalised (text/normalize.h).
std::vector<PrintedYear> find_years(std::u32string_view text);

/// A day of the calendar; 0 for what is not printed (a second date often leaves out its year).
struct PrintedDate {
  int year = 0, month = 0, day = 0;
  std::size_t first = 0, last = 0;

  bool operator==(const PrintedDate&) const = default;
};

/// A span of time "from ... to ..." as printed. What the print leaves out is filled in: the second
/// year from the first, the first day 1, the last day that of its month.
struct PrintedPeriod {
  PrintedDate from, to;

  bool operator==(const PrintedPeriod&) const = default;
};

/// Every span of two dates in `text`: "2023年1月1日至2023年12月31日",
/// "自2023年1月1日起,至12月31日止", "2023.1.1-2023.12.31", "2023年1月至12月",
/// "二〇二三年一月一日至...". Both need a month, the first a year. `text` is normalised.
std::vector<PrintedPeriod> find_periods(std::u32string_view text);

} // namespace gouji
