// SPDX-License-Identifier: GPL-3.0-or-later
// How a bulk run shows itself on standard error.
#pragma once

#include "archive/bulk.h"
#include "cli/archive_options.h"

#include <chrono>

namespace gouji {

/// A bar that is drawn over, a line now and then, a JSON object a line, or nothing.
class ProgressDisplay {
public:
  /// `automatic` is a bar on a terminal that can draw over a line, else lines.
  ProgressDisplay(ProgressStyle style, Language language);
  void show(const BulkProgress& progress);

private:
  void show_bar(const BulkProgress& progress);
  void show_line(const BulkProgress& progress);
  void show_json(const BulkProgress& progress);

  ProgressStyle style_;
  Language language_;
  std::chrono::milliseconds shown_{0};
};

} // namespace gouji
