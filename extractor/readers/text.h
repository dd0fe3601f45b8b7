// SPDX-License-Identifier: GPL-3.0-or-later
// Reader for plain text, as archives keep it that saved only the words of a report.
#pragma once

#include "readers/format.h"

namespace gouji {

/// "text". Lines are paragraphs. Tables are told in three forms: cells parted by tabs, a row a
/// line; a cell a line behind a tab, rows parted by an empty line (a line without tab goes on with
/// the cell above); cells between bars as in Markdown. None of them tells merged cells: each cell
/// of the grid stands for itself, and rows may be shorter than the table. Columns that only spaces
/// align, and cells glued together, stay paragraphs.
const Format& text_format();

} // namespace gouji
