// SPDX-License-Identifier: GPL-3.0-or-later
// What the last validation of an open document found. Kept until the document is closed; nothing
// with a UNO reference outlives it.
#pragma once

#include "pipeline/process.h"
#include "writer_reader.h"

#include <com/sun/star/text/XTextDocument.hpp>
#include <com/sun/star/uno/XComponentContext.hpp>
#include <cppuhelper/weakref.hxx>

#include <cstddef>
#include <functional>
#include <memory>
#include <optional>
#include <vector>

namespace gouji::addin {

/// How long the last validation took, in milliseconds.
struct Timing {
  double reading = 0; ///< the main thread, taking the snapshot
  double listing = 0; ///< the main thread, storing the findings and filling the list
  double marking = 0; ///< the main thread, writing the marks; 0 for a check that writes none
  double whole = 0;   ///< from the command to the list
};

struct Session {
  css::uno::WeakReference<css::text::XTextDocument> document;
  Outcome outcome;
  std::vector<css::uno::Reference<css::text::XTextTable>> tables; ///< as in OpenDocument
  std::vector<std::size_t> order;      ///< of outcome.findings: worst first, then by place
  std::vector<bool> ignored;           ///< per finding, until the next validation
  int current = -1;                    ///< into `order`: where Next and Previous stand
  bool stale = false;                  ///< the document was edited since
  std::shared_ptr<const Report> prior; ///< last year's report it was compared with, or null
  std::string prior_name;              ///< that report's file name
  std::size_t content = 0;             ///< fingerprint of the document that was checked
  std::size_t parts = 0;               ///< its paragraphs and cells
  Timing timing;
  int own_edits = 0; ///< marks are being written: no edit of the document
};

/// While it lives, changes of the document do not make its session stale.
class OwnEdit {
public:
  explicit OwnEdit(std::shared_ptr<Session> session) : session_(std::move(session)) {
    if (session_)
      ++session_->own_edits;
  }
  ~OwnEdit() {
    if (session_)
      --session_->own_edits;
  }
  OwnEdit(const OwnEdit&) = delete;
  OwnEdit& operator=(const OwnEdit&) = delete;

private:
  std::shared_ptr<Session> session_;
};

/// What tells open documents apart. Never to be followed: the document may be gone.
css::uno::XInterface* key_of(const css::uno::Reference<css::uno::XInterface>& document);

/// Is what changed in the document an edit? Writer says "modified" when a window is resized, too:
/// only another content than the one with the fingerprint `content` is one. Reads the document.
bool was_edited(const css::uno::Reference<css::uno::XComponentContext>& context,
                const css::uno::Reference<css::text::XTextDocument>& document, std::size_t content);

/// The document's session, or null before its first validation.
std::shared_ptr<Session>
find_session(const css::uno::Reference<css::text::XTextDocument>& document);

/// The finding that Next and Previous stand at, and the panel shows; nothing when none is chosen.
std::optional<std::size_t> current_finding(const Session& session);

/// What a validation hands over. With `again`, what was ignored before stays so.
struct Checked {
  Outcome outcome;
  std::vector<css::uno::Reference<css::text::XTextTable>> tables;
  std::shared_ptr<const Report> prior;
  std::string prior_name;
  std::size_t content = 0; ///< fingerprint of the document that was checked
  std::size_t parts = 0;   ///< its paragraphs and cells
  bool again = false;
};

/// A validation's result as a session that nobody keeps.
Session new_session(const css::uno::Reference<css::text::XTextDocument>& document, Checked checked);

/// Stores a validation's result (replacing the last one) and watches the document: edits make it
/// stale, closing drops it.
std::shared_ptr<Session>
store_session(const css::uno::Reference<css::uno::XComponentContext>& context,
              const css::uno::Reference<css::text::XTextDocument>& document, Checked checked);

/// Called on the main thread whenever a session is stored, becomes stale or is dropped (null).
/// Returns a number for `unlisten`.
int listen(std::function<void(const std::shared_ptr<Session>&)> listener);
void unlisten(int number);
/// Tells the listeners that `session` changed otherwise (a finding ignored).
void changed(const std::shared_ptr<Session>& session);

} // namespace gouji::addin
