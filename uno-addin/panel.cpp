// SPDX-License-Identifier: GPL-3.0-or-later
// The findings panel as the sidebar wants it: a UI element made by a factory.
#include "actions.h"
#include "components.h"
#include "live.h"
#include "marks.h"
#include "messages.h"
#include "office.h"
#include "panel_view.h"
#include "settle.h"
#include "uno_text.h"

#include <com/sun/star/beans/PropertyValue.hpp>
#include <com/sun/star/container/NoSuchElementException.hpp>
#include <com/sun/star/lang/XServiceInfo.hpp>
#include <com/sun/star/ui/UIElementType.hpp>
#include <com/sun/star/ui/XSidebarPanel.hpp>
#include <com/sun/star/ui/XToolPanel.hpp>
#include <com/sun/star/ui/XUIElement.hpp>
#include <com/sun/star/ui/XUIElementFactory.hpp>
#include <cppuhelper/basemutex.hxx>
#include <cppuhelper/compbase3.hxx>
#include <cppuhelper/implbase2.hxx>
#include <cppuhelper/supportsservice.hxx>

using namespace css;

namespace gouji::addin {
namespace {

/// What the panel says of the window's document now.
PanelContent content_of(const uno::Reference<text::XTextDocument>& document, Language language) {
  const auto words = [&](const Phrase& phrase) { return fill(phrase).in(language); };
  PanelContent content;
  content.set_label = words(phrases::set_to_nothing);
  const auto session = document.is() ? find_session(document) : nullptr;
  if (!session) {
    content.verdict = words(phrases::not_validated);
    content.form = words(phrases::how_to_start);
    return content;
  }
  const Outcome& outcome = session->outcome;
  content.verdict = verdict_line(outcome, session->ignored, language);
  if (session->stale)
    content.verdict = fill(phrases::edited_since, content.verdict).in(language);
  content.form = form_line(outcome, language);
  if (session->prior)
    content.form = fill(phrases::compared_with, content.form, session->prior_name).in(language);
  if (!may_write(document))
    content.form += ' ' + words(phrases::not_written);
  content.groups = list_findings(outcome, session->order, session->ignored, language);
  content.current = current_finding(*session);
  if (!content.current)
    return content;
  const std::size_t current = *content.current;
  const auto repair = writable_repair(document, *session, current);
  content.detail = finding_text(outcome, outcome.findings[current], repair, language);
  content.may_set = repair.has_value();
  content.may_ignore = true;
  if (repair)
    content.set_label = fill(phrases::set_to, repair->number.text()).in(language);
  return content;
}

using PanelBase = cppu::WeakComponentImplHelper3<ui::XUIElement, ui::XToolPanel, ui::XSidebarPanel>;

class Panel : private cppu::BaseMutex, public PanelBase {
public:
  Panel(Desk desk, const uno::Reference<awt::XWindow>& parent, const rtl::OUString& url)
      : PanelBase(m_aMutex), desk_(std::move(desk)), url_(url) {
    const Language language = office_language(desk_.context);
    view_ = std::make_unique<PanelView>(desk_.context, parent, language, handlers());
    refresh();
    // Last: a panel that could not be made must not be called.
    listener_ = listen([this](const std::shared_ptr<Session>&) { refresh(); });
  }

  uno::Reference<frame::XFrame> SAL_CALL getFrame() override { return desk_.frame; }
  rtl::OUString SAL_CALL getResourceURL() override { return url_; }
  sal_Int16 SAL_CALL getType() override { return ui::UIElementType::TOOLPANEL; }
  uno::Reference<uno::XInterface> SAL_CALL getRealInterface() override {
    return uno::Reference<uno::XInterface>(static_cast<ui::XToolPanel*>(this));
  }

  uno::Reference<awt::XWindow> SAL_CALL getWindow() override {
    return view_ ? view_->window() : nullptr;
  }
  uno::Reference<accessibility::XAccessible>
      SAL_CALL createAccessible(const uno::Reference<accessibility::XAccessible>&) override {
    return uno::Reference<accessibility::XAccessible>(getWindow(), uno::UNO_QUERY);
  }

  ui::LayoutSize SAL_CALL getHeightForWidth(sal_Int32) override {
    const sal_Int32 least = view_ ? view_->least_height() : 0;
    return ui::LayoutSize(least, -1, least);
  }
  sal_Int32 SAL_CALL getMinimalWidth() override { return narrowest_panel; }

  void SAL_CALL disposing() override {
    unlisten(listener_);
    pauses_.reset();
    view_.reset();
  }

private:
  PanelHandlers handlers() {
    // Copies of the desk: the panel may go while an action runs.
    const Desk desk = desk_;
    PanelHandlers handlers;
    handlers.check = [desk] { validate(desk, {}, true, tell_person(desk)); };
    handlers.set = [desk] { set_current(desk, tell_person(desk)); };
    handlers.ignore = [desk] { ignore_current(desk); };
    handlers.select = [desk](std::size_t finding) { choose(desk, finding); };
    handlers.go = [desk](std::size_t finding) {
      choose(desk, finding);
      desk.frame->getComponentWindow()->setFocus();
    };
    handlers.live = [this](bool on) {
      pauses_.reset();
      const auto document = writer_document(desk_.frame);
      if (!on || !document.is())
        return;
      const Desk here = desk_;
      pauses_ =
          std::make_unique<TypingPauses>(here.context, document, [here] { refresh_list(here); });
      refresh_list(here);
    };
    return handlers;
  }

  void refresh() {
    if (view_)
      view_->show(content_of(writer_document(desk_.frame), office_language(desk_.context)));
  }

  const Desk desk_;
  const rtl::OUString url_;
  std::unique_ptr<PanelView> view_;
  std::unique_ptr<TypingPauses> pauses_;
  int listener_ = 0;
};

class PanelFactory : public cppu::WeakImplHelper2<ui::XUIElementFactory, lang::XServiceInfo> {
public:
  explicit PanelFactory(uno::Reference<uno::XComponentContext> context)
      : context_(std::move(context)) {}

  uno::Reference<ui::XUIElement>
      SAL_CALL createUIElement(const rtl::OUString& url,
                               const uno::Sequence<beans::PropertyValue>& arguments) override {
    uno::Reference<frame::XFrame> frame;
    uno::Reference<awt::XWindow> parent;
    for (const beans::PropertyValue& argument : arguments) {
      if (argument.Name == "Frame")
        argument.Value >>= frame;
      else if (argument.Name == "ParentWindow")
        argument.Value >>= parent;
    }
    if (!parent.is() || !frame.is())
      throw container::NoSuchElementException(url, static_cast<cppu::OWeakObject*>(this));
    try {
      return new Panel({context_, frame}, parent, url);
    } catch (const std::exception& error) {
      throw uno::RuntimeException(to_uno(error.what()), static_cast<cppu::OWeakObject*>(this));
    }
  }

  rtl::OUString SAL_CALL getImplementationName() override {
    return rtl::OUString::createFromAscii(panel_factory_service);
  }
  sal_Bool SAL_CALL supportsService(const rtl::OUString& name) override {
    return cppu::supportsService(this, name);
  }
  uno::Sequence<rtl::OUString> SAL_CALL getSupportedServiceNames() override {
    uno::Sequence<rtl::OUString> names(1);
    names[0] = rtl::OUString::createFromAscii(panel_factory_service);
    return names;
  }

private:
  const uno::Reference<uno::XComponentContext> context_;
};

} // namespace

uno::XInterface* make_panel_factory(const uno::Reference<uno::XComponentContext>& context) {
  return cppu::acquire(static_cast<cppu::OWeakObject*>(new PanelFactory(context)));
}

} // namespace gouji::addin
