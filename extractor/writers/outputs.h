// SPDX-License-Identifier: GPL-3.0-or-later
// The functions behind the writer table, one a row; nobody but writers/table.cpp and tests calls
// them.
#pragma once

#include "base/result.h"
#include "pipeline/process.h"

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
Result<std::string> write_tables_json(std::span<const Outcome> outcomes, Language language);
Result<std::string> write_tables_csv(std::span<const Outcome> outcomes, Language language);
Result<std::string> write_tables_html(std::span<const Outcome> outcomes, Language language);
Result<std::string> write_tables_xlsx(std::span<const Outcome> outcomes, Language language);

} // namespace gouji
