// SPDX-License-Identifier: GPL-3.0-or-later
// Work beside the office's main thread: it begins and ends there, and none of it outlives the
// office.
#pragma once

#include <com/sun/star/uno/XComponentContext.hpp>

#include <functional>
#include <stop_token>

namespace gouji::addin {

/// Runs `work` on a thread of its own, then `done` on the main thread, exactly once. `work` sees a
/// snapshot only and makes no UNO call: every one takes the office's lock. When the office ends
/// before, `work` is asked to stop and waited for, and `done` is dropped. Neither may throw.
void run_in_background(const css::uno::Reference<css::uno::XComponentContext>& context,
                       std::function<void(const std::stop_token&)> work,
                       std::function<void()> done);

} // namespace gouji::addin
