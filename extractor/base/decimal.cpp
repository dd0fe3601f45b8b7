// SPDX-License-Identifier: GPL-3.0-or-later
// Reading and writing of exact fixed-point numbers.
#include "base/decimal.h"

#include <fmt/format.h>

#include <cstdlib>

namespace gouji {

std::optional<Decimal> Decimal::parse(std::string_view text) {
  bool negative = false;
  if (!text.empty() && (text.front() == '-' || text.front() == '+')) {
    negative = text.front() == '-';
    text.remove_prefix(1);
  }
  const auto point = text.find('.');
  const std::string_view whole = text.substr(0, point);
  std::string_view fraction =
      point == std::string_view::npos ? std::string_view{} : text.substr(point + 1);
  if (whole.empty() || (point != std::string_view::npos && fraction.empty()))
    return std::nullopt;

  std::int64_t units = 0;
  for (const char c : whole) {
    if (c < '0' || c > '9')
      return std::nullopt;
    units = units * 10 + (c - '0');
    if (units >= limit)
      return std::nullopt;
  }
  std::int64_t scale = one / 10, millionths = 0;
  for (const char c : fraction) {
    if (c < '0' || c > '9')
      return std::nullopt;
    if (scale == 0 && c != '0')
      return std::nullopt;
    millionths += (c - '0') * scale;
    scale /= 10;
  }
  const std::int64_t value = units * one + millionths;
  return from_millionths(negative ? -value : value);
}

std::string Decimal::text() const {
  const std::uint64_t size = millionths_ < 0 ? 0 - static_cast<std::uint64_t>(millionths_)
                                             : static_cast<std::uint64_t>(millionths_);
  const auto base = static_cast<std::uint64_t>(one);
  std::string out = fmt::format("{}{}", millionths_ < 0 ? "-" : "", size / base);
  if (size % base != 0) {
    std::string fraction = fmt::format(".{:06}", size % base);
    fraction.erase(fraction.find_last_not_of('0') + 1);
    out += fraction;
  }
  return out;
}

} // namespace gouji
