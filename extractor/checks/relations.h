// SPDX-License-Identifier: GPL-3.0-or-later
// The sums of a form, worked out on a report.
#pragma once

#include "checks/finding.h"

#include <vector>

namespace gouji {

/// One relation worked out. `checkable` is false when a number that it needs is absent or
/// illegible, or a total that it needs is not filled in: then nothing can be said of it.
struct RelationResult {
  int relation = 0; ///< index into the layout's relations
  bool checkable = false;
  Decimal left, right;
  std::vector<int> fields; ///< every field of both sums, as far as printed
  std::vector<int> blanks; ///< those of them that are blank, read as 0

  bool holds() const { return left == right; }
};

/// Every relation of the report's layout, in the layout's order. A blank part is read as 0. A blank
/// total is read as 0 only when its own parts add up to 0. Fields of another edition count in the
/// left sum when they are printed; what such a row stands for (Deviation::foreign_wording) is then
/// not missed.
std::vector<RelationResult> evaluate_relations(const Report& report);

/// A finding for each checkable relation that does not hold: `expected` is the left sum, `actual`
/// the right one.
std::vector<Finding> check_relations(const Report& report,
                                     const std::vector<RelationResult>& results);

/// The sum that the form gives for `field`, from a relation whose right side is that field alone;
/// nothing when a part is absent or illegible.
std::optional<Decimal> derived_number(const Report& report, int field);

} // namespace gouji
