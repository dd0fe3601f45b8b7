// SPDX-License-Identifier: GPL-3.0-or-later
// The open Writer document, unsaved edits included -> the same Document that the file readers give.
#pragma once

#include "document/document.h"

#include <com/sun/star/text/XText.hpp>
#include <com/sun/star/text/XTextDocument.hpp>
#include <com/sun/star/text/XTextRange.hpp>
#include <com/sun/star/text/XTextTable.hpp>
#include <com/sun/star/uno/XComponentContext.hpp>

#include <vector>

namespace gouji::addin {

/// A snapshot of the open document. tables[i] is the document's i-th table of the flow, in the same
/// order; cells carry Writer's names as anchor.
struct OpenDocument {
  Document document;
  std::vector<css::uno::Reference<css::text::XTextTable>> tables;
};

/// Reads the body text in document order: headings, paragraphs with their automatic numbering,
/// tables and the tables in their cells. Tracked deletions, footnote marks and comments are left
/// out. Runs on the main thread and must be quick. Only when the walk of some table contradicts
/// itself is the document exported to DOCX in memory and read from there (five times slower); a
/// table whose cells cannot be told apart then has no entry in `tables`, so its findings are listed
/// but not marked.
OpenDocument read_writer(const css::uno::Reference<css::uno::XComponentContext>& context,
                         const css::uno::Reference<css::text::XTextDocument>& document);

/// What of a cell's own paragraphs is printed as text, piece by piece, without the tables in it.
std::vector<css::uno::Reference<css::text::XTextRange>>
printed_ranges(const css::uno::Reference<css::text::XText>& text);

} // namespace gouji::addin
