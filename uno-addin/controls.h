// SPDX-License-Identifier: GPL-3.0-or-later
// Controls of the office's own toolkit: made, measured, placed.
#pragma once

#include "uno_text.h"

#include <com/sun/star/awt/Size.hpp>
#include <com/sun/star/awt/XControl.hpp>
#include <com/sun/star/awt/XControlContainer.hpp>
#include <com/sun/star/awt/XFont.hpp>
#include <com/sun/star/awt/XWindow.hpp>
#include <com/sun/star/uno/XComponentContext.hpp>

#include <string>
#include <vector>

namespace gouji::addin {

/// A control with its model. Colours and fonts are the office's own unless a property says else.
class Control {
public:
  Control() = default;
  /// `kind` as in com.sun.star.awt.UnoControl<kind>, or "tree.Tree".
  Control(const css::uno::Reference<css::uno::XComponentContext>& context, const std::string& kind);

  const css::uno::Reference<css::awt::XControl>& control() const { return control_; }
  css::uno::Reference<css::awt::XWindow> window() const;
  template <class Interface> css::uno::Reference<Interface> as() const {
    return css::uno::Reference<Interface>(control_, css::uno::UNO_QUERY);
  }

  template <class T> void set(const char* name, const T& value) const {
    set_any(name, css::uno::Any(value));
  }
  void set_text(const char* name, const std::string& text) const { set(name, to_uno(text)); }
  template <class T> T get(const char* name, T otherwise = {}) const {
    return property(model_, name, otherwise);
  }

  /// The size it would like, in pixels.
  css::awt::Size wanted() const;
  /// The height of its text broken at `width`.
  int height_for(int width) const;
  void place(int x, int y, int width, int height) const;

private:
  void set_any(const char* name, const css::uno::Any& value) const;

  css::uno::Reference<css::awt::XControl> control_;
  css::uno::Reference<css::beans::XPropertySet> model_;
};

/// Measures text as labels are printed.
class TextRuler {
public:
  /// `label`: a FixedText that has a text.
  explicit TextRuler(const Control& label);
  /// In pixels.
  int width(const rtl::OUString& text) const;
  /// `text`, cut and with an ellipsis at its end when it is wider than `room` pixels.
  rtl::OUString ellipsed(const std::string& text, int room) const;

private:
  css::uno::Reference<css::awt::XFont> font_;
  double scale_ = 1;
};

/// Places controls side by side from (x, y) on, in a new row where the width is used up. Returns
/// where the last row ends.
int flow_controls(const std::vector<const Control*>& controls, int x, int y, int width, int gap);

} // namespace gouji::addin
