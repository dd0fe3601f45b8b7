// SPDX-License-Identifier: GPL-3.0-or-later
// Decks over UNO.
#include "sidebar.h"

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

uno::Reference<ui::XDeck> deck_of(const uno::Reference<ui::XSidebarProvider>& sidebar) {
  const uno::Reference<ui::XDecks> decks = sidebar->getDecks();
  if (!decks.is() || !decks->hasByName(deck_name))
    return nullptr;
  return uno::Reference<ui::XDeck>(decks->getByName(deck_name), uno::UNO_QUERY);
}

bool is_shown(const uno::Reference<ui::XSidebarProvider>& sidebar,
              const uno::Reference<ui::XDeck>& deck) {
  return sidebar->isVisible() && deck->isActive();
}

void show(const uno::Reference<ui::XSidebarProvider>& sidebar,
          const uno::Reference<ui::XDeck>& deck) {
  if (!sidebar->isVisible())
    sidebar->setVisible(true);
  sidebar->showDecks(true);
  if (!deck->isActive()) // activating an active deck closes it
    deck->activate(true);
}

} // namespace

void show_panel(const uno::Reference<frame::XFrame>& frame) {
  const uno::Reference<awt::XWindow2> window(frame.is() ? frame->getContainerWindow() : nullptr,
                                             uno::UNO_QUERY);
  if (!window.is() || !window->isVisible())
    return;
  const auto sidebar = sidebar_of(frame);
  const auto deck = sidebar.is() ? deck_of(sidebar) : nullptr;
  if (deck.is() && !is_shown(sidebar, deck))
    show(sidebar, deck);
}

void toggle_panel(const uno::Reference<frame::XFrame>& frame) {
  const auto sidebar = sidebar_of(frame);
  const auto deck = sidebar.is() ? deck_of(sidebar) : nullptr;
  if (!deck.is())
    return;
  if (is_shown(sidebar, deck))
    sidebar->setVisible(false);
  else
    show(sidebar, deck);
}

} // namespace gouji::addin
