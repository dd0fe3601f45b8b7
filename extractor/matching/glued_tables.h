// SPDX-License-Identifier: GPL-3.0-or-later
// Tables of a form whose cells ran together into prose, as archives keep them that saved only the
// text of a page: the form's labels tell where the rows stand.
#pragma once

#include "document/document.h"
#include "matching/layout.h"

#include <optional>
#include <vector>

namespace gouji {

/// The flow with a Table (`glued`) in place of each stretch of its paragraphs that prints one of
/// `tables` (indices into layout.tables); nothing when no stretch does. A stretch is one where
/// at least half of the table's rows follow each other in the form's order, each label right before
/// digits, and no sentence between them; or, for a table whose row has no label, all its captions
/// and then digits. A row's digits stand in one cell: `cut_run` (matching/glued_numbers.h) parts
/// them. What stands before and behind stays prose.
std::optional<std::vector<Block>> part_glued_tables(const std::vector<Block>& flow,
                                                    const Layout& layout,
                                                    const std::vector<int>& tables);

} // namespace gouji
