// SPDX-License-Identifier: GPL-3.0-or-later
// Sessions by document, dropped when the document goes.
#include "session.h"

#include "background.h"
#include "fingerprint.h"
#include "office.h"

#include <com/sun/star/util/XModifyBroadcaster.hpp>
#include <com/sun/star/util/XModifyListener.hpp>
#include <cppuhelper/implbase1.hxx>
#include <rtl/ref.hxx>

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <tuple>

using namespace css;

namespace gouji::addin {
namespace {

/// Used on the main thread, and where Writer tells of a document's end, which happens under the
/// office's lock; so no lock is needed. Entries hold UNO references, so each leaves with its
/// document.
std::map<uno::XInterface*, std::shared_ptr<Session>>& sessions() {
  static std::map<uno::XInterface*, std::shared_ptr<Session>> all;
  return all;
}

std::map<int, std::function<void(const std::shared_ptr<Session>&)>>& listeners() {
  static std::map<int, std::function<void(const std::shared_ptr<Session>&)>> all;
  return all;
}

/// Of a document with more paragraphs and cells than that, any change counts as an edit: reading it
/// once more would hold up the typing.
constexpr std::size_t most_probed = 1'500;

void mark_stale(const uno::Reference<uno::XComponentContext>& context, uno::XInterface* key) {
  const auto found = sessions().find(key);
  if (found == sessions().end() || found->second->stale)
    return;
  const std::shared_ptr<Session> session = found->second;
  const uno::Reference<text::XTextDocument> document(session->document.get(), uno::UNO_QUERY);
  if (!document.is() ||
      (session->parts <= most_probed && !was_edited(context, document, session->content)))
    return;
  session->stale = true;
  changed(session);
}

class Watch : public cppu::WeakImplHelper1<util::XModifyListener> {
public:
  Watch(uno::Reference<uno::XComponentContext> context, uno::XInterface* key)
      : context_(std::move(context)), key_(key) {}

  void SAL_CALL modified(const lang::EventObject&) override {
    try {
      const auto found = sessions().find(key_);
      if (found == sessions().end() || found->second->stale || found->second->own_edits > 0 ||
          asked_)
        return;
      asked_ = true; // one look for all changes of this moment
      const rtl::Reference<Watch> self(this);
      post_to_main_thread(context_, [self] {
        self->asked_ = false;
        mark_stale(self->context_, self->key_);
      });
    } catch (...) {
      // Nothing may leave a listener: it would end the office.
    }
  }

  void SAL_CALL disposing(const lang::EventObject&) override {
    try {
      sessions().erase(key_);
      changed(nullptr);
    } catch (...) {
    }
  }

private:
  const uno::Reference<uno::XComponentContext> context_;
  uno::XInterface* const key_;
  bool asked_ = false;
};

Place first_place(const Outcome& outcome, const Finding& finding) {
  Place first = finding.places.empty() ? Place{} : finding.places.front();
  for (const int field : finding.fields) {
    const Place& place = outcome.report.values[static_cast<std::size_t>(field)].place;
    if (place.table >= 0 &&
        (first.table < 0 || std::tuple(place.table, place.row, place.column) <
                                std::tuple(first.table, first.row, first.column)))
      first = place;
  }
  return first;
}

std::vector<std::size_t> worst_first(const Outcome& outcome) {
  std::vector<std::size_t> order(outcome.findings.size());
  for (std::size_t i = 0; i < order.size(); ++i)
    order[i] = i;
  const auto rank = [&](std::size_t i) {
    const Place place = first_place(outcome, outcome.findings[i]);
    return std::tuple(outcome.findings[i].severity, place.table, place.row, place.column);
  };
  std::stable_sort(order.begin(), order.end(),
                   [&](std::size_t a, std::size_t b) { return rank(a) < rank(b); });
  return order;
}

/// Which findings of `outcome` say again, word for word, what was ignored in `before`.
std::vector<bool> still_ignored(const Session& before, const Outcome& outcome) {
  std::set<std::string> said;
  for (std::size_t i = 0; i < before.ignored.size(); ++i)
    if (before.ignored[i])
      said.insert(before.outcome.findings[i].message.en);
  std::vector<bool> ignored;
  for (const Finding& finding : outcome.findings)
    ignored.push_back(said.contains(finding.message.en));
  return ignored;
}

} // namespace

uno::XInterface* key_of(const uno::Reference<uno::XInterface>& document) {
  return uno::Reference<uno::XInterface>(document, uno::UNO_QUERY).get();
}

bool was_edited(const uno::Reference<uno::XComponentContext>& context,
                const uno::Reference<text::XTextDocument>& document, std::size_t content) {
  return fingerprint(read_writer(context, document).document) != content;
}

std::shared_ptr<Session> find_session(const uno::Reference<text::XTextDocument>& document) {
  const auto found = sessions().find(key_of(document));
  return found == sessions().end() ? nullptr : found->second;
}

std::optional<std::size_t> current_finding(const Session& session) {
  const auto at = static_cast<std::size_t>(session.current);
  if (session.current < 0 || at >= session.order.size() || session.ignored[session.order[at]])
    return std::nullopt;
  return session.order[at];
}

Session new_session(const uno::Reference<text::XTextDocument>& document, Checked checked) {
  Session session;
  session.document = document;
  session.order = worst_first(checked.outcome);
  session.ignored.assign(checked.outcome.findings.size(), false);
  session.outcome = std::move(checked.outcome);
  session.tables = std::move(checked.tables);
  session.prior = std::move(checked.prior);
  session.prior_name = std::move(checked.prior_name);
  session.content = checked.content;
  session.parts = checked.parts;
  return session;
}

std::shared_ptr<Session> store_session(const uno::Reference<uno::XComponentContext>& context,
                                       const uno::Reference<text::XTextDocument>& document,
                                       Checked checked) {
  // A document may be open when the office ends; closing it is not told then.
  static const bool leaving = [&] {
    at_the_end(context, [] { sessions().clear(); });
    return true;
  }();
  static_cast<void>(leaving);
  auto& entry = sessions()[key_of(document)];
  const bool watched = entry != nullptr;
  if (!watched)
    entry = std::make_shared<Session>();
  const bool again = checked.again;
  Session next = new_session(document, std::move(checked));
  if (again)
    next.ignored = still_ignored(*entry, next.outcome);
  next.own_edits = entry->own_edits;
  *entry = std::move(next);
  if (!watched) {
    const uno::Reference<util::XModifyBroadcaster> broadcaster(document, uno::UNO_QUERY);
    if (broadcaster.is())
      broadcaster->addModifyListener(new Watch(context, key_of(document)));
  }
  return entry;
}

int listen(std::function<void(const std::shared_ptr<Session>&)> listener) {
  static int last = 0;
  listeners()[++last] = std::move(listener);
  return last;
}

void unlisten(int number) {
  listeners().erase(number);
}

void changed(const std::shared_ptr<Session>& session) {
  const auto all = listeners(); // a listener may unlisten
  for (const auto& [number, listener] : all)
    try {
      listener(session);
    } catch (const uno::Exception&) {
      // A panel or a toolbar that is going away; the others are told all the same.
    }
}

} // namespace gouji::addin
