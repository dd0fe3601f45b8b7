// SPDX-License-Identifier: GPL-3.0-or-later
// Titles and group labels that a table of the form should show.
#pragma once

#include "matching/column_alignment.h"
#include "matching/row_alignment.h"

#include <string>
#include <vector>

namespace gouji {

/// Labels of block `block` that are nowhere printed in `rows` though rows or columns they stand
/// over are: its title, groups of rows, groups of columns (of `captions`, null when no header was
/// legible).
std::vector<std::string> missing_headings(const PrintedTables& printed,
                                          const std::vector<int>& rows, const LayoutTable& table,
                                          int table_index, int block,
                                          const std::vector<FormLine>& lines,
                                          const std::vector<LineMatch>& matches,
                                          const ColumnMap* captions);

} // namespace gouji
