// SPDX-License-Identifier: GPL-3.0-or-later
// The process that runs LibreOffice for workers, which must not run anything themselves.
#pragma once

#include "readers/format.h"

namespace gouji {

/// Makes a DOCX of what another program can read. Bounded in time and memory.
using ConvertForeign = Result<ForeignDocument> (*)(Bytes bytes);

/// Answers requests over `worker_socket` until the other end closes: reads the document, and writes
/// its DOCX to the file that the parent sends with its go. Dies with its parent; is not confined.
/// Returns a WorkerExit.
int serve_conversions(ConvertForeign convert);

} // namespace gouji
