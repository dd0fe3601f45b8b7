// SPDX-License-Identifier: GPL-3.0-or-later
// Claims in per cent behind the numbers they are told of.
#pragma once

#include "checks/claim_reader.h"
#include "checks/claim_readings.h"
#include "checks/claims.h"

#include <vector>

namespace gouji {

/// `claims`, one for each of `found`, and behind each that agrees the percentage that the sentence
/// tells of its number, where what it is a percentage of is known: of a share, the numbers of the
/// paragraph that agree and the layout's wholes; of a change, last year's number in the sentence or
/// in `prior` (null: not at hand). A percentage without such a number is left out.
std::vector<Claim> with_percentages(const std::vector<Claim>& claims, const FoundClaims& found,
                                    const std::vector<Sentence>& sentences, const Report& report,
                                    const Readings& readings, const Report* prior);

} // namespace gouji
