// SPDX-License-Identifier: GPL-3.0-or-later
// Controls placed by hand: an extension's panel has no layout manager.
#include "panel_view.h"

#include "messages.h"
#include "office.h"

#include <com/sun/star/awt/FontWeight.hpp>
#include <com/sun/star/awt/Key.hpp>
#include <com/sun/star/awt/Toolkit.hpp>
#include <com/sun/star/awt/XButton.hpp>
#include <com/sun/star/awt/XCheckBox.hpp>
#include <com/sun/star/awt/tree/XMutableTreeDataModel.hpp>
#include <com/sun/star/awt/tree/XTreeControl.hpp>
#include <com/sun/star/lang/XMultiComponentFactory.hpp>
#include <com/sun/star/view/SelectionType.hpp>
#include <com/sun/star/view/XSelectionSupplier.hpp>
#include <cppuhelper/implbase6.hxx>

#include <algorithm>

using namespace css;

namespace gouji::addin {
namespace {

constexpr int most_form_lines = 6, detail_lines = 8, least_list_lines = 6;
// What the tree draws left of a text, in pixels.
constexpr int group_indent = 32, finding_indent = 72;

const char* icon_of(Severity severity) {
  return severity == Severity::error ? "error" : severity == Severity::warning ? "warning" : "info";
}

/// Sets a flag while it lives.
class Filling {
public:
  explicit Filling(bool& flag) : flag_(flag), before_(flag) { flag_ = true; }
  ~Filling() { flag_ = before_; }
  Filling(const Filling&) = delete;
  Filling& operator=(const Filling&) = delete;

private:
  bool& flag_;
  const bool before_;
};

} // namespace

/// Every event of the panel's controls. Nothing leaves it: an exception would end the office.
class PanelView::Events
    : public cppu::WeakImplHelper6<awt::XWindowListener, awt::XActionListener, awt::XItemListener,
                                   awt::XKeyListener, awt::XMouseListener,
                                   view::XSelectionChangeListener> {
public:
  explicit Events(PanelView& view) : view_(&view) {}
  void forget_view() { view_ = nullptr; }

  void SAL_CALL windowResized(const awt::WindowEvent&) override {
    guarded([&] { view_->arrange(); });
  }
  void SAL_CALL windowMoved(const awt::WindowEvent&) override {}
  void SAL_CALL windowShown(const lang::EventObject&) override {
    guarded([&] { view_->arrange(); });
  }
  void SAL_CALL windowHidden(const lang::EventObject&) override {}

  void SAL_CALL actionPerformed(const awt::ActionEvent& event) override {
    guarded([&] {
      const PanelHandlers handlers = view_->handlers_; // the view may go while one runs
      if (event.ActionCommand == "check")
        handlers.check();
      else if (event.ActionCommand == "set")
        handlers.set();
      else if (event.ActionCommand == "ignore")
        handlers.ignore();
    });
  }
  void SAL_CALL itemStateChanged(const awt::ItemEvent& event) override {
    guarded([&] { view_->handlers_.live(event.Selected == 1); });
  }
  void SAL_CALL selectionChanged(const lang::EventObject&) override {
    guarded([&] {
      if (view_->filling_)
        return;
      if (const auto finding = view_->selected())
        view_->handlers_.select(*finding);
    });
  }
  void SAL_CALL mouseReleased(const awt::MouseEvent&) override {
    guarded([&] { go(); });
  }
  void SAL_CALL keyReleased(const awt::KeyEvent& event) override {
    guarded([&] {
      if (event.KeyCode == awt::Key::RETURN)
        go();
    });
  }
  void SAL_CALL keyPressed(const awt::KeyEvent&) override {}
  void SAL_CALL mousePressed(const awt::MouseEvent&) override {}
  void SAL_CALL mouseEntered(const awt::MouseEvent&) override {}
  void SAL_CALL mouseExited(const awt::MouseEvent&) override {}
  void SAL_CALL disposing(const lang::EventObject&) override {}

private:
  void go() {
    if (const auto finding = view_->selected())
      view_->handlers_.go(*finding);
  }
  template <class Act> void guarded(const Act& act) {
    try {
      const rtl::Reference<Events> alive(this);
      if (view_)
        act();
    } catch (...) {
    }
  }

  PanelView* view_;
};

PanelView::PanelView(const uno::Reference<uno::XComponentContext>& context,
                     const uno::Reference<awt::XWindow>& parent, Language language,
                     PanelHandlers handlers)
    : language_(language), handlers_(std::move(handlers)), context_(context),
      root_(context, "Container"), events_(new Events(*this)) {
  root_.control()->createPeer(
      uno::Reference<awt::XToolkit>(awt::Toolkit::create(context), uno::UNO_QUERY),
      uno::Reference<awt::XWindowPeer>(parent, uno::UNO_QUERY_THROW));
  make_controls(context);
  root_.window()->addWindowListener(events_.get());
  root_.window()->setVisible(true);
}

PanelView::~PanelView() {
  events_->forget_view();
  try {
    root_.control()->dispose();
  } catch (const uno::Exception&) {
    // Its parent window went first.
  }
}

void PanelView::make_controls(const uno::Reference<uno::XComponentContext>& context) {
  const auto children = root_.as<awt::XControlContainer>();
  // The order is the order of the Tab key; a label names what follows it, for screen readers too.
  const auto add = [&](Control& control, const char* kind, const char* name) {
    control = Control(context, kind);
    return [&control, children, name] {
      children->addControl(rtl::OUString::createFromAscii(name), control.control());
    };
  };
  const auto words = [&](const Phrase& phrase) { return fill(phrase).in(language_); };
  const auto add_label = [&](Control& label, const char* name) {
    const auto put = add(label, "FixedText", name);
    label.set("MultiLine", true);
    label.set("NoLabel", true);
    put();
  };
  const auto add_button = [&](Control& button, const char* name, const std::string& text) {
    const auto put = add(button, "Button", name);
    button.set_text("Label", text);
    put();
    button.as<awt::XButton>()->setActionCommand(rtl::OUString::createFromAscii(name));
    button.as<awt::XButton>()->addActionListener(events_.get());
  };

  add_label(verdict_, "verdict");
  verdict_.set("FontWeight", awt::FontWeight::BOLD);
  add_label(form_, "form");
  add_button(check_, "check", words(phrases::check_again));
  {
    const auto put = add(live_, "CheckBox", "live");
    live_.set_text("Label", words(phrases::check_live));
    put();
    live_.as<awt::XCheckBox>()->addItemListener(events_.get());
  }
  add(list_label_, "FixedText", "list_label")();
  {
    const auto put = add(list_, "tree.Tree", "list");
    list_.set("RootDisplayed", false);
    list_.set("ShowsRootHandles", false);
    list_.set("ShowsHandles", false);
    list_.set("SelectionType", view::SelectionType_SINGLE);
    list_.set("Tabstop", true);
    put();
    list_.as<view::XSelectionSupplier>()->addSelectionChangeListener(events_.get());
    list_.window()->addMouseListener(events_.get());
    list_.window()->addKeyListener(events_.get());
  }
  add(detail_label_, "FixedText", "detail_label")();
  detail_label_.set_text("Label", words(phrases::detail_label));
  {
    const auto put = add(detail_, "Edit", "detail");
    detail_.set("MultiLine", true);
    detail_.set("ReadOnly", true);
    detail_.set("AutoVScroll", true);
    detail_.set("Tabstop", true);
    put();
  }
  add_button(set_, "set", words(phrases::set_to_nothing));
  add_button(ignore_, "ignore", words(phrases::ignore_once));
}

int PanelView::least_height() const {
  const int line = list_label_.wanted().Height;
  return (most_form_lines + detail_lines + least_list_lines + 10) * std::max(line, 1);
}

void PanelView::arrange() {
  const awt::Rectangle room = root_.window()->getPosSize();
  const int line = std::max<int>(list_label_.wanted().Height, 1);
  const int gap = std::max(line / 3, 2), x = gap, width = room.Width - 2 * gap;
  if (width <= 0)
    return;
  int y = gap;
  const int verdict = verdict_.height_for(width);
  verdict_.place(x, y, width, verdict);
  y += verdict + gap / 2;
  const int form = std::min(form_.height_for(width), most_form_lines * line);
  form_.place(x, y, width, form);
  y = flow_controls({&check_, &live_}, x, y + form + gap, width, gap) + gap;
  list_label_.place(x, y, width, line);
  y += line;

  // From below: the buttons, the text; the list has what is left.
  const int button = std::max<int>(set_.wanted().Height, ignore_.wanted().Height);
  const bool one_row = set_.wanted().Width + gap + ignore_.wanted().Width <= width;
  const int buttons = one_row ? button : 2 * button + gap;
  const int detail = detail_lines * line;
  const int below = line + detail + gap + buttons + gap;
  const int list = std::max(room.Height - y - gap - below, least_list_lines * line);
  list_.place(x, y, width, list);
  if (list_.window()->getPosSize().Width != fitted_)
    fill_list();
  y += list + gap;
  detail_label_.place(x, y, width, line);
  y += line;
  detail_.place(x, y, width, detail);
  flow_controls({&set_, &ignore_}, x, y + detail + gap, width, gap);
}

std::optional<std::size_t> PanelView::selected() const {
  const uno::Reference<awt::tree::XTreeNode> node(
      list_.as<view::XSelectionSupplier>()->getSelection(), uno::UNO_QUERY);
  for (const auto& [finding, its] : nodes_)
    if (its == node)
      return finding;
  return std::nullopt;
}

void PanelView::fill_list() {
  const Filling filling(filling_);
  fitted_ = list_.window()->getPosSize().Width;
  const int line = list_label_.wanted().Height;
  const uno::Reference<awt::tree::XMutableTreeDataModel> model(
      context_->getServiceManager()->createInstanceWithContext(
          "com.sun.star.awt.tree.MutableTreeDataModel", context_),
      uno::UNO_QUERY_THROW);
  if (!content_.groups.empty()) // in the characters that are to be measured
    list_label_.set_text("Label", content_.groups.front().findings.front().text);
  const TextRuler ruler(list_label_);
  const auto make = [&](const std::string& text, int indent) {
    return model->createNode(uno::Any(ruler.ellipsed(text, fitted_ - indent - line)), false);
  };
  const auto root = model->createNode(uno::Any(), false);
  const std::string icons = extension_url(context_) + "/icons/";
  nodes_.clear();
  for (const ListedGroup& group : content_.groups) {
    const auto parent = make(group.title, group_indent);
    root->appendChild(parent);
    for (const ListedFinding& finding : group.findings) {
      const auto node = make(finding.text, finding_indent);
      node->setNodeGraphicURL(to_uno(icons + icon_of(finding.severity) + "_16.png"));
      parent->appendChild(node);
      nodes_[finding.finding].set(node, uno::UNO_QUERY);
    }
  }
  model->setRoot(root);
  list_.set("DataModel", uno::Reference<awt::tree::XTreeDataModel>(model, uno::UNO_QUERY));
  const auto tree = list_.as<awt::tree::XTreeControl>();
  for (sal_Int32 i = 0; i < root->getChildCount(); ++i)
    tree->expandNode(root->getChildAt(i));
  list_label_.set_text("Label", fill(phrases::list_label, nodes_.size()).in(language_));
  select_current();
}

void PanelView::select_current() {
  const auto at = content_.current ? nodes_.find(*content_.current) : nodes_.end();
  if (at == nodes_.end() || selected() == content_.current)
    return;
  const Filling filling(filling_);
  list_.as<view::XSelectionSupplier>()->select(uno::Any(at->second));
  list_.as<awt::tree::XTreeControl>()->makeNodeVisible(at->second);
}

void PanelView::show(const PanelContent& content) {
  const bool new_list = content_.groups != content.groups;
  content_ = content;
  verdict_.set_text("Label", content.verdict);
  form_.set_text("Label", content.form);
  form_.set_text("HelpText", content.form);
  detail_.set_text("Text", content.detail);
  set_.set_text("Label", content.set_label);
  set_.set("Enabled", content.may_set);
  ignore_.set("Enabled", content.may_ignore);
  if (new_list)
    fitted_ = 0; // to be filled anew
  else
    select_current();
  arrange();
}

} // namespace gouji::addin
