// SPDX-License-Identifier: GPL-3.0-or-later
// Percentages that a sentence tells of a number in it: "258件，占33.9%", "3646件，同比增长1.05%".
#pragma once

#include "base/decimal.h"
#include "checks/patterns.h"

#include <optional>
#include <string_view>

namespace gouji {

struct Percentage {
  enum class Kind {
    share, ///< of a whole
    rise,  ///< against last year
    fall
  };
  Kind kind = Kind::share;
  Decimal value;  ///< as printed: 33.9
  int digits = 0; ///< behind its decimal point
  Span place;     ///< from its words on, with the sign of per cent
};

/// What percentages are recognised by, from a layout's prose (roles share, rise, fall).
struct PercentageWords {
  WordSet share, rise, fall;

  explicit PercentageWords(const Prose& prose);
};

/// The first percentage in characters [from, to) of `text`, which is normalised: one of the words
/// with the number right behind it. "约" and the like between them make it none.
std::optional<Percentage> find_percentage(std::u32string_view text, std::size_t from,
                                          std::size_t to, const PercentageWords& words);

/// Is the percentage what `part` is of `whole` (share), or what `part` is more or less than `whole`
/// (rise, fall), rounded or cut off at its last digit? False for a whole of 0.
bool says(const Percentage& percentage, Decimal part, Decimal whole);

/// What it should say, to as many digits.
Decimal percent_of(const Percentage& percentage, Decimal part, Decimal whole);

} // namespace gouji
