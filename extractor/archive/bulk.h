// SPDX-License-Identifier: GPL-3.0-or-later
// Bulk conversion: inputs -> worker processes -> archive.
#pragma once

#include "archive/inputs.h"
#include "archive/pool.h"
#include "base/result.h"
#include "matching/layout.h"

#include <atomic>
#include <chrono>
#include <functional>
#include <string>
#include <vector>

namespace gouji {

struct BulkOptions {
  std::vector<std::string> inputs;
  std::string archive;
  Shard shard;
  int jobs = 1;
  WorkerSetup workers;
  WorkerSetup converters; ///< processes that turn into DOCX what only LibreOffice can read
  bool retry_failed = false;
  /// Re-reads documents whose program version is lower ("0.2.0"), or, as "layouts", those read with
  /// other layout files than the present ones. Empty: none.
  std::string since;
  bool prior = false;  ///< holds reports of one agency against last year's
  std::string program; ///< version of gouji
  std::string layouts; ///< digest of the layout files
};

/// Where a run stands.
struct BulkProgress {
  std::int64_t inputs = 0;      ///< all there are
  std::int64_t done = 0;        ///< of them, those that have their row
  std::int64_t kept = 0;        ///< of those done, those an earlier run had read
  std::int64_t converted = 0;   ///< documents converted by this run
  std::int64_t with_errors = 0; ///< of them, with findings of severity error
  std::int64_t duplicates = 0;  ///< inputs whose content another input has
  std::int64_t failed = 0;
  std::string slowest; ///< the input that is being read for the longest time now
  std::chrono::milliseconds slowest_for{0};
  std::chrono::milliseconds elapsed{0};
  std::string sandbox;      ///< what the workers' kernel enforces
  bool any_failure = false; ///< the archive has failed inputs (set at the end)
  bool stopped = false;     ///< ended early, on request
  bool finished = false;    ///< the last report of a run
};

/// Runs until every input has its row in the archive. `report` is called about four times a second
/// and at the end; `stop` is looked at as often, and ends the run after what is finished is stored.
/// The same call later goes on where it stopped. Errors: those of the archive; internal, when no
/// worker can be started.
Result<BulkProgress> convert_bulk(const BulkOptions& options, const Layouts& layouts,
                                  const std::function<void(const BulkProgress&)>& report,
                                  const std::atomic<bool>& stop);

/// Is version `a` lower than `b`? Compared number by number.
bool lower_version(std::string_view a, std::string_view b);

} // namespace gouji
