// SPDX-License-Identifier: GPL-3.0-or-later
// Reader for web pages (HTML, XHTML, Word's and WPS's pages), whole or saved with their pictures
// (MHTML).
#pragma once

#include "readers/format.h"

namespace gouji {

const Format& html_format();

/// Reads a page. `declared` is the encoding a MIME header names, empty for none. Errors: empty,
/// limit.
Result<Document> read_html(Bytes bytes, std::string_view declared);

} // namespace gouji
