// SPDX-License-Identifier: GPL-3.0-or-later
// A finding: what is wrong, or worth a look, in a published report.
#pragma once

#include "base/decimal.h"
#include "base/words.h"
#include "matching/layout.h"
#include "report/report.h"

#include <optional>
#include <string>
#include <vector>

namespace gouji {

/// A frozen statement. `fields` are indices into the layout's fields and name every number it
/// speaks of; `places` say where to look when it is no field (a sentence, a heading).
struct Finding {
  std::string rule; ///< a relation's id or a code of the contract
  Severity severity = Severity::error;
  Words message;
  std::vector<int> fields;
  std::optional<Decimal> expected, actual;
  std::vector<Place> places;
  std::string quote; ///< the sentence it is about, as printed

  bool operator==(const Finding&) const = default;
};

} // namespace gouji
