// SPDX-License-Identifier: GPL-3.0-or-later
// Wrapping com.sun.star.awt.
#include "controls.h"

#include <com/sun/star/awt/PosSize.hpp>
#include <com/sun/star/awt/XControlModel.hpp>
#include <com/sun/star/awt/XDevice.hpp>
#include <com/sun/star/awt/XLayoutConstrains.hpp>
#include <com/sun/star/awt/XStyleSettingsSupplier.hpp>
#include <com/sun/star/lang/XMultiComponentFactory.hpp>

#include <algorithm>

using namespace css;

namespace gouji::addin {
namespace {

uno::Reference<awt::XLayoutConstrains> measured(const uno::Reference<awt::XControl>& control) {
  return uno::Reference<awt::XLayoutConstrains>(control->getPeer(), uno::UNO_QUERY);
}

} // namespace

Control::Control(const uno::Reference<uno::XComponentContext>& context, const std::string& kind) {
  const auto make = [&](const std::string& name) {
    return context->getServiceManager()->createInstanceWithContext(
        to_uno("com.sun.star.awt." + name), context);
  };
  const std::string name = kind.starts_with("tree.") ? kind + "Control" : "UnoControl" + kind;
  control_.set(make(name), uno::UNO_QUERY_THROW);
  const uno::Reference<awt::XControlModel> model(make(name + "Model"), uno::UNO_QUERY_THROW);
  control_->setModel(model);
  model_.set(model, uno::UNO_QUERY_THROW);
}

uno::Reference<awt::XWindow> Control::window() const {
  return as<awt::XWindow>();
}

void Control::set_any(const char* name, const uno::Any& value) const {
  model_->setPropertyValue(rtl::OUString::createFromAscii(name), value);
}

awt::Size Control::wanted() const {
  const auto layout = measured(control_);
  return layout.is() ? layout->getPreferredSize() : awt::Size(0, 0);
}

int Control::height_for(int width) const {
  const auto layout = measured(control_);
  return layout.is() ? layout->calcAdjustedSize(awt::Size(width, 0)).Height : 0;
}

TextRuler::TextRuler(const Control& label) {
  const auto peer = label.control()->getPeer();
  const uno::Reference<awt::XDevice> device(peer, uno::UNO_QUERY);
  const uno::Reference<awt::XStyleSettingsSupplier> style(peer, uno::UNO_QUERY);
  if (!device.is() || !style.is())
    return;
  font_ = device->getFont(style->getStyleSettings()->getLabelFont());
  // The font comes in points of a device that is not the screen: the label tells the scale.
  const auto measured = font_->getStringWidth(label.get<rtl::OUString>("Label"));
  if (measured > 0)
    scale_ = static_cast<double>(label.wanted().Width) / static_cast<double>(measured);
}

int TextRuler::width(const rtl::OUString& text) const {
  return font_.is() ? static_cast<int>(font_->getStringWidth(text) * scale_) : 0;
}

rtl::OUString TextRuler::ellipsed(const std::string& text, int room) const {
  const rtl::OUString whole = to_uno(text), ellipsis = to_uno("…");
  if (width(whole) <= room)
    return whole;
  sal_Int32 fits = 0, too_many = whole.getLength();
  while (too_many - fits > 1) {
    const sal_Int32 middle = (fits + too_many) / 2;
    (width(whole.copy(0, middle) + ellipsis) <= room ? fits : too_many) = middle;
  }
  return whole.copy(0, fits) + ellipsis;
}

void Control::place(int x, int y, int width, int height) const {
  window()->setPosSize(x, y, std::max(width, 0), std::max(height, 0), awt::PosSize::POSSIZE);
}

int flow_controls(const std::vector<const Control*>& controls, int x, int y, int width, int gap) {
  int at = x, bottom = y;
  for (const Control* control : controls) {
    const awt::Size size = control->wanted();
    const int wide = std::min<int>(size.Width, width);
    if (at > x && at + wide > x + width) {
      at = x;
      y = bottom + gap;
    }
    control->place(at, y, wide, size.Height);
    at += wide + gap;
    bottom = std::max<int>(bottom, y + size.Height);
  }
  return bottom;
}

} // namespace gouji::addin
