// SPDX-License-Identifier: GPL-3.0-or-later
// The hints of `gouji tables` as a person types them.
#pragma once

#include "base/result.h"
#include "tables/hints.h"

#include <string>

namespace gouji {

/// The options as given; empty or false where not.
struct HintOptions {
  std::string pages, area, columns;
  bool lattice = false, stream = false;
};

/// Errors: invalid, for what is no page list, area or column list, and for hints that exclude each
/// other.
Result<Hints> read_hints(const HintOptions& options);

} // namespace gouji
