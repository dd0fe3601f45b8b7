// SPDX-License-Identifier: GPL-3.0-or-later
// What the last validation of an open document found. Kept until the document is closed; nothing
// with a UNO reference outlives it.
#pragma once

#include "pipeline/process.h"
#include "writer_reader.h"

#include <com/sun/star/text/XTextDocument.hpp>
#include <cppuhelper/weakref.hxx>

#include <functional>
#include <memory>
#include <vector>

namespace gouji::addin {

struct Session {
  css::uno::WeakReference<css::text::XTextDocument> document;
  Outcome outcome;
  std::vector<css::uno::Reference<css::text::XTextTable>> tables; ///< as in OpenDocument
  std::vector<std::size_t> order; ///< of outcome.findings: worst first, then by place
  std::vector<bool> ignored;      ///< per finding, until the next validation
  int current = -1;               ///< into `order`: where Next and Previous stand
  bool stale = false;             ///< the document was edited since
};

/// The document's session, or null before its first validation.
std::shared_ptr<Session>
find_session(const css::uno::Reference<css::text::XTextDocument>& document);

/// Stores a validation's result (replacing the last one) and watches the document: edits make it
/// stale, closing drops it.
std::shared_ptr<Session>
store_session(const css::uno::Reference<css::text::XTextDocument>& document, Outcome outcome,
              OpenDocument open);

/// Called on the main thread whenever a session is stored, becomes stale or is dropped (null).
/// Returns a number for `unlisten`.
int listen(std::function<void(const std::shared_ptr<Session>&)> listener);
void unlisten(int number);
/// Tells the listeners that `session` changed otherwise (a finding ignored).
void changed(const std::shared_ptr<Session>& session);

} // namespace gouji::addin
