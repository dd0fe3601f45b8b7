// SPDX-License-Identifier: GPL-3.0-or-later
// Sums over all reports by year, for an archive's page.
#pragma once

#include "archive/database.h"
#include "archive/page_text.h"
#include "matching/layout.h"

namespace gouji {

/// Writes the members "years", "charts" and "fields" of the page's data: the years (the last twenty
/// of the archive) with their reports, the charts that `layouts` declare, and the sum of every
/// field. Of several documents of one agency and year the one with the fewest errors counts, so
/// that nothing is summed twice. Throws DatabaseError.
void write_year_sums(JsonStream& json, Database& db, const Layouts& layouts, TextPool& pool);

} // namespace gouji
