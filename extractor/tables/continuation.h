// SPDX-License-Identifier: GPL-3.0-or-later
// Pages -> one flow: running heads and page numbers go, tables and paragraphs that a page break cut
// are joined.
#pragma once

#include "tables/page_flow.h"

#include <vector>

namespace gouji {

/// Joins the pages' pieces to the flow of the document. A table continues that of the page before
/// when nothing but running heads stands between, and the column edges of one are edges of the
/// other too; then repeated header rows go, a cell that a page break cut becomes one again, and
/// columns whose merged cells were left out on the next page come back.
std::vector<Block> join_pages(std::vector<PageFlow> pages);

} // namespace gouji
