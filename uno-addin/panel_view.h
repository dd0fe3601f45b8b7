// SPDX-License-Identifier: GPL-3.0-or-later
// The findings panel as a window: its controls, where they stand, what the person does with them.
#pragma once

#include "base/words.h"
#include "controls.h"
#include "listing.h"

#include <com/sun/star/awt/tree/XTreeNode.hpp>
#include <rtl/ref.hxx>

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace gouji::addin {

/// All that the panel shows.
struct PanelContent {
  std::string verdict, form;
  std::vector<ListedGroup> groups;
  std::optional<std::size_t> current; ///< the finding that is selected
  std::string detail;                 ///< what is to be said of it
  std::string set_label;
  bool may_set = false, may_ignore = false;

  bool operator==(const PanelContent&) const = default;
};

/// What the person does. Called on the main thread.
struct PanelHandlers {
  std::function<void()> check, set, ignore;
  std::function<void(bool on)> live;
  std::function<void(std::size_t finding)> select; ///< moved to in the list
  std::function<void(std::size_t finding)> go;     ///< clicked, or Enter pressed on
};

/// Narrower than this the sidebar may not become, in pixels.
inline constexpr int narrowest_panel = 240;

class PanelView {
public:
  PanelView(const css::uno::Reference<css::uno::XComponentContext>& context,
            const css::uno::Reference<css::awt::XWindow>& parent, Language language,
            PanelHandlers handlers);
  ~PanelView();
  PanelView(const PanelView&) = delete;
  PanelView& operator=(const PanelView&) = delete;

  css::uno::Reference<css::awt::XWindow> window() const { return root_.window(); }
  void show(const PanelContent& content);
  /// The least height it can be used with, in pixels.
  int least_height() const;

private:
  class Events;
  void make_controls(const css::uno::Reference<css::uno::XComponentContext>& context);
  void arrange();
  void fill_list();
  void select_current();
  std::optional<std::size_t> selected() const;

  Language language_;
  PanelHandlers handlers_;
  css::uno::Reference<css::uno::XComponentContext> context_;
  PanelContent content_;
  Control root_, verdict_, form_, check_, live_, list_label_, list_, detail_label_, detail_, set_,
      ignore_;
  std::map<std::size_t, css::uno::Reference<css::awt::tree::XTreeNode>> nodes_;
  int fitted_ = 0; ///< width in pixels that the list is filled for; 0: not filled
  rtl::Reference<Events> events_;
  bool filling_ = false; ///< the list changes by itself: no selection of the person's
};

} // namespace gouji::addin
