// SPDX-License-Identifier: GPL-3.0-or-later
// Exact fixed-point numbers: what a report prints is compared digit for digit, never through
// floating point.
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace gouji {

/// A number with six decimals, kept as whole millionths. Six places are what amounts in published
/// reports use at most; the range (below 10^11) leaves room for the sum of every field of a form
/// without overflow.
class Decimal {
public:
  static constexpr std::int64_t one = 1'000'000;
  static constexpr std::int64_t limit = 100'000'000'000; ///< |value| stays below this

  constexpr Decimal() = default;
  /// Precondition: |whole| < limit.
  constexpr explicit Decimal(std::int64_t whole) : millionths_(whole * one) {}
  static constexpr Decimal from_millionths(std::int64_t millionths) {
    Decimal d;
    d.millionths_ = millionths;
    return d;
  }

  /// Reads ASCII digits with an optional leading sign and an optional '.' fraction. Nothing when
  /// anything else is there, when more than six decimals that are not zero follow, or when the
  /// number is out of range.
  static std::optional<Decimal> parse(std::string_view text);

  constexpr std::int64_t millionths() const { return millionths_; }
  constexpr bool whole() const { return millionths_ % one == 0; }
  constexpr bool negative() const { return millionths_ < 0; }
  /// Shortest exact decimal text: "7730.28", "-8", "0".
  std::string text() const;
  /// Nearest binary value, for formats that know no other (spreadsheets).
  constexpr double approximate() const {
    return static_cast<double>(millionths_) / static_cast<double>(one);
  }

  constexpr auto operator<=>(const Decimal&) const = default;
  constexpr Decimal& operator+=(Decimal other) {
    millionths_ += other.millionths_;
    return *this;
  }
  friend constexpr Decimal operator+(Decimal a, Decimal b) { return a += b; }
  friend constexpr Decimal operator-(Decimal a, Decimal b) {
    return from_millionths(a.millionths_ - b.millionths_);
  }

private:
  std::int64_t millionths_ = 0;
};

} // namespace gouji
