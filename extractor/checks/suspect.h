// SPDX-License-Identifier: GPL-3.0-or-later
// The cell that several broken sums point to.
#pragma once

#include "checks/relations.h"

#include <map>

namespace gouji {

/// What the checkable sums say of one cell.
struct CellVerdict {
  Decimal change;          ///< what must be added to it
  std::vector<int> broken; ///< relations that want this change
  bool agreed = true;      ///< none wants another change, and none that holds speaks against it
};

/// The verdict on every field that stands in a checkable relation. Cost: linear in the sizes of the
/// relations.
std::map<int, CellVerdict> judge_cells(const Report& report,
                                       const std::vector<RelationResult>& relations);

/// suspect.cell: two or more sums are off by the same amount, all of them hold one cell, and every
/// other sum that holds it cannot be checked: then one change of that cell settles them all.
/// Nothing when two cells would do. Cost: linear in the sizes of the relations.
std::vector<Finding> check_suspects(const Report& report,
                                    const std::vector<RelationResult>& relations);

} // namespace gouji
