// SPDX-License-Identifier: GPL-3.0-or-later
// Undo contexts, locked controllers and change tracking, put back whatever happens.
#include "undo_step.h"

#include "uno_text.h"

#include <com/sun/star/document/XUndoManagerSupplier.hpp>

using namespace css;

namespace gouji::addin {

UndoStep::UndoStep(const uno::Reference<text::XTextDocument>& document, const Words& title,
                   Language language)
    : model_(document, uno::UNO_QUERY) {
  const uno::Reference<document::XUndoManagerSupplier> supplier(document, uno::UNO_QUERY);
  if (supplier.is())
    undo_ = supplier->getUndoManager();
  model_->lockControllers();
  if (undo_.is())
    undo_->enterUndoContext(to_uno(title.in(language)));
}

UndoStep::~UndoStep() {
  try {
    if (undo_.is())
      undo_->leaveUndoContext();
    model_->unlockControllers();
  } catch (const uno::Exception&) {
    // The document went away meanwhile: so did its undo list.
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
