// SPDX-License-Identifier: GPL-3.0-or-later
// The way round when a table's walk contradicts itself: the open document written as DOCX into
// memory, never to disk.
#pragma once

#include <com/sun/star/text/XTextDocument.hpp>
#include <com/sun/star/uno/XComponentContext.hpp>

#include <string>

namespace gouji::addin {

/// The document as it stands, as a DOCX package. Empty when the office cannot write it.
std::string export_docx(const css::uno::Reference<css::uno::XComponentContext>& context,
                        const css::uno::Reference<css::text::XTextDocument>& document);

} // namespace gouji::addin
