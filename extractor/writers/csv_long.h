// SPDX-License-Identifier: GPL-3.0-or-later
// Reports as CSV, a row a field, in pieces: an archive is too large for one string.
#pragma once

#include "pipeline/process.h"
#include "writers/csv_text.h"

namespace gouji {

/// The row of column names.
void append_csv_long_header(CsvText& csv);
/// One row a field of the report; none when no form was recognised.
void append_csv_long(CsvText& csv, const Outcome& outcome, Language language);

} // namespace gouji
