// SPDX-License-Identifier: GPL-3.0-or-later
// The OpenDocument reader: text documents as packages (.odt, .ott) and as one XML file (.fodt).
#pragma once

#include "readers/format.h"

namespace gouji {

/// "odt". Reads the document's body as a flow: what a reader of the print sees, tracked deletions,
/// hidden text, notes and comments left out. Cells carry the names that Writer gives them.
const Format& odt_format();

} // namespace gouji
