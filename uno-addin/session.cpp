// SPDX-License-Identifier: GPL-3.0-or-later
// Sessions by document, dropped when the document goes.
#include "session.h"

#include <com/sun/star/util/XModifyBroadcaster.hpp>
#include <com/sun/star/util/XModifyListener.hpp>
#include <cppuhelper/implbase1.hxx>

#include <algorithm>
#include <map>
#include <tuple>

using namespace css;

namespace gouji::addin {
namespace {

/// Everything is used on the main thread only, so no lock is needed; entries hold UNO references,
/// so each leaves with its document.
std::map<uno::XInterface*, std::shared_ptr<Session>>& sessions() {
  static std::map<uno::XInterface*, std::shared_ptr<Session>> all;
  return all;
}

std::map<int, std::function<void(const std::shared_ptr<Session>&)>>& listeners() {
  static std::map<int, std::function<void(const std::shared_ptr<Session>&)>> all;
  return all;
}

uno::XInterface* key_of(const uno::Reference<text::XTextDocument>& document) {
  return uno::Reference<uno::XInterface>(document, uno::UNO_QUERY).get();
}

class Watch : public cppu::WeakImplHelper1<util::XModifyListener> {
public:
  explicit Watch(uno::XInterface* key) : key_(key) {}

  void SAL_CALL modified(const lang::EventObject&) override {
    try {
      const auto found = sessions().find(key_);
      if (found == sessions().end() || found->second->stale)
        return;
      found->second->stale = true;
      changed(found->second);
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
  uno::XInterface* const key_;
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

} // namespace

std::shared_ptr<Session> find_session(const uno::Reference<text::XTextDocument>& document) {
  const auto found = sessions().find(key_of(document));
  return found == sessions().end() ? nullptr : found->second;
}

std::shared_ptr<Session> store_session(const uno::Reference<text::XTextDocument>& document,
                                       Outcome outcome, OpenDocument open) {
  auto& entry = sessions()[key_of(document)];
  const bool watched = entry != nullptr;
  if (!watched)
    entry = std::make_shared<Session>();
  *entry = Session{};
  entry->document = document;
  entry->order = worst_first(outcome);
  entry->ignored.assign(outcome.findings.size(), false);
  entry->outcome = std::move(outcome);
  entry->tables = std::move(open.tables);
  if (!watched) {
    const uno::Reference<util::XModifyBroadcaster> broadcaster(document, uno::UNO_QUERY);
    if (broadcaster.is())
      broadcaster->addModifyListener(new Watch(key_of(document)));
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
    listener(session);
}

} // namespace gouji::addin
