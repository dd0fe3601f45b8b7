// SPDX-License-Identifier: GPL-3.0-or-later
// Drawings of what the stages saw, to be looked at in any browser.
#pragma once

#include "document/document.h"
#include "pipeline/process.h"
#include "tables/explain.h"

#include <span>
#include <string>

namespace gouji {

/// The page as SVG: its characters, rulings, shadings and pictures; over them the cells of the
/// tables among `blocks` (of `recover_page`), each with its row and column. With an outcome, cells
/// show the field they are and findings are outlined in their severity's colour.
std::string draw_page(const Page& page, std::span<const Block> blocks, const Outcome* outcome,
                      Language language);

/// The page with the reasons for its tables: each boundary in the colour and dashes of what
/// supports it, readings that lost as pale outlines, and beside the page the legend and every
/// table's confidence and reasons. Cells, boundaries and readings say more as tooltips.
std::string draw_evidence(const Page& page, const PageEvidence& evidence, Language language);

/// Likewise for a document without pages: its tables, one below the other.
std::string draw_flow(std::span<const Block> blocks, const Outcome* outcome, Language language);

} // namespace gouji
