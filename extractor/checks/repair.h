// SPDX-License-Identifier: GPL-3.0-or-later
// The one number that would settle a finding, when the form's sums leave only one.
#pragma once

#include "checks/finding.h"

#include <optional>

namespace gouji {

/// Printing `number` in the cell of `field` settles the finding.
struct Repair {
  int field = 0;
  Decimal number;

  bool operator==(const Repair&) const = default;
};

/// The change of one printed cell after which every sum that holds it is right. Of a broken sum's
/// cells the one that settles the most sums; nothing when two would settle as many, when the number
/// could not stand there (below zero, not whole), or when the finding is about prose: which of two
/// statements is wrong no sum can say.
std::optional<Repair> find_repair(const Report& report, const Finding& finding);

} // namespace gouji
