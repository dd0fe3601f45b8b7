// SPDX-License-Identifier: GPL-3.0-or-later
// Undo contexts, locked controllers and change tracking, put back whatever happens.
#include "undo_step.h"

#include "uno_text.h"

#include <com/sun/star/document/XUndoManagerSupplier.hpp>

#include <utility>

using namespace css;

namespace gouji::addin {

LockedControllers::LockedControllers(uno::Reference<frame::XModel> model)
    : model_(std::move(model)) {
  model_->lockControllers();
}

LockedControllers::~LockedControllers() {
  try {
    model_->unlockControllers();
  } catch (const uno::Exception&) {
    // The document went away meanwhile.
  }
}

UndoStep::UndoStep(const uno::Reference<text::XTextDocument>& document, const Words& title,
                   Language language)
    : locked_(uno::Reference<frame::XModel>(document, uno::UNO_QUERY_THROW)) {
  const uno::Reference<document::XUndoManagerSupplier> supplier(document, uno::UNO_QUERY);
  if (supplier.is())
    undo_ = supplier->getUndoManager();
  if (undo_.is())
    undo_->enterUndoContext(to_uno(title.in(language)));
}

UndoStep::~UndoStep() {
  try {
    if (undo_.is())
      undo_->leaveUndoContext();
  } catch (const uno::Exception&) {
    // As above: so did its undo list.
  }
}

Unrecorded::Unrecorded(const uno::Reference<text::XTextDocument>& document)
    : properties_(document, uno::UNO_QUERY),
      recording_(property<bool>(properties_, "RecordChanges")) {
  if (recording_)
    properties_->setPropertyValue("RecordChanges", uno::Any(false));
}

Unrecorded::~Unrecorded() {
  try {
    if (recording_)
      properties_->setPropertyValue("RecordChanges", uno::Any(true));
  } catch (const uno::Exception&) {
    // As above.
  }
}

} // namespace gouji::addin
