// SPDX-License-Identifier: GPL-3.0-or-later
// Properties that stand at the beginning of paragraphs, rows and cells (ECMA-376-1 §17.3.1, §17.4).
#pragma once

#include "readers/docx_styles.h"
#include "readers/table_draft.h"
#include "readers/xml.h"

#include <string>

namespace gouji::docx {

/// What a w:pPr states.
struct ParagraphProperties {
  Properties own;
  std::string style_id;
  bool mark_deleted = false; ///< a tracked change joins the paragraph to the next one
};

/// Reads the w:pPr at which `xml` stands.
void read_paragraph_properties(XmlReader& xml, ParagraphProperties& properties);

/// Reads the w:trPr at which `xml` stands. False when the row is not to be seen: a tracked
/// deletion, or hidden.
bool read_row_properties(XmlReader& xml, DraftRow& row);

/// Reads the w:tcPr at which `xml` stands. False when a tracked deletion took the cell away.
bool read_cell_properties(XmlReader& xml, DraftCell& cell);

/// The width stated by an element such as w:tcW in w:w and w:type; strict documents write units
/// ("12pt", "50%").
Width read_width(const XmlReader& xml);

} // namespace gouji::docx
