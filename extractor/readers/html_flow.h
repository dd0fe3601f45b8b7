// SPDX-License-Identifier: GPL-3.0-or-later
// A page's items -> the flow of a Document.
#pragma once

#include "base/result.h"
#include "document/document.h"
#include "readers/html_page.h"

#include <vector>

namespace gouji {

/// Paragraphs and tables of the items that are `kept` (as many as the page has items). Tables that
/// only arrange the page are dissolved; spans are applied as browsers do, to the end of the row
/// group at most. Errors: limit.
Result<std::vector<Block>> build_flow(const HtmlPage& page, const std::vector<bool>& kept);

} // namespace gouji
