// SPDX-License-Identifier: GPL-3.0-or-later
// An archive as one page for people.
#pragma once

#include "archive/export.h"
#include "base/words.h"

#include <string>

namespace gouji {

/// Writes one self-contained HTML page: totals, findings by rule, by agency and one by one with the
/// table drawn and the cell marked, failures, and the numbers of the forms' sums by year. It needs
/// no network; what documents say stays text. Errors: those of opening the archive and of `sink`.
Result<void> write_archive_page(const std::string& path, Language language, const Sink& sink);

} // namespace gouji
