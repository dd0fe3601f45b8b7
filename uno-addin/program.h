// SPDX-License-Identifier: GPL-3.0-or-later
// The installed program `gouji`, for what must not happen in the office's own process: reading a
// PDF, or starting another LibreOffice.
#pragma once

#include "base/result.h"
#include "matching/layout.h"
#include "report/report.h"

#include <stop_token>
#include <string>
#include <vector>

namespace gouji::addin {

/// What `gouji ARGUMENTS... -o OUTPUT` writes, its messages in `language`. Waits for it, 90 seconds
/// at most: not on the main thread. Errors: tool_missing (not on PATH nor where packages put it),
/// limit (too slow), unreadable (its own words why).
Result<std::string> run_program(std::vector<std::string> arguments, Language language,
                                const std::stop_token& stop);

/// The report that the JSON of `gouji convert` tells of, as far as years are compared: form,
/// agency, year and values. Errors: unsupported (no form that `layouts` knows).
Result<Report> read_report_json(const std::string& json, const Layouts& layouts);

} // namespace gouji::addin
