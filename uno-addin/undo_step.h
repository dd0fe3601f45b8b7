// SPDX-License-Identifier: GPL-3.0-or-later
// Scopes around changes of the open document.
#pragma once

#include "base/words.h"

#include <com/sun/star/beans/XPropertySet.hpp>
#include <com/sun/star/document/XUndoManager.hpp>
#include <com/sun/star/frame/XModel.hpp>
#include <com/sun/star/text/XTextDocument.hpp>

namespace gouji::addin {

/// Windows are painted once, when it goes, for all that happens while it lives.
class LockedControllers {
public:
  explicit LockedControllers(css::uno::Reference<css::frame::XModel> model);
  ~LockedControllers();
  LockedControllers(const LockedControllers&) = delete;
  LockedControllers& operator=(const LockedControllers&) = delete;

private:
  css::uno::Reference<css::frame::XModel> model_;
};

/// All that happens while it lives is one undo step with this title, painted once.
class UndoStep {
public:
  UndoStep(const css::uno::Reference<css::text::XTextDocument>& document, const Words& title,
           Language language);
  ~UndoStep();
  UndoStep(const UndoStep&) = delete;
  UndoStep& operator=(const UndoStep&) = delete;

private:
  LockedControllers locked_;
  css::uno::Reference<css::document::XUndoManager> undo_;
};

/// Changes are not recorded while it lives: a comment written then would be a tracked insertion.
/// The switch is stored with the document, so that this alone makes it a modified one: only for
/// where something is going to be written.
class Unrecorded {
public:
  explicit Unrecorded(const css::uno::Reference<css::text::XTextDocument>& document);
  ~Unrecorded();
  Unrecorded(const Unrecorded&) = delete;
  Unrecorded& operator=(const Unrecorded&) = delete;

private:
  css::uno::Reference<css::beans::XPropertySet> properties_;
  bool recording_ = false;
};

} // namespace gouji::addin
