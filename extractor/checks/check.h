// SPDX-License-Identifier: GPL-3.0-or-later
// Report -> Findings: every check gouji knows, in one call.
#pragma once

#include "checks/finding.h"

#include <vector>

namespace gouji {

/// All findings on `report`, worst first within reading order. `prior` is last year's report of the
/// same agency, or null. A report without a layout has none: that no form was found is for the
/// caller to say.
std::vector<Finding> check(const Report& report, const Report* prior = nullptr);

} // namespace gouji
