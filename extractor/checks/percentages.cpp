// SPDX-License-Identifier: GPL-3.0-or-later
// Exact arithmetic: a percentage is compared as a fraction, never as a binary number.
#include "checks/percentages.h"

#include <cstdint>
#include <string>

namespace gouji {
namespace {

constexpr Decimal largest(10'000'000); // keeps products of millionths and counts in range
constexpr int most_digits = 4;

/// 10^-digits in millionths.
std::int64_t last_place(int digits) {
  std::int64_t place = Decimal::one;
  while (digits-- > 0)
    place /= 10;
  return place;
}

/// The share or change in millionths of a per cent, times `whole`.
std::int64_t scaled(const Percentage& percentage, Decimal part, Decimal whole) {
  const std::int64_t n = part.millionths() / Decimal::one, of = whole.millionths() / Decimal::one;
  const std::int64_t difference = percentage.kind == Percentage::Kind::share  ? n
                                  : percentage.kind == Percentage::Kind::rise ? n - of
                                                                              : of - n;
  return difference * 100 * Decimal::one;
}

bool in_range(Decimal number) {
  return number.whole() && !number.negative() && number <= largest;
}

} // namespace

PercentageWords::PercentageWords(const Prose& prose)
    : share(prose.words_of("share")), rise(prose.words_of("rise")), fall(prose.words_of("fall")) {}

std::optional<Percentage> find_percentage(std::u32string_view text, std::size_t from,
                                          std::size_t to, const PercentageWords& words) {
  for (std::size_t at = from; at < to; ++at) {
    Percentage found;
    std::size_t length = 0;
    const auto look = [&](const WordSet& set, Percentage::Kind kind) {
      if (const std::size_t here = set.length_at(text, at); here > length) {
        length = here;
        found.kind = kind;
      }
    };
    look(words.share, Percentage::Kind::share);
    look(words.rise, Percentage::Kind::rise);
    look(words.fall, Percentage::Kind::fall);
    if (length == 0)
      continue;
    std::string number;
    std::size_t end = at + length;
    for (; end < to && ((U'0' <= text[end] && text[end] <= U'9') || text[end] == U'.'); ++end)
      number += static_cast<char>(text[end]);
    if (number.empty() || end >= to || text[end] != U'%')
      continue;
    const auto value = Decimal::parse(number);
    const std::size_t point = number.find('.');
    found.digits = point == std::string::npos ? 0 : static_cast<int>(number.size() - point) - 1;
    if (!value || found.digits > most_digits || *value > Decimal(10'000))
      return std::nullopt;
    found.value = *value;
    found.place = {at, end + 1};
    return found;
  }
  return std::nullopt;
}

bool says(const Percentage& percentage, Decimal part, Decimal whole) {
  if (!in_range(part) || !in_range(whole) || whole == Decimal())
    return false;
  const std::int64_t of = whole.millionths() / Decimal::one;
  const std::int64_t off = scaled(percentage, part, whole) - percentage.value.millionths() * of;
  const std::int64_t room = last_place(percentage.digits) * of;
  return -room < off && off < room;
}

Decimal percent_of(const Percentage& percentage, Decimal part, Decimal whole) {
  if (!in_range(part) || !in_range(whole) || whole == Decimal())
    return {};
  const std::int64_t of = whole.millionths() / Decimal::one;
  const std::int64_t place = last_place(percentage.digits);
  const std::int64_t exact = scaled(percentage, part, whole) / of;
  const std::int64_t half = exact < 0 ? -place / 2 : place / 2;
  return Decimal::from_millionths((exact + half) / place * place);
}

} // namespace gouji
