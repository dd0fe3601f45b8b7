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

/// How a validation ended: a session, or the words to say instead.
struct Validated {
  std::shared_ptr<Session> session;
  Words failure;
};

/// Reads the document in `frame` now and returns; the check runs on a thread of its own, then
/// `done` runs on the main thread, exactly once, unless the office quits before. `prior_file`
/// (UTF-8 path, may be empty) is last year's report.
void validate_in_background(const css::uno::Reference<css::uno::XComponentContext>& context,
                            const css::uno::Reference<css::frame::XFrame>& frame,
                            const std::string& prior_file,
                            std::function<void(const Validated&)> done);

} // namespace gouji::addin
