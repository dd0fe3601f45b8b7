// SPDX-License-Identifier: GPL-3.0-or-later
// Flow + forms -> Report: which printed cell is which field.
#pragma once

#include "document/document.h"
#include "matching/layout.h"
#include "matching/layout_shelf.h"
#include "report/report.h"

#include <vector>

namespace gouji {

/// Maps the document onto the layout it fits best. report.layout is null when it fits none (no
/// table of any form was recognised); title, agency, year and sections are filled as far as they
/// are printed all the same.
Report match(const std::vector<Block>& flow, const Layouts& layouts);
/// The same with forms that are read as they are tried. Errors: those of reading them.
Result<Report> match(const std::vector<Block>& flow, const LayoutShelf& shelf);

/// The same for a flow whose tables may have run together into its paragraphs: where no form or not
/// all of its tables are recognised, they are looked for in the prose (matching/glued_tables.h),
/// and the flow gets those that are found. A document without any table of a form must bear a
/// form's title. Documents whose cells have names of their own (`Origin::anchor`) keep their
/// tables: another among them would make the names wrong.
Result<Report> match_with_prose(std::vector<Block>& flow, const LayoutShelf& shelf);

} // namespace gouji
