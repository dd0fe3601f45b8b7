// SPDX-License-Identifier: GPL-3.0-or-later
// The UNO components of the extension: their names and how each is made.
#pragma once

#include <com/sun/star/uno/XComponentContext.hpp>

namespace gouji::addin {

inline constexpr char commands_service[] = "org.gouji.Commands";
inline constexpr char panel_factory_service[] = "org.gouji.PanelFactory";

/// Each returns an acquired object, as a `constructor` of a .components file must.
css::uno::XInterface*
make_commands(const css::uno::Reference<css::uno::XComponentContext>& context);
css::uno::XInterface*
make_panel_factory(const css::uno::Reference<css::uno::XComponentContext>& context);
css::uno::XInterface*
make_load_watch(const css::uno::Reference<css::uno::XComponentContext>& context);

} // namespace gouji::addin
