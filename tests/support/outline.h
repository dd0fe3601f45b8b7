// SPDX-License-Identifier: GPL-3.0-or-later
// A flow as a short text that a test can compare.
#pragma once

#include "document/document.h"

#include <string>

namespace gouji::test {

/// Paragraphs a line each with their numbering; tables as "[" rows "]" with "/" between rows and
/// '|' before each cell that starts in the row, spans as "2x3:".
std::string outline(const Document& document);

} // namespace gouji::test
