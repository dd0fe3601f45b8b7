// SPDX-License-Identifier: GPL-3.0-or-later
// The body of a WordprocessingML document -> a flow of paragraphs and tables.
#pragma once

#include "base/result.h"
#include "document/document.h"
#include "readers/docx_numbering.h"
#include "readers/docx_styles.h"
#include "readers/xml.h"

#include <functional>
#include <optional>
#include <vector>

namespace gouji::docx {

/// Reads the main part at whose beginning `xml` stands. `load_numbering` is called when the first
/// numbered paragraph comes. Errors: damaged, limit. Cost: linear in the part.
Result<void> read_body(XmlReader& xml, const Styles& styles,
                       const std::function<Numbering()>& load_numbering, Document& document);

} // namespace gouji::docx
