// SPDX-License-Identifier: GPL-3.0-or-later
// Decks over UNO.
#include "sidebar.h"

#include "office.h"

#include <com/sun/star/awt/XWindow2.hpp>
#include <com/sun/star/frame/XController2.hpp>
#include <com/sun/star/ui/XDeck.hpp>
#include <com/sun/star/ui/XDecks.hpp>
#include <com/sun/star/ui/XSidebarProvider.hpp>

using namespace css;

namespace gouji::addin {
namespace {

constexpr char deck_name[] = "gouji"; // as in Sidebar.xcu

uno::Reference<ui::XSidebarProvider> sidebar_of(const uno::Reference<frame::XFrame>& frame) {
  const uno::Reference<frame::XController2> controller(
      frame.is() ? frame->getController() : nullptr, uno::UNO_QUERY);
  return controller.is() ? controller->getSidebar() : nullptr;
}

/// Null while the sidebar is hidden: it has no decks then.
uno::Reference<ui::XDeck> deck_of(const uno::Reference<ui::XSidebarProvider>& sidebar) {
  const uno::Reference<ui::XDecks> decks = sidebar->getDecks();
  if (!decks.is() || !decks->hasByName(deck_name))
    return nullptr;
  return uno::Reference<ui::XDeck>(decks->getByName(deck_name), uno::UNO_QUERY);
}

bool is_shown(const uno::Reference<ui::XSidebarProvider>& sidebar) {
  const auto deck = sidebar->isVisible() ? deck_of(sidebar) : nullptr;
  return deck.is() && deck->isActive();
}

void show_deck(const uno::Reference<ui::XSidebarProvider>& sidebar) {
  sidebar->showDecks(true);
  const auto deck = deck_of(sidebar);
  if (deck.is() && !deck->isActive()) // activating an active deck closes it
    deck->activate(true);
}

void show(const uno::Reference<uno::XComponentContext>& context,
          const uno::Reference<ui::XSidebarProvider>& sidebar) {
  if (sidebar->isVisible())
    return show_deck(sidebar);
  sidebar->setVisible(true);
  // It opens the deck that was open last a moment later: ours comes after that.
  post_to_main_thread(context, [context, sidebar] {
    post_to_main_thread(context, [sidebar] { show_deck(sidebar); });
  });
}

} // namespace

void show_panel(const uno::Reference<uno::XComponentContext>& context,
                const uno::Reference<frame::XFrame>& frame) {
  const uno::Reference<awt::XWindow2> window(frame.is() ? frame->getContainerWindow() : nullptr,
                                             uno::UNO_QUERY);
  if (!window.is() || !window->isVisible())
    return;
  if (const auto sidebar = sidebar_of(frame); sidebar.is() && !is_shown(sidebar))
    show(context, sidebar);
}

void toggle_panel(const uno::Reference<uno::XComponentContext>& context,
                  const uno::Reference<frame::XFrame>& frame) {
  const auto sidebar = sidebar_of(frame);
  if (!sidebar.is())
    return;
  if (is_shown(sidebar))
    sidebar->setVisible(false);
  else
    show(context, sidebar);
}

} // namespace gouji::addin
