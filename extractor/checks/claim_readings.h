// SPDX-License-Identifier: GPL-3.0-or-later
// What the tables say to a claim.
#pragma once

#include "checks/figures.h"
#include "report/report.h"

#include <optional>
#include <set>
#include <vector>

namespace gouji {

/// Works out readings on one report. A blank total is worked out from its parts.
class Readings {
public:
  explicit Readings(const Report& report);

  /// The number a reading gives; nothing when a field of it is not legible.
  std::optional<Decimal> number(const ClaimReading& reading) const;
  /// May the reading vouch for a claim? A second reading may not while one of its numbers stands in
  /// a sum that does not hold: a table that contradicts itself bears out nothing by detours.
  bool may_vouch(const ClaimReading& reading) const;
  /// Does any reading of the rule give the figure?
  bool fits(const ClaimRule& rule, const Figure& figure) const;
  /// Is a reading of the rule not known, so that it might have given the figure?
  bool unknown(const ClaimRule& rule) const;

private:
  std::optional<Decimal> term(const ClaimReading::Term& term) const;

  const Layout& layout_;
  std::vector<std::optional<Decimal>> numbers_; ///< by field
  std::set<int> doubtful_;                      ///< fields of sums that do not hold
};

/// Is `number` what the figure says, as exactly as it says it?
bool says(const Figure& figure, Decimal number);

} // namespace gouji
