// SPDX-License-Identifier: GPL-3.0-or-later
// The JSON of `convert`: one report, its values and its findings. `schema.h` describes it.
#pragma once

#include "base/result.h"
#include "pipeline/process.h"
#include "writers/json_stream.h"

#include <span>
#include <string>

namespace gouji {

struct ReportJsonStyle {
  JsonStream::Shape shape = JsonStream::Shape::indented;
  /// Adds "where" to every finding: its cells by table, row, column (from 1) and anchor, as the
  /// add-in answers it.
  bool finding_places = false;
};

/// The object that `convert` prints, without a line break at the end. Linear in the report.
std::string report_json(const Outcome& outcome, Language language, ReportJsonStyle style = {});

/// {"name", "format", "sha256", "pages"}.
void write_source(JsonStream& json, const Source& source);

/// Members "rule" to "actual" of a finding, into an object that is open.
void write_finding(JsonStream& json, const Report& report, const Finding& finding,
                   Language language);

/// [{"table", "row", "column", "anchor"}] of a finding, on one line. A place without a table is
/// left out: it is a sentence, not a cell.
void write_finding_places(JsonStream& json, const Report& report, const Finding& finding);

} // namespace gouji
