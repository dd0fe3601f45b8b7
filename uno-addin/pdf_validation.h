// SPDX-License-Identifier: GPL-3.0-or-later
// Validate for a PDF that is open in Draw: the program reads the file, Draw shows what it found.
#pragma once

#include "base/words.h"

#include <com/sun/star/frame/XFrame.hpp>
#include <com/sun/star/uno/XComponentContext.hpp>

#include <functional>
#include <string>

namespace gouji::addin {

/// How it ended: the words to say, and, unless it failed, the JSON of `gouji convert` whose
/// findings are those of `gouji validate --format json`, which say where they stand.
struct PdfValidated {
  std::string json; ///< empty when it failed
  Words words;
};

/// Checks the file behind the drawing in `frame` and marks the findings; `done` runs on the main
/// thread, exactly once, unless the office ends before. Only a PDF that was not edited since it was
/// opened, and whose file was not replaced, is what its file says: anything else is answered with a
/// word.
void validate_pdf(const css::uno::Reference<css::uno::XComponentContext>& context,
                  const css::uno::Reference<css::frame::XFrame>& frame,
                  std::function<void(const PdfValidated&)> done);

} // namespace gouji::addin
