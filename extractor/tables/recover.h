// SPDX-License-Identifier: GPL-3.0-or-later
// Document -> flow: pages become paragraphs and tables in reading order; a flow document passes
// through.
#pragma once

#include "document/document.h"
#include "tables/hints.h"
#include "tables/reading.h"

#include <functional>
#include <vector>

namespace gouji {

/// Paragraphs and tables of one page in reading order. Every character of the page is in exactly
/// one of them (dots that lead from a label to its number are left out of tables); a page's tables
/// are not yet joined to those of its neighbours. `readings`, if given, gets every candidate for a
/// table, chosen or not.
std::vector<Block> recover_page(const Page& page, Readings* readings = nullptr);

/// Calls its argument for each page of a document, in order.
using PageSource = std::function<void(const std::function<void(const Page&)>&)>;

/// Pages in reading order, each looked at once and then forgotten: tables that page breaks cut are
/// joined again, repeated header rows, page numbers and running heads are left out, paragraphs that
/// a page break cut are joined. `take` gets every block as soon as no page to come can change it.
/// Cost: linear in the pages; memory does not grow with their number, but for a table that goes on
/// over all of them. Which pages come is the source's choice, not that of `hints`.
void recover_pages(const PageSource& pages, const std::function<void(Block&&)>& take,
                   const Hints& hints = {});

/// The whole document as `recover_pages` reads it, with its headings marked. A flow document comes
/// back as it is.
std::vector<Block> recover_tables(Document document);

} // namespace gouji
