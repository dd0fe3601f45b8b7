// SPDX-License-Identifier: GPL-3.0-or-later
// The body of an OpenDocument text -> a flow of paragraphs and tables.
#pragma once

#include "base/result.h"
#include "document/document.h"
#include "readers/odf_styles.h"
#include "readers/xml.h"

namespace gouji::odf {

/// Which parts of a stream count.
enum class Stream {
  styles, ///< styles.xml: the common styles; its automatic ones are of page headers
  content ///< content.xml or a flat document: styles and the body
};

/// Reads one stream into `styles` and, for content, `document`. Errors: damaged (also when a
/// content stream has no text body), limit. Cost: linear in the stream.
Result<void> read_stream(XmlReader& xml, Stream stream, Styles& styles, Document& document);

} // namespace gouji::odf
