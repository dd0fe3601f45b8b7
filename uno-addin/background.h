// SPDX-License-Identifier: GPL-3.0-or-later
// Work beside the office's main thread: it begins and ends there, and none of it outlives the
// office.
#pragma once

#include <com/sun/star/uno/XComponentContext.hpp>

#include <functional>
#include <stop_token>

namespace gouji::addin {

/// Runs `work` on a thread of its own, then `done` on the main thread, exactly once. `work` sees a
/// snapshot only and makes no UNO call: every one takes the office's lock. Both may hold what holds
/// UNO references: the last to let go of it is `done`, on the main thread. When the office ends
/// before, `work` is asked to stop and waited for, and `done` is dropped. Neither may throw.
void run_in_background(const css::uno::Reference<css::uno::XComponentContext>& context,
                       std::function<void(const std::stop_token&)> work,
                       std::function<void()> done);

/// Runs `work` when the office ends, behind all work in the background: what holds a reference into
/// the office must let go of it then, or the office crashes on its way out. It may not throw.
void at_the_end(const css::uno::Reference<css::uno::XComponentContext>& context,
                std::function<void()> work);

} // namespace gouji::addin
