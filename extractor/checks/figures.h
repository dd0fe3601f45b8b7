// SPDX-License-Identifier: GPL-3.0-or-later
// Numbers with a unit in prose: "28起", "1,234件", "十五件", "100余件".
#pragma once

#include "base/decimal.h"
#include "checks/patterns.h"

#include <string_view>
#include <vector>

namespace gouji {

struct Figure {
  enum class Kind {
    exact,
    more, ///< "100余件": that many and some
    about ///< "近100件"
  };
  Decimal value;
  Span place; ///< with its unit
  Kind kind = Kind::exact;

  bool operator==(const Figure&) const = default;
};

/// What a figure is recognised by, from a layout's prose.
struct FigureWords {
  WordSet unit, weak_unit, more, about;

  explicit FigureWords(const Prose& prose);
};

/// Every figure of `text`, which is normalised: a whole number, European or Chinese, with a unit; a
/// weak unit ("条", used for much else) only behind a 0; 0 at a clause's end without one. Ordinals
/// ("第3件"), ranges and decimals are none. Cost: linear.
std::vector<Figure> find_figures(std::u32string_view text, const FigureWords& words);

} // namespace gouji
