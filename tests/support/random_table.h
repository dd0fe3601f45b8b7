// SPDX-License-Identifier: GPL-3.0-or-later
// Random tables with merged cells, and how WordprocessingML states them.
#pragma once

#include "document/document.h"

#include <random>
#include <string>

namespace gouji::test {

/// A table of up to `rows` x `columns` whose cells are merged at random, each with a text of its
/// own. Every grid line between columns is the edge of some cell, so that the grid can be told from
/// what is seen.
Table random_table(std::mt19937& random, int rows, int columns);

/// The table as w:tbl. Columns are 400 to 2,000 twips wide; each row's inner edges miss the grid
/// line by up to `jitter` twips, as in documents whose borders were dragged, and w:tblGrid holds
/// all edges.
std::string docx_table(const Table& table, std::mt19937& random, int jitter);

} // namespace gouji::test
