// SPDX-License-Identifier: GPL-3.0-or-later
// A layout file -> everything that is wrong with it, for the person who writes it.
#pragma once

#include "base/result.h"
#include "document/document.h"

#include <string_view>
#include <vector>

namespace gouji {

/// All mistakes of the layout `xml`, in the order of its lines, each with `source` and line: what
/// the schema `xsd` forbids, names of rows, columns, fields, units or sources that are not there,
/// doubled field ids, examples that do not hold or break as they say, message places that nothing
/// fills, labels and keys that cannot be told apart. Empty when the layout is good.
std::vector<Error> check_layout(Bytes xml, Bytes xsd, std::string_view source);

} // namespace gouji
