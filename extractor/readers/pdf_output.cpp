// SPDX-License-Identifier: GPL-3.0-or-later
// The output device: text with its places, paths for the sorter, boxes for pictures.
#include "readers/pdf_output.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>

namespace gouji {

namespace {

constexpr double foot = 0.12; ///< share of an ideograph's square below the baseline

using Vector = PdfVector;

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

/// Clockwise degrees from "to the right", y down. A direction within some degrees of an axis is on
/// it.
std::int16_t turn(Vector direction) {
  constexpr double nearly = 0.1; // the tangent of 6 degrees
  const double dx = std::abs(direction.x), dy = std::abs(direction.y);
  if (dy <= nearly * dx)
    return direction.x >= 0 ? 0 : 180;
  if (dx <= nearly * dy)
    return direction.y > 0 ? 90 : 270;
  const double degrees = std::atan2(direction.y, direction.x) * 180 / std::numbers::pi;
  const int whole = static_cast<int>(std::lround(degrees));
  return static_cast<std::int16_t>((whole + 360) % 360);
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

void PageDevice::begin(DrawnPage& drawn, Gfx& interpreter) {
  drawn_ = &drawn;
  gfx_ = &interpreter;
  glyphs_.emplace(drawn.page);
  paths_.emplace(drawn.page);
  fonts_.forget();
  font_ = nullptr;
  fill_known_ = stroke_known_ = in_pattern_text_ = false;
  forms_ = operators_ = states_ = marks_ = masked_ = 0;
  groups_.clear();
}

void PageDevice::finish() {
  paths_->finish();
  drawn_->unmapped = glyphs_->unmapped();
  drawn_->shapes = paths_->shapes();
}

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
  if (in_pattern_text_ || masked_ > 0)
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
  if (paths_->add_line(box)) // programs without line drawing stretch a picture of one point
    return;
  if (drawn_->page.images.size() >= limits::page_rulings)
    stop(PageLimit::drawings);
  else
    drawn_->page.images.push_back(box);
}

bool PageDevice::shade(const GfxState* state) {
  if (stopped() || masked_ > 0)
    return true;
  const Rect clip = clip_box(state);
  path_.clear();
  path_.points = {{clip.x0, clip.y0}, {clip.x1, clip.y0}, {clip.x1, clip.y1}, {clip.x0, clip.y1}};
  path_.ends = {4};
  paths_->fill(path_, false, clip, pattern_colour);
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
  if (stopped() || masked_ > 0 || state->getFillOpacity() <= 0)
    return;
  take_path(state);
  paths_->fill(path_, even_odd, clip_box(state), colour);
  if (paths_->count() > limits::page_rulings)
    stop(PageLimit::drawings);
}

void PageDevice::stroke(GfxState* state) {
  if (stopped() || masked_ > 0 || state->getStrokeOpacity() <= 0)
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
  paths_->stroke(path_, pen, clip_box(state), stroke_colour_);
  if (paths_->count() > limits::page_rulings)
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
  Glyph& model = glyphs_->model;
  model.font_size = std::hypot(up.x, up.y) * std::abs(size) * font_->em;
  model.turned = turn(font_->vertical ? up * -size : right * (size * scale));
  model.font = font_->index;
  model.bold = font_->bold;
  // Mode 2 with a stroke of the fill's colour is how programs embolden a font that has no bold cut
  // (PDF 32000 9.3.6).
  const int mode = state->getRender();
  model.bold = model.bold || (mode & 3) == 2;
  model.invisible = mode == 3 || ((mode & 3) == 0 && state->getFillOpacity() <= 0);
  clip_ = clip_box(state);
}

void PageDevice::drawChar(GfxState* state, double x, double y, double dx, double dy,
                          double origin_x, double origin_y, CharCode code, int bytes,
                          const Unicode* u, int count) {
  if (masked_ > 0)
    return;
  if (drawn_->page.glyphs.size() >= limits::page_glyphs) {
    stop(PageLimit::glyphs);
    return;
  }
  const int turned = glyphs_->model.turned;
  Vector at;
  state->transform(x, y, &at.x, &at.y);
  const auto& m = to_page_;
  Vector along{dx * m[0] + dy * m[2] - spacing_.x, dx * m[1] + dy * m[3] - spacing_.y};
  if (bytes == 1 && code == ' ')
    along = along + word_spacing_ * -1;
  Rect box;
  double baseline = turned % 180 == 0 ? at.y : at.x;
  if (!font_->vertical) {
    box = swept(at, along, low_, high_);
  } else {
    // (x, y) is the middle of the square's top edge; `origin` leads from the foot's left end to it.
    const Vector origin{origin_x * m[0] + origin_y * m[2], origin_x * m[1] + origin_y * m[3]};
    const Vector half = turned % 180 != 0 ? Vector{origin.x, 0} : Vector{0, origin.y};
    box = swept(at, along, half * -1, half);
    baseline = turned == 90    ? box.x0 + foot * box.width()
               : turned == 180 ? box.y0 + foot * box.height()
               : turned == 270 ? box.x1 - foot * box.width()
                               : box.y1 - foot * box.height();
  }
  const double cx = box.center_x(), cy = box.center_y();
  if (!(cx >= clip_.x0 && cx <= clip_.x1 && cy >= clip_.y0 && cy <= clip_.y1))
    return; // outside the page or clipped away (or not a number)
  if (count == 1 && u[0] != 0)
    glyphs_->place(box, baseline, u[0]);
  else if (count > 1)
    glyphs_->place(box, baseline, std::u32string(u, u + count));
  else if (!box.empty()) // a shape without a value; U+0000 is how some programs say so
    glyphs_->place(box, baseline, std::u32string_view());
}

void PageDevice::beginActualText(GfxState*, const GooString* text) {
  glyphs_->begin_actual_text(text_string(*text));
}

std::u32string text_string(const GooString& raw) {
  Unicode* ucs4 = nullptr;
  const int length = TextStringToUCS4(raw.toStr(), &ucs4);
  std::u32string text(ucs4, ucs4 + length);
  gfree(ucs4);
  return text;
}

} // namespace gouji
