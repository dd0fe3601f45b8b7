// SPDX-License-Identifier: GPL-3.0-or-later
// Loads the PDF module (readers/pdf_module.h) when it is needed: the only place that does.
#pragma once

#include "readers/format.h"

namespace gouji {

/// The row for the format table; the module is loaded when the first PDF is read. Errors of reading
/// besides the module's: tool_missing, when it is not installed or Poppler is not.
Format pdf_format_on_demand();

/// Loads the module now, for a process that may open no more files later. What stands in the way is
/// said when a PDF is read.
void load_pdf_reader();

} // namespace gouji
