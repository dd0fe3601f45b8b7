// SPDX-License-Identifier: GPL-3.0-or-later
// An archive as tables and as JSON Lines, in pieces: it may be larger than memory.
#pragma once

#include "base/result.h"

#include <functional>
#include <string>
#include <string_view>

namespace gouji {

using Sink = std::function<Result<void>(std::string_view)>;

struct ExportOptions {
  /// "csv-long" (a row a field), "csv-wide" (a row a report), "xlsx" (sheets of reports, findings,
  /// failures and fields) or "jsonl" (the object of `convert` a line, ordered by content hash, then
  /// the failed inputs).
  std::string format = "jsonl";
  bool bom = false;    ///< CSV begins with a byte order mark
  bool labels = false; ///< in the wide forms a field's column is headed by its labels, too
};

/// Writes the archive to `sink`. The same archive gives the same bytes, whatever the order of its
/// making. Errors: those of opening the archive and of `sink`.
Result<void> export_archive(const std::string& path, const ExportOptions& options,
                            Language language, const Sink& sink);

} // namespace gouji
