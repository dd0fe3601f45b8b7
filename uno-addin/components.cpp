// SPDX-License-Identifier: GPL-3.0-or-later
// The module's only exports: the constructors that gouji.components names.
#include "components.h"

#include <com/sun/star/uno/Any.hxx>
#include <com/sun/star/uno/Sequence.hxx>
#include <sal/types.h>

extern "C" SAL_DLLPUBLIC_EXPORT css::uno::XInterface*
gouji_commands(css::uno::XComponentContext* context, const css::uno::Sequence<css::uno::Any>&) {
  try {
    return gouji::addin::make_commands(context);
  } catch (...) {
    return nullptr;
  }
}
