// SPDX-License-Identifier: GPL-3.0-or-later
// PDF -> pages: placed characters, rulings, shadings and picture boxes, as a reader of the paper
// sees them. Poppler interprets the file; nothing outside the PDF reader knows of it.
#pragma once

#include "base/result.h"
#include "document/document.h"
#include "readers/format.h"

namespace gouji {

/// The row for the format table.
const Format& pdf_format();

/// Hands each of the pages to `take` as soon as it is read and forgets it, so that memory does not
/// grow with their number; stops early when `take` returns false.
///
/// What a page holds: characters with their Unicode value (ToUnicode, the font's encoding, the CJK
/// encodings of poppler-data, ActualText), ligatures split; a character that the file gives no
/// Unicode value is U+FFFD and counted in a note. Doubled characters (fake bold) are kept as they
/// are drawn. Text of form fields, free-text notes and stamps is read where it is shown; hidden
/// layers, hidden annotations, notes without an appearance of their own and what is clipped away
/// are not. Rulings and shadings are as drawn, cut to the clip: joining them is the tables stage's
/// work. White lines are left out unless they lie on a coloured shading. Pictures are boxes; none
/// is ever decoded, inline ones excepted as far as finding their end needs it.
///
/// Errors: encrypted, damaged, empty (no pages), limit, and no_text when the pages read are
/// pictures without text (only after they were handed over).
Result<PagesSummary> read_pdf_pages(Bytes bytes, const PageRanges& pages, const TakePage& take);

/// Draws a part of a page in greys, at most 1,600 pixels a side, as a PNG file. Runs Poppler's
/// decoders of pictures: only for a confined process. Errors: damaged, internal.
Result<std::string> draw_pdf_part(Bytes bytes, const PagePart& part);

} // namespace gouji
