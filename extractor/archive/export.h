// SPDX-License-Identifier: GPL-3.0-or-later
// An archive as tables and as JSON Lines, in pieces: it may be larger than memory.
#pragma once

#include "base/result.h"

#include <functional>
#include <string>
#include <string_view>

namespace gouji {

using Sink = std::function<Result<void>(std::string_view)>;

/// Writes the archive to `sink` as "csv-long" (a row a field), "csv-wide" (a row a report), "xlsx"
/// (sheets of reports, findings, failures and fields) or "jsonl" (the object of `convert` a line,
/// ordered by content hash, then the failed inputs). The same archive gives the same bytes,
/// whatever the order of its making. `bom`: CSV begins with a byte order mark. Errors: those of
/// opening the archive and of `sink`.
Result<void> export_archive(const std::string& path, std::string_view format, bool bom,
                            Language language, const Sink& sink);

} // namespace gouji
