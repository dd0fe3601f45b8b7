// SPDX-License-Identifier: GPL-3.0-or-later
// Last year's report, from a file.
#pragma once

#include "base/result.h"
#include "matching/layout.h"
#include "report/report.h"

#include <memory>
#include <stop_token>
#include <string>

namespace gouji::addin {

/// Null for an empty path. Reads what the core reads (DOCX, ODT, HTML, text); any other kind, PDF
/// above all, is read by the program, where it is installed. Not on the main thread. Errors: as
/// `process` and `run_program`, unsupported when no form is recognised.
Result<std::shared_ptr<Report>> read_prior(const std::string& path, const Layouts& layouts,
                                           Language language, const std::stop_token& stop);

} // namespace gouji::addin
