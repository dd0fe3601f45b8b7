// SPDX-License-Identifier: GPL-3.0-or-later
// Last year's report, for the checks between years.
#pragma once

#include "cli/documents.h"

#include <optional>
#include <string>

namespace gouji {

/// Last year's report as far as one was named.
struct Prior {
  std::optional<Outcome> outcome;

  const Report* report() const { return outcome ? &outcome->report : nullptr; }
};

/// Reads the file, nothing for an empty path. Errors: those of reading it; unsupported when it
/// holds no report.
Result<Prior> read_prior(const std::string& path, const Context& context, const LayoutShelf& shelf);

} // namespace gouji
