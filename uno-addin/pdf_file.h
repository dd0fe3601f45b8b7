// SPDX-License-Identifier: GPL-3.0-or-later
// The file behind a PDF that is open in Draw: is it still the one on the screen?
#pragma once

#include <com/sun/star/frame/XModel.hpp>

#include <string>

namespace gouji::addin {

/// Does this file call itself a PDF?
bool is_pdf(const std::string& path);

/// Keeps in mind, until the document closes, what the file behind it is now: its size and the time
/// it was last written. Only that of a PDF, and only the first time.
void remember_file(const css::uno::Reference<css::frame::XModel>& document);

/// Is the file another by now than the one that is kept in mind, or gone? False where none is.
bool was_replaced(const css::uno::Reference<css::frame::XModel>& document);

} // namespace gouji::addin
