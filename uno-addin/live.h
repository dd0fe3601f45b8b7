// SPDX-License-Identifier: GPL-3.0-or-later
// Waiting for a pause in typing.
#pragma once

#include <com/sun/star/text/XTextDocument.hpp>
#include <com/sun/star/uno/XComponentContext.hpp>

#include <functional>
#include <memory>

namespace gouji::addin {

/// While it lives, calls `pause` on the main thread whenever the document was changed and then left
/// alone for a moment. A change costs a lock and no more.
class TypingPauses {
public:
  TypingPauses(const css::uno::Reference<css::uno::XComponentContext>& context,
               const css::uno::Reference<css::text::XTextDocument>& document,
               std::function<void()> pause);
  ~TypingPauses();
  TypingPauses(const TypingPauses&) = delete;
  TypingPauses& operator=(const TypingPauses&) = delete;

private:
  class Clock;
  class Watch;
  std::shared_ptr<Clock> clock_;
  css::uno::Reference<css::text::XTextDocument> document_;
  css::uno::Reference<css::uno::XInterface> watch_;
};

} // namespace gouji::addin
