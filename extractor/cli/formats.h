// SPDX-License-Identifier: GPL-3.0-or-later
// The format table of the program.
#pragma once

#include "readers/format.h"

#include <span>

namespace gouji {

/// Every format that gouji reads, one row each. A new one is a reader and a row here.
std::span<const Format> known_formats();

} // namespace gouji
