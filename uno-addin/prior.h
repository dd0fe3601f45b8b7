// SPDX-License-Identifier: GPL-3.0-or-later
// Last year's report, from a file.
#pragma once

#include "base/result.h"
#include "matching/layout.h"
#include "report/report.h"

#include <memory>
#include <string>

namespace gouji::addin {

/// Null for an empty path. Reads what the core reads (DOCX, ODT, HTML, text); a PDF is read by the
/// program, where it is installed. Errors: as `read_document`, tool_missing.
Result<std::shared_ptr<Report>> read_prior(const std::string& path, const Layouts& layouts);

} // namespace gouji::addin
