// SPDX-License-Identifier: GPL-3.0-or-later
// Document -> flow: pages become paragraphs and tables in reading order; a flow document passes
// through.
#pragma once

#include "document/document.h"

#include <vector>

namespace gouji {

/// Paragraphs and tables of one page in reading order. Every character of the page is in exactly
/// one of them; a page's tables are not yet joined to those of its neighbours.
std::vector<Block> recover_page(const Page& page);

/// The whole document in reading order: tables that page breaks cut are joined again, repeated
/// header rows, page numbers and running heads are left out, paragraphs that a page break cut are
/// joined. A flow document comes back as it is.
std::vector<Block> recover_tables(Document document);

} // namespace gouji
