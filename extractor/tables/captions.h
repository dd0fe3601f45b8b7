// SPDX-License-Identifier: GPL-3.0-or-later
// Which paragraph beside a table is its caption.
#pragma once

#include "tables/page_flow.h"

#include <string_view>
#include <vector>

namespace gouji {

/// Is it a kind and a number, as captions begin ("Table 3:", "Tab. 1.2 –", "表3 ")? Length of both
/// in bytes, 0 when not. Of the words nothing is known but that they are short.
std::size_t label_length(std::string_view text);

/// Gives tables that have none their captions: the short paragraph that stands alone close above
/// the table, or one that begins with a kind and a number, above it (also over a line that gives
/// units) or below it. By place, size and that form alone, not by what it says; the paragraph stays
/// in the flow, too, where it may be a heading. `pieces` are those of a zone, from top to bottom.
void name_captions(std::vector<Piece>& pieces);

} // namespace gouji
