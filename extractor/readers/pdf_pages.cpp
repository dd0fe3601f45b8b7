// SPDX-License-Identifier: GPL-3.0-or-later
#include "readers/pdf_pages.h"

#include <algorithm>
#include <cmath>
#include <mutex>
#include <optional>
#include <string_view>

#include <Annot.h>
#include <Error.h>
#include <GlobalParams.h>
#include <Page.h>

namespace gouji {

namespace {

constexpr double largest_side = 1e6; ///< points; PDF 32000 Annex C knows 14,400

/// What Poppler complained of so far. Its callback knows no document; one thread reads one at a
/// time.
thread_local std::size_t syntax_errors = 0;

/// Poppler asks after each eleventh instruction.
bool must_stop(void* device) {
  return !static_cast<PageDevice*>(device)->go_on(11);
}

/// Annotations that show text of the document; links, comments and marks do not. What Poppler would
/// have to typeset itself is left out: its typesetting of free text does not always end.
bool shows_text(const Annot& annotation) {
  switch (annotation.getType()) {
  case Annot::typeWidget:
    return true;
  case Annot::typeFreeText:
  case Annot::typeStamp:
    return annotation.getAppearance().isStream();
  default:
    return false;
  }
}

using FontList = std::vector<std::pair<std::string, Ref>>;

/// The page's fonts by name; nothing when one of them is no object of its own, so that it cannot be
/// told from another.
std::optional<FontList> font_list(const Dict& resources) {
  const Object fonts = resources.lookup("Font");
  FontList list;
  if (!fonts.isDict())
    return list;
  const Dict& dict = *fonts.getDict();
  for (int i = 0; i < dict.getLength(); ++i) {
    if (!dict.getValNF(i).isRef())
      return std::nullopt;
    list.emplace_back(dict.getKey(i), dict.getValNF(i).getRef());
  }
  return list;
}

} // namespace

void prepare_poppler() {
  static std::once_flag done;
  std::call_once(done, [] {
    if (!globalParams)
      globalParams = std::make_unique<GlobalParams>();
    setErrorCallback([](ErrorCategory category, Goffset, const char*) {
      if (category == errSyntaxError)
        ++syntax_errors;
    });
  });
}

void PdfPages::prepare_interpreter(::Page& source) {
  const int turned = source.getRotate();
  const int rotation = turned < 0 ? turned + 360 : turned >= 360 ? turned - 360 : turned;
  if (gfx_ && box_ == *source.getCropBox() && rotation_ == rotation)
    return;
  box_ = *source.getCropBox();
  rotation_ = rotation;
  fonts_.clear();
  gfx_ = std::make_unique<Gfx>(&file_, &device_, source.getNum(), nullptr, 72, 72, &box_, &box_,
                               rotation_, must_stop, &device_);
}

/// Leaves on the interpreter's stack of resources the fonts that this page shares with those before
/// it, adds those it alone has, and what else it needs on top.
void PdfPages::push_resources(::Page& source) {
  Dict* const all = source.getResourceDict();
  const std::optional<FontList> wanted = all ? font_list(*all) : FontList();
  const auto used = [&](const std::pair<std::string, Ref>& font) {
    return wanted && std::find(wanted->begin(), wanted->end(), font) != wanted->end();
  };
  const std::size_t kept = static_cast<std::size_t>(
      std::find_if_not(fonts_.begin(), fonts_.end(), used) - fonts_.begin());
  for (; fonts_.size() > kept; fonts_.pop_back())
    gfx_->popResources();
  if (!wanted) {
    gfx_->pushResources(all);
    return;
  }
  for (const auto& font : *wanted) {
    if (std::any_of(fonts_.begin(), fonts_.end(),
                    [&](const auto& known) { return known.first == font.first; }))
      continue;
    auto* const names = new Dict(file_.getXRef());
    names->add(font.first.c_str(), Object(font.second));
    auto* const level = new Dict(file_.getXRef());
    level->add("Font", Object(names));
    const Object owner(level);
    gfx_->pushResources(level);
    fonts_.push_back(font);
  }
  Dict* const rest = all ? all->copy(file_.getXRef()) : new Dict(file_.getXRef());
  const Object owner(rest);
  rest->remove("Font");
  gfx_->pushResources(rest);
}

/// Ends what the page's content left open. False when something may remain that shows on another
/// page: marked content that hides what follows, say.
bool PdfPages::left_clean() {
  static constexpr std::string_view closing = "n EX EMC";
  const int before = device_.marks_closed();
  Object content(static_cast<Stream*>(
      new MemStream(closing.data(), 0, static_cast<Goffset>(closing.size()), Object(objNull))));
  gfx_->saveState();
  gfx_->display(&content);
  gfx_->restoreState();
  return device_.marks_closed() == before && device_.states() == 0 && !device_.stopped();
}

std::unique_ptr<DrawnPage> PdfPages::draw(int number) {
  ::Page* source = file_.getPage(number);
  if (!source || !source->isOk())
    return nullptr;
  auto drawn = std::make_unique<DrawnPage>();
  prepare_interpreter(*source);
  const GfxState& state = *gfx_->getState();
  drawn->page.number = number;
  drawn->page.width = state.getPageWidth();
  drawn->page.height = state.getPageHeight();
  const auto usable = [](double side) { return side > 0 && side <= largest_side; };
  if (!usable(drawn->page.width) || !usable(drawn->page.height))
    return nullptr;
  device_.begin(*drawn, *gfx_);
  push_resources(*source);
  const std::size_t errors_before = syntax_errors;
  source->display(gfx_.get());
  drawn->errors = syntax_errors - errors_before;
  for (Annot* annotation : source->getAnnots()->getAnnots())
    if (shows_text(*annotation) && !device_.stopped())
      annotation->draw(gfx_.get(), false);
  gfx_->popResources();
  const bool clean = left_clean() && syntax_errors == errors_before;
  device_.finish();
  if (!clean)
    gfx_.reset();
  return drawn;
}

} // namespace gouji
