// SPDX-License-Identifier: GPL-3.0-or-later
#include "readers/pdf_pages.h"

#include <algorithm>
#include <cmath>
#include <mutex>
#include <optional>
#include <string_view>

namespace gouji {

namespace {

constexpr std::size_t most_fonts = 1'000; ///< kept from page to page
constexpr double largest_side = 1e6;      ///< points; PDF 32000 Annex C knows 14,400

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

/// The page's fonts by name; nothing when one of them is no object of its own, so that it cannot be
/// told from another.
std::optional<std::vector<std::pair<std::string, Ref>>> font_list(const Dict& resources) {
  const Object fonts = resources.lookup("Font");
  std::vector<std::pair<std::string, Ref>> list;
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

/// Puts on the interpreter's stack of resources the fonts of the page that are not there yet or
/// mean something else there, to stay, and on top, to be taken off after the page, all else it
/// needs. Without `fonts` the page brings its own.
void PdfPages::push_resources(Dict* resources, const FontList* fonts) {
  if (!resources || !fonts) {
    gfx_->pushResources(resources);
    return;
  }
  auto* const fresh = new Dict(file_.getXRef());
  for (const auto& [name, font] : *fonts) {
    const auto [known, is_new] = fonts_.try_emplace(name, font);
    if (!is_new && known->second == font)
      continue;
    known->second = font;
    fresh->add(name.c_str(), Object(font));
  }
  const bool any = fresh->getLength() > 0;
  Object level(new Dict(file_.getXRef()));
  level.dictAdd("Font", Object(fresh));
  if (any)
    gfx_->pushResources(level.getDict());
  const Object rest(resources->copy(file_.getXRef()));
  rest.getDict()->remove("Font");
  gfx_->pushResources(rest.getDict());
}

/// Was text set in a font that earlier pages had and this one does not list? A damaged page names
/// fonts it does not have; a form that is drawn on it may have fonts of its own.
bool PdfPages::used_foreign_font(const FontList& fonts) const {
  return device_.fonts().any([&](const GfxFont& used) {
    const auto known = fonts_.find(used.getTag());
    return known != fonts_.end() && known->second == *used.getID() &&
           std::none_of(fonts.begin(), fonts.end(),
                        [&](const auto& listed) { return listed.first == known->first; });
  });
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
  std::unique_ptr<DrawnPage> drawn = draw(*source);
  if (!drawn && !sharing_) // it became clear that this file's pages must not share
    drawn = draw(*source);
  return drawn;
}

std::unique_ptr<DrawnPage> PdfPages::draw(::Page& source) {
  auto drawn = std::make_unique<DrawnPage>();
  prepare_interpreter(source);
  const GfxState& state = *gfx_->getState();
  drawn->page.number = source.getNum();
  drawn->page.width = state.getPageWidth();
  drawn->page.height = state.getPageHeight();
  const auto usable = [](double side) { return side > 0 && side <= largest_side; };
  if (!usable(drawn->page.width) || !usable(drawn->page.height))
    return nullptr;
  device_.begin(*drawn, *gfx_);
  Dict* const resources = source.getResourceDict();
  const std::optional<FontList> fonts =
      resources && sharing_ ? font_list(*resources) : std::nullopt;
  push_resources(resources, fonts ? &*fonts : nullptr);
  const std::size_t errors_before = syntax_errors;
  source.display(gfx_.get());
  drawn->errors = syntax_errors - errors_before;
  for (Annot* annotation : source.getAnnots()->getAnnots())
    if (shows_text(*annotation) && !device_.stopped())
      annotation->draw(gfx_.get(), false);
  gfx_->popResources();
  const bool clean = left_clean() && syntax_errors == errors_before;
  device_.finish();
  if (sharing_ && used_foreign_font(fonts.value_or(FontList()))) {
    sharing_ = false;
    gfx_.reset();
    return nullptr;
  }
  if (!clean || !sharing_ || fonts_.size() > most_fonts)
    gfx_.reset();
  return drawn;
}

} // namespace gouji
