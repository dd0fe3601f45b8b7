// SPDX-License-Identifier: GPL-3.0-or-later
// One validation of the open document: snapshot on the main thread, check beside it, result back on
// the main thread.
#pragma once

#include "office.h"
#include "session.h"

#include <com/sun/star/frame/XFrame.hpp>

#include <functional>
#include <memory>
#include <string>

namespace gouji::addin {

/// How a validation ended: a session (of its own when `apart`), or the words to say instead.
struct Validated {
  std::shared_ptr<Session> session;
  Words failure;
};

/// What to check, besides the document.
struct CheckRequest {
  std::string prior_file;  ///< UTF-8 path of last year's report; may be empty
  bool again = false;      ///< keeps the session's report of last year and what was ignored
  bool in_passing = false; ///< nobody waits for it: no progress in the status bar
  bool apart = false;      ///< for its result only: the document's session stays as it is
};

/// Reads the document in `frame` now and returns; the check runs on a thread of its own, then
/// `done` runs on the main thread, exactly once, unless the office quits before. A result that the
/// document was edited or closed under is not stored: a word says so.
void validate_in_background(const css::uno::Reference<css::uno::XComponentContext>& context,
                            const css::uno::Reference<css::frame::XFrame>& frame,
                            const CheckRequest& request,
                            std::function<void(const Validated&)> done);

/// Does a check of this document run now?
bool validating(const css::uno::Reference<css::text::XTextDocument>& document);

} // namespace gouji::addin
