// SPDX-License-Identifier: GPL-3.0-or-later
// The PDF reader as a module that a program loads when the first PDF comes: Poppler and what it
// brings along take longer to load than a web page takes to read.
#pragma once

#include "readers/format.h"

namespace gouji {

/// The module's file, and the one function it exports.
inline constexpr const char* pdf_module_file = "gouji_pdf.so";
inline constexpr const char* pdf_module_entry = "gouji_pdf_format";

/// The row for the format table, or nothing for a program of another version: the two share C++
/// types, so they must come from one build.
using PdfModuleEntry = const Format* (*)(const char* version);

} // namespace gouji
