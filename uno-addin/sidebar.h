// SPDX-License-Identifier: GPL-3.0-or-later
// The sidebar's deck that holds the findings panel.
#pragma once

#include <com/sun/star/frame/XFrame.hpp>
#include <com/sun/star/uno/XComponentContext.hpp>

namespace gouji::addin {

/// Shows the panel; nothing where it is shown already or the window is not visible.
void show_panel(const css::uno::Reference<css::uno::XComponentContext>& context,
                const css::uno::Reference<css::frame::XFrame>& frame);

/// Shows the panel, or hides it when it is shown.
void toggle_panel(const css::uno::Reference<css::uno::XComponentContext>& context,
                  const css::uno::Reference<css::frame::XFrame>& frame);

} // namespace gouji::addin
