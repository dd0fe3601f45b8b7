// SPDX-License-Identifier: GPL-3.0-or-later
// The module's only exports: the constructors that gouji.components names.
#include "components.h"

#include <com/sun/star/uno/Any.hxx>
#include <com/sun/star/uno/Sequence.hxx>
#include <sal/types.h>

namespace {

css::uno::XInterface*
make(css::uno::XInterface* (*how)(const css::uno::Reference<css::uno::XComponentContext>&),
     css::uno::XComponentContext* context) {
  try {
    return how(context);
  } catch (...) {
    return nullptr;
  }
}

} // namespace

extern "C" SAL_DLLPUBLIC_EXPORT css::uno::XInterface*
gouji_commands(css::uno::XComponentContext* context, const css::uno::Sequence<css::uno::Any>&) {
  return make(gouji::addin::make_commands, context);
}

extern "C" SAL_DLLPUBLIC_EXPORT css::uno::XInterface*
gouji_panel_factory(css::uno::XComponentContext* context,
                    const css::uno::Sequence<css::uno::Any>&) {
  return make(gouji::addin::make_panel_factory, context);
}

extern "C" SAL_DLLPUBLIC_EXPORT css::uno::XInterface*
gouji_load_watch(css::uno::XComponentContext* context, const css::uno::Sequence<css::uno::Any>&) {
  return make(gouji::addin::make_load_watch, context);
}
