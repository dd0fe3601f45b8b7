// SPDX-License-Identifier: GPL-3.0-or-later
// The DOCX reader: Office Open XML text documents, transitional and strict, also templates and
// those with macros.
#pragma once

#include "readers/format.h"

namespace gouji {

/// "docx". Reads the document's body as a flow: what a reader of the print sees, tracked changes
/// accepted, hidden text and marks of notes left out. Cells carry the names that Writer gives them.
const Format& docx_format();

} // namespace gouji
