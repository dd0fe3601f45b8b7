// SPDX-License-Identifier: GPL-3.0-or-later
// The sheet of findings, as `convert` and an archive's export share it.
#pragma once

#include "pipeline/process.h"
#include "writers/xlsx_book.h"

#include <vector>

namespace gouji {

std::vector<XlsxBook::Column> finding_columns(Language language);
/// A row a finding, under `finding_columns`.
void append_finding_rows(XlsxBook& book, const Outcome& outcome, Language language);

} // namespace gouji
