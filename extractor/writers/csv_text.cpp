// SPDX-License-Identifier: GPL-3.0-or-later
// Quoting of CSV cells.
#include "writers/csv_text.h"

#include "base/decimal.h"
#include "writers/json_stream.h"

#include <algorithm>
#include <array>

namespace gouji {

namespace {

bool runs_as_formula(std::string_view text) {
  constexpr std::array<std::string_view, 10> starts{"=",  "+",      "-",      "@",      "\t",
                                                    "\r", "\uFF1D", "\uFF0B", "\uFF0D", "\uFF20"};
  return std::any_of(starts.begin(), starts.end(),
                     [&](std::string_view start) { return text.starts_with(start); }) &&
         !Decimal::parse(text);
}

} // namespace

void CsvText::separate() {
  if (row_begun_)
    out_ += ',';
  row_begun_ = true;
}

CsvText& CsvText::text(std::string_view text) {
  separate();
  std::string valid = valid_text(text);
  if (runs_as_formula(text))
    valid.insert(valid.begin(), '\'');
  if (valid.find_first_of(",\"\r\n") == std::string::npos) {
    out_ += valid;
    return *this;
  }
  out_ += '"';
  for (const char c : valid)
    out_.append(c == '"' ? 2 : 1, c);
  out_ += '"';
  return *this;
}

CsvText& CsvText::plain(std::string_view text) {
  separate();
  out_ += text;
  return *this;
}

CsvText& CsvText::end_row() {
  out_ += "\r\n";
  row_begun_ = false;
  return *this;
}

} // namespace gouji
