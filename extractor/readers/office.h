// SPDX-License-Identifier: GPL-3.0-or-later
// Reader for what only an installed LibreOffice can read: DOC, WPS, RTF and Word 2003 XML. It runs
// a child process and is no part of the core.
#pragma once

#include "readers/format.h"

#include <chrono>
#include <string>
#include <string_view>

namespace gouji {

/// "office". Converts with LibreOffice to DOCX, in a temporary folder and profile of its own, and
/// reads that. Document::format is what the bytes were: "doc", "rtf" or "xml". Errors besides
/// docx_format()'s: tool_missing (no LibreOffice), encrypted, damaged (LibreOffice cannot read it
/// either), limit (not done in time).
const Format& office_format();

/// The DOCX that `program` (the path of a soffice) makes of `bytes`; `extension` names their kind.
/// Judged by the output file: soffice exits with 0 when it could not load.
Result<std::string> convert_to_docx(Bytes bytes, std::string_view extension,
                                    const std::string& program, std::chrono::seconds limit);

/// What office_format() reads, as a DOCX. Errors as there, but not docx_format()'s.
Result<ForeignDocument> convert_office_document(Bytes bytes);

/// The installed soffice; empty when there is none.
std::string find_office();

} // namespace gouji
