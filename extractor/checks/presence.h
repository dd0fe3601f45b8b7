// SPDX-License-Identifier: GPL-3.0-or-later
// What of the form is not in the report, and cells whose content is no number of the form.
#pragma once

#include "checks/relations.h"

namespace gouji {

/// table.missing, row.missing, row.duplicate, column.missing, label.missing: what the matcher noted
/// (report.match.deviations); suspect.cell for rows that were read although shifted or run
/// together; value.unreadable for rows that could not be settled. Foreign wording is for
/// check_edition.
std::vector<Finding> check_presence(const Report& report);

/// value.blank (one a table), value.unreadable, value.negative, value.fraction.
std::vector<Finding> check_values(const Report& report,
                                  const std::vector<RelationResult>& relations);

/// suspect.cell for every settled value that no finding of `findings` names: no number that was not
/// read where it stands goes without a flag.
std::vector<Finding> flag_settled(const Report& report, const std::vector<Finding>& findings);

} // namespace gouji
