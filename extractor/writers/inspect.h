// SPDX-License-Identifier: GPL-3.0-or-later
// What a stage of the pipeline saw, as JSON, for `inspect`.
#pragma once

#include "document/document.h"
#include "pipeline/process.h"
#include "tables/explain.h"

#include <span>
#include <string>

namespace gouji {

/// `--stage document`: what the reader handed on. Pages with their text as runs of characters that
/// follow one another on a line, their rulings, shadings and pictures; or the flow.
std::string inspect_document(const Document& document);

/// `--stage tables`: the tables among `blocks`, as the contract has it. For a paged document these
/// are the blocks of `recover_page` page after page, so that a table that page breaks cut is one
/// table a page.
std::string inspect_tables(std::span<const Block> blocks);

/// The same, and why: each table's boundaries with what supports them, and beside the tables every
/// reading that was considered.
std::string inspect_tables(std::span<const PageEvidence> pages, Language language);

/// `--stage match`: the joined tables with the field each cell is, the form, the candidates with
/// their scores and reasons, and every deviation from the form.
std::string inspect_match(const Outcome& outcome, Language language);

} // namespace gouji
