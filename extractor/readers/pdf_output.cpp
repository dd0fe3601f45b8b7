// SPDX-License-Identifier: GPL-3.0-or-later
// The output device. Poppler draws in a space whose origin is the top left corner of the crop box,
// y down, turned upright and scaled to points, which is the space of a Page.
#include "readers/pdf_output.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <string_view>

#include <Annot.h>
#include <GfxFont.h>
#include <GfxState.h>
#include <Page.h>
#include <UTF.h>

#include "base/limits.h"

namespace gouji {

namespace {

constexpr char32_t replacement = 0xFFFD;
constexpr double foot = 0.12; ///< share of an ideograph's square below the baseline

struct Vector {
  double x = 0, y = 0;
};

Vector operator+(Vector a, Vector b) {
  return {a.x + b.x, a.y + b.y};
}
Vector operator*(Vector a, double f) {
  return {a.x * f, a.y * f};
}

/// The box around `at`, grown by both spans.
Rect swept(Vector at, Vector along, Vector low, Vector high) {
  return {at.x + std::min(0.0, along.x) + std::min(low.x, high.x),
          at.y + std::min(0.0, along.y) + std::min(low.y, high.y),
          at.x + std::max(0.0, along.x) + std::max(low.x, high.x),
          at.y + std::max(0.0, along.y) + std::max(low.y, high.y)};
}

/// Clockwise degrees from "to the right", y down.
std::int16_t quarter(Vector direction) {
  if (std::abs(direction.x) >= std::abs(direction.y))
    return direction.x >= 0 ? 0 : 180;
  return direction.y > 0 ? 90 : 270;
}

/// Latin ligatures (Unicode block Alphabetic Presentation Forms) as letters.
std::u32string_view letters(char32_t c) {
  static constexpr std::array<std::u32string_view, 7> table{U"ff",  U"fi", U"fl", U"ffi",
                                                            U"ffl", U"st", U"st"};
  return c >= 0xFB00 && c <= 0xFB06 ? table.at(c - 0xFB00) : std::u32string_view{};
}

/// What the font's character map gives -> what a Document holds: no control characters, nothing
/// that UTF-8 cannot hold.
char32_t usable(Unicode u) {
  if (u < 0x20 || (u >= 0x7F && u < 0xA0))
    return U' ';
  if (u > 0x10FFFF || (u >= 0xD800 && u < 0xE000) || (u & 0xFFFE) == 0xFFFE)
    return replacement;
  return u;
}

} // namespace

const PdfFont& PdfFonts::look_up(const std::shared_ptr<GfxFont>& font) {
  const auto [place, is_new] = seen_.try_emplace(font.get());
  PdfFont& entry = place->second;
  if (!is_new)
    return entry;
  entry.font = font;
  const Ref id = *font->getID();
  entry.index = numbers_.try_emplace({id.num, id.gen}, static_cast<std::uint16_t>(numbers_.size()))
                    .first->second;
  entry.vertical = font->getWMode() != 0;
  const std::string name = font->getName().value_or("");
  entry.bold = font->isBold() || font->getWeight() >= GfxFont::W600 ||
               name.find("Bold") != std::string::npos || name.find("Heavy") != std::string::npos ||
               name.find("Black") != std::string::npos;
  entry.ascent = font->getAscent();
  entry.descent = font->getDescent();
  if (font->getType() == fontType3) {
    // The em of a Type 3 font is whatever its matrix makes of it: its box tells the height of its
    // characters (PDF 32000 9.6.5).
    const double* matrix = font->getFontMatrix();
    const double* box = font->getFontBBox();
    const double low = std::min(box[1] * matrix[3], box[3] * matrix[3]);
    const double high = std::max(box[1] * matrix[3], box[3] * matrix[3]);
    if (high > low) {
      entry.descent = low;
      entry.ascent = high;
      entry.em = high - low;
    }
  }
  const double height = entry.ascent - entry.descent;
  if (!(height > 0.1 && height < 10)) {
    entry.ascent = 1 - foot;
    entry.descent = -foot;
    entry.em = 1;
  }
  return entry;
}

namespace {

class PageDevice final : public OutputDev {
public:
  PageDevice(DrawnPage& drawn, PdfFonts& fonts)
      : drawn_(drawn), page_(drawn.page), fonts_(fonts), paths_(drawn.page) {}

  /// The interpreter that draws here; to be set before anything is drawn.
  void set_interpreter(Gfx* gfx) { gfx_ = gfx; }
  void finish() { paths_.finish(); }
  bool stopped() const { return drawn_.broken != PageLimit::none; }

  // ---- what kind of device this is
  bool upsideDown() override { return true; }
  bool useDrawChar() override { return true; }
  bool interpretType3Chars() override { return false; }
  bool needClipToCropBox() override { return true; }
  bool useShadedFills(int) override { return true; }
  bool useDrawForm() override;
  bool needNonText() override;

  // ---- text
  void beginString(GfxState* state, const GooString*) override;
  void drawChar(GfxState* state, double x, double y, double dx, double dy, double origin_x,
                double origin_y, CharCode code, int bytes, const Unicode* u, int count) override;
  void beginActualText(GfxState*, const GooString*) override;
  void endActualText(GfxState*) override;
  void saveTextPos(GfxState*) override { in_pattern_text_ = true; }
  void restoreTextPos(GfxState*) override { in_pattern_text_ = false; }

  // ---- lines and areas
  void updateFillColor(GfxState*) override { fill_known_ = false; }
  void updateFillColorSpace(GfxState*) override { fill_known_ = false; }
  void updateStrokeColor(GfxState*) override { stroke_known_ = false; }
  void updateStrokeColorSpace(GfxState*) override { stroke_known_ = false; }
  void restoreState(GfxState*) override { fill_known_ = stroke_known_ = false; }
  void stroke(GfxState* state) override;
  void fill(GfxState* state) override { fill(state, false, fill_colour(state)); }
  void eoFill(GfxState* state) override { fill(state, true, fill_colour(state)); }

  // ---- smooth shadings fill what the clip leaves; only their place matters
  bool functionShadedFill(GfxState* state, GfxFunctionShading*) override { return shade(state); }
  bool axialShadedFill(GfxState* state, GfxAxialShading*, double, double) override {
    return shade(state);
  }
  bool radialShadedFill(GfxState* state, GfxRadialShading*, double, double) override {
    return shade(state);
  }
  bool gouraudTriangleShadedFill(GfxState* state, GfxGouraudTriangleShading*) override {
    return shade(state);
  }
  bool patchMeshShadedFill(GfxState* state, GfxPatchMeshShading*) override { return shade(state); }

  // ---- pictures: `needNonText` keeps Poppler from all of these
  void drawImageMask(GfxState*, Object*, Stream*, int, int, bool, bool, bool) override {}
  void drawImage(GfxState*, Object*, Stream*, int, int, GfxImageColorMap*, bool, const int*,
                 bool) override {}
  void drawMaskedImage(GfxState*, Object*, Stream*, int, int, GfxImageColorMap*, bool, Stream*, int,
                       int, bool, bool) override {}
  void drawSoftMaskedImage(GfxState*, Object*, Stream*, int, int, GfxImageColorMap*, bool, Stream*,
                           int, int, GfxImageColorMap*, bool) override {}

private:
  static constexpr std::uint32_t pattern_colour = 0xC0C0C0; ///< of patterns, never worked out

  void stop(PageLimit limit) {
    if (drawn_.broken == PageLimit::none)
      drawn_.broken = limit;
  }
  Rect clip_box(const GfxState* state) const;
  std::uint32_t fill_colour(const GfxState* state);
  void take_path(const GfxState* state);
  void fill(const GfxState* state, bool even_odd, std::uint32_t colour);
  void add_picture(const GfxState* state);
  bool shade(const GfxState* state);
  void add_glyphs(const Rect& box, double baseline, const Unicode* u, int count);

  DrawnPage& drawn_;
  Page& page_;
  PdfFonts& fonts_;
  PathSorter paths_;
  Gfx* gfx_ = nullptr;
  Path path_;
  std::uint32_t fill_colour_ = 0, stroke_colour_ = 0;
  bool fill_known_ = false, stroke_known_ = false;
  bool in_pattern_text_ = false;
  int forms_ = 0;

  // The string being drawn: vectors on the page.
  const PdfFont* font_ = nullptr;
  Vector low_, high_;               ///< from the baseline to descent and ascent
  Vector spacing_, word_spacing_;   ///< what character and word spacing add to an advance
  std::array<double, 4> to_page_{}; ///< user space to page, without the shift
  Glyph model_;                     ///< what all its characters share
  Rect clip_;

  std::u32string actual_;        ///< the ActualText of the marked content being drawn
  std::size_t actual_start_ = 0; ///< its first glyph
};

bool PageDevice::useDrawForm() {
  // Asked once for every form to be drawn. Forms that draw forms can multiply beyond any time
  // limit; once a bound is broken, drawing them ends.
  if (++forms_ > limits::page_forms)
    stop(PageLimit::forms);
  return stopped();
}

bool PageDevice::needNonText() {
  // Asked before every picture, and before fills, strokes and text that use a pattern. "No" makes
  // Poppler skip all of them, before any decoder has seen a byte of the picture.
  GfxState* state = gfx_->getState();
  if (in_pattern_text_)
    return false;
  if (!state->isPath())
    add_picture(state);
  else if (state->getFillColorSpace()->getMode() == csPattern)
    fill(state, false, pattern_colour);
  else
    stroke(state);
  return false;
}

Rect PageDevice::clip_box(const GfxState* state) const {
  Rect clip;
  state->getClipBBox(&clip.x0, &clip.y0, &clip.x1, &clip.y1);
  return clip;
}

void PageDevice::add_picture(const GfxState* state) {
  const double* m = state->getCTM();
  const Rect box =
      intersection(swept({m[4], m[5]}, {m[0], m[1]}, {0, 0}, {m[2], m[3]}), clip_box(state));
  if (!(box.width() > 0 && box.height() > 0))
    return;
  if (page_.images.size() >= limits::page_rulings)
    stop(PageLimit::drawings);
  else
    page_.images.push_back(box);
}

bool PageDevice::shade(const GfxState* state) {
  const Rect clip = clip_box(state);
  path_.clear();
  path_.points = {{clip.x0, clip.y0}, {clip.x1, clip.y0}, {clip.x1, clip.y1}, {clip.x0, clip.y1}};
  path_.ends = {4};
  paths_.fill(path_, false, clip, pattern_colour);
  return true;
}

void PageDevice::take_path(const GfxState* state) {
  path_.clear();
  const GfxPath* path = state->getPath();
  for (int i = 0; i < path->getNumSubpaths(); ++i) {
    const GfxSubpath* part = path->getSubpath(i);
    for (int k = 0; k < part->getNumPoints(); ++k) {
      PathPoint& point = path_.points.emplace_back();
      state->transform(part->getX(k), part->getY(k), &point.x, &point.y);
      point.control = part->getCurve(k);
    }
    path_.ends.push_back(path_.points.size());
  }
}

std::uint32_t PageDevice::fill_colour(const GfxState* state) {
  if (!fill_known_) {
    GfxRGB rgb;
    state->getFillRGB(&rgb);
    fill_colour_ = static_cast<std::uint32_t>(colToByte(rgb.r)) << 16 |
                   static_cast<std::uint32_t>(colToByte(rgb.g)) << 8 | colToByte(rgb.b);
    fill_known_ = true;
  }
  return fill_colour_;
}

void PageDevice::fill(const GfxState* state, bool even_odd, std::uint32_t colour) {
  if (stopped() || state->getFillOpacity() <= 0)
    return;
  take_path(state);
  paths_.fill(path_, even_odd, clip_box(state), colour);
  if (paths_.count() > limits::page_rulings)
    stop(PageLimit::drawings);
}

void PageDevice::stroke(GfxState* state) {
  if (stopped() || state->getStrokeOpacity() <= 0)
    return;
  if (!stroke_known_) {
    GfxRGB rgb{};
    if (state->getStrokeColorSpace()->getMode() != csPattern)
      state->getStrokeRGB(&rgb);
    stroke_colour_ = static_cast<std::uint32_t>(colToByte(rgb.r)) << 16 |
                     static_cast<std::uint32_t>(colToByte(rgb.g)) << 8 | colToByte(rgb.b);
    stroke_known_ = true;
  }
  take_path(state);
  const double* m = state->getCTM();
  const double width = state->getLineWidth();
  const Pen pen{width * std::hypot(m[1], m[3]), width * std::hypot(m[0], m[2]),
                state->getLineCap() == 2};
  paths_.stroke(path_, pen, clip_box(state), stroke_colour_);
  if (paths_.count() > limits::page_rulings)
    stop(PageLimit::drawings);
}

void PageDevice::beginString(GfxState* state, const GooString*) {
  const std::shared_ptr<GfxFont>& font = state->getFont();
  if (!font_ || font_->font != font)
    font_ = &fonts_.look_up(font);
  const double* text = state->getTextMat();
  const double* m = state->getCTM();
  to_page_ = {m[0], m[1], m[2], m[3]};
  const Vector right{text[0] * m[0] + text[1] * m[2], text[0] * m[1] + text[1] * m[3]};
  const Vector up{text[2] * m[0] + text[3] * m[2], text[2] * m[1] + text[3] * m[3]};
  const double size = state->getFontSize();
  const double scale = state->getHorizScaling();
  low_ = up * (size * font_->descent);
  high_ = up * (size * font_->ascent);
  const Vector step = font_->vertical ? up : right * scale;
  spacing_ = step * state->getCharSpace();
  word_spacing_ = step * state->getWordSpace();
  model_.font_size = std::hypot(up.x, up.y) * std::abs(size) * font_->em;
  model_.turned = quarter(font_->vertical ? up * -size : right * (size * scale));
  model_.font = font_->index;
  model_.bold = font_->bold;
  // Mode 2 with a stroke of the fill's colour is how programs embolden a font that has no bold cut
  // (PDF 32000 9.3.6).
  const int mode = state->getRender();
  model_.bold = model_.bold || (mode & 3) == 2;
  model_.invisible = mode == 3 || ((mode & 3) == 0 && state->getFillOpacity() <= 0);
  clip_ = clip_box(state);
}

void PageDevice::drawChar(GfxState* state, double x, double y, double dx, double dy,
                          double origin_x, double origin_y, CharCode code, int bytes,
                          const Unicode* u, int count) {
  if (count == 1 && u[0] == 0)
    return;
  Vector at;
  state->transform(x, y, &at.x, &at.y);
  const auto& m = to_page_;
  Vector along{dx * m[0] + dy * m[2] - spacing_.x, dx * m[1] + dy * m[3] - spacing_.y};
  if (bytes == 1 && code == ' ')
    along = along + word_spacing_ * -1;
  Rect box;
  double baseline = 0;
  if (!font_->vertical) {
    box = swept(at, along, low_, high_);
    baseline = model_.turned % 180 == 0 ? at.y : at.x;
  } else {
    // The origin is the middle of the top edge; `origin` leads to it from the foot's left end.
    const Vector origin{origin_x * m[0] + origin_y * m[2], origin_x * m[1] + origin_y * m[3]};
    const bool sideways = model_.turned % 180 != 0;
    const Vector half = sideways ? Vector{origin.x, 0} : Vector{0, origin.y};
    box = swept(at, along, half * -1, half);
    baseline = model_.turned == 90    ? box.x0 + foot * box.width()
               : model_.turned == 180 ? box.y0 + foot * box.height()
               : model_.turned == 270 ? box.x1 - foot * box.width()
                                      : box.y1 - foot * box.height();
  }
  const double cx = box.center_x(), cy = box.center_y();
  if (!(cx >= clip_.x0 && cx <= clip_.x1 && cy >= clip_.y0 && cy <= clip_.y1))
    return; // outside the page or clipped away (or not a number)
  add_glyphs(box, baseline, u, count);
}

void PageDevice::add_glyphs(const Rect& box, double baseline, const Unicode* u, int count) {
  if (page_.glyphs.size() >= limits::page_glyphs) {
    stop(PageLimit::glyphs);
    return;
  }
  Glyph glyph = model_;
  glyph.box = box;
  glyph.baseline = baseline;
  if (count == 1) {
    glyph.character = usable(u[0]);
    if (letters(glyph.character).empty()) {
      drawn_.unmapped += glyph.character == replacement;
      page_.glyphs.push_back(glyph);
      return;
    }
  }
  if (count <= 0) {
    glyph.character = replacement;
    ++drawn_.unmapped;
    page_.glyphs.push_back(glyph);
    return;
  }
  std::u32string text;
  for (int i = 0; i < count; ++i) {
    const char32_t c = usable(u[i]);
    const std::u32string_view split = letters(c);
    drawn_.unmapped += c == replacement;
    split.empty() ? text.push_back(c) : void(text.append(split));
  }
  // The characters share the box in reading order.
  for (std::size_t i = 0; i < text.size(); ++i) {
    const double from = static_cast<double>(i) / static_cast<double>(text.size());
    const double to = static_cast<double>(i + 1) / static_cast<double>(text.size());
    glyph.character = text[i];
    const double w = box.width(), h = box.height();
    switch (model_.turned) {
    case 0:
      glyph.box = {box.x0 + w * from, box.y0, box.x0 + w * to, box.y1};
      break;
    case 90:
      glyph.box = {box.x0, box.y0 + h * from, box.x1, box.y0 + h * to};
      break;
    case 180:
      glyph.box = {box.x1 - w * to, box.y0, box.x1 - w * from, box.y1};
      break;
    default:
      glyph.box = {box.x0, box.y1 - h * to, box.x1, box.y1 - h * from};
      break;
    }
    page_.glyphs.push_back(glyph);
  }
}

void PageDevice::beginActualText(GfxState*, const GooString* text) {
  actual_.clear();
  actual_start_ = page_.glyphs.size();
  Unicode* ucs4 = nullptr;
  const int length = TextStringToUCS4(text->toStr(), &ucs4);
  for (int i = 0; i < length; ++i)
    actual_.push_back(usable(ucs4[i]));
  gfree(ucs4);
}

void PageDevice::endActualText(GfxState*) {
  // Stands for what was drawn since (PDF 32000 14.9.4). Taken where the drawn characters do not say
  // it themselves and stand on one line, so that it has a place.
  const std::u32string actual = std::exchange(actual_, {});
  const std::span drawn =
      std::span(page_.glyphs).subspan(std::min(actual_start_, page_.glyphs.size()));
  if (actual.empty() || drawn.empty())
    return;
  const Glyph first = drawn.front();
  Rect box;
  std::size_t unmapped = 0;
  bool same = actual.size() == drawn.size();
  for (std::size_t i = 0; i < drawn.size(); ++i) {
    if (drawn[i].turned != first.turned ||
        std::abs(drawn[i].baseline - first.baseline) > first.font_size / 2)
      return;
    box = united(box, drawn[i].box);
    unmapped += drawn[i].character == replacement;
    same = same && drawn[i].character == actual[i];
  }
  if (same)
    return;
  page_.glyphs.resize(actual_start_);
  drawn_.unmapped -= std::min(unmapped, drawn_.unmapped);
  const Glyph before = std::exchange(model_, first);
  const std::vector<Unicode> text(actual.begin(), actual.end());
  add_glyphs(box, first.baseline, text.data(), static_cast<int>(text.size()));
  model_ = before;
}

/// Annotations that show text of the document; links, comments and marks do not.
bool shows_text(const Annot& annotation) {
  switch (annotation.getType()) {
  case Annot::typeWidget:
  case Annot::typeFreeText:
  case Annot::typeStamp:
    return true;
  default:
    return false;
  }
}

bool must_stop(void* device) {
  return static_cast<const PageDevice*>(device)->stopped();
}

} // namespace

std::unique_ptr<DrawnPage> draw_page(PDFDoc& file, int number, PdfFonts& fonts) {
  ::Page* source = file.getPage(number);
  if (!source || !source->isOk())
    return nullptr;
  auto drawn = std::make_unique<DrawnPage>();
  fonts.forget();
  PageDevice device(*drawn, fonts);
  const std::unique_ptr<Gfx> gfx(source->createGfx(&device, 72, 72, 0, false, true, -1, -1, -1, -1,
                                                   false, must_stop, &device));
  device.set_interpreter(gfx.get());
  drawn->page.number = number;
  drawn->page.width = gfx->getState()->getPageWidth();
  drawn->page.height = gfx->getState()->getPageHeight();
  source->display(gfx.get());
  for (Annot* annotation : source->getAnnots()->getAnnots())
    if (shows_text(*annotation) && !device.stopped())
      annotation->draw(gfx.get(), false);
  device.finish();
  return drawn;
}

} // namespace gouji
