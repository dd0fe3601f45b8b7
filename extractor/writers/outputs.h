// SPDX-License-Identifier: GPL-3.0-or-later
// The functions behind the writer table, one a row; nobody but writers/table.cpp and tests calls
// them.
#pragma once

#include "base/result.h"
#include "pipeline/process.h"
#include "writers/writer.h"

#include <span>
#include <string>

namespace gouji {

// convert
Result<std::string> write_report_json(std::span<const Outcome> outcomes, Language language);
Result<std::string> write_report_csv(std::span<const Outcome> outcomes, Language language);
Result<std::string> write_report_xlsx(std::span<const Outcome> outcomes, Language language);

// validate
Result<std::string> write_findings_text(std::span<const Outcome> outcomes, Language language);
Result<std::string> write_findings_json(std::span<const Outcome> outcomes, Language language);
Result<std::string> write_findings_html(std::span<const Outcome> outcomes, Language language);

// tables
Result<void> write_tables_json(const TableSource& tables, const Put& put, Language language);
/// Tables one after the other with an empty line between. A spanning cell's text stands at its
/// first place; the places it covers are empty, so that every row of a table has as many cells.
Result<void> write_tables_csv(const TableSource& tables, const Put& put, Language language);
Result<void> write_tables_html(const TableSource& tables, const Put& put, Language language);
Result<void> write_tables_xlsx(const TableSource& tables, const Put& put, Language language);

} // namespace gouji
