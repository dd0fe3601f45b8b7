// SPDX-License-Identifier: GPL-3.0-or-later
// Checks of the report as a whole: its sections, what they must state, its period and its edition.
#pragma once

#include "checks/finding.h"

namespace gouji {

/// section.missing, section.order, section.title.
std::vector<Finding> check_sections(const Report& report);

/// The layout's statements (fee.statement_missing): none of a statement's phrases stands in its
/// section. A section that is missing altogether is for check_sections.
std::vector<Finding> check_statements(const Report& report);

/// period.mismatch: a sentence that states what time the numbers cover says another time than the
/// report's year.
std::vector<Finding> check_period(const Report& report);

/// form.edition: rows or words of another edition, or a form that is not due for the year.
std::vector<Finding> check_edition(const Report& report);

/// stock.in_force within the report; with `prior` also against last year.
std::vector<Finding> check_stock(const Report& report, const Report* prior);

/// carry.prior_year. `prior` is compared by field id, so it may be in another edition of the form.
/// A report that is not on the year before is not compared, and one info says so.
std::vector<Finding> check_prior_year(const Report& report, const Report& prior);

/// Is `prior` on the year before, as far as both say their years?
bool is_year_before(const Report& report, const Report& prior);

} // namespace gouji
