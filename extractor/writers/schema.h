// SPDX-License-Identifier: GPL-3.0-or-later
// The JSON Schema of the JSON of `convert`.
#pragma once

#include "matching/layout.h"

#include <string>

namespace gouji {

/// JSON Schema (draft 2020-12) that every object of `report_json` satisfies and nothing with
/// another key does. Names the layouts and, for each, exactly the fields it has.
std::string report_schema(const Layouts& layouts);

} // namespace gouji
