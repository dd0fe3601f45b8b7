// SPDX-License-Identifier: GPL-3.0-or-later
// Poppler's drawing calls -> one Page. The device takes characters, lines, areas and the places of
// pictures; what only a renderer needs is never computed.
#pragma once

#include "base/limits.h"
#include "document/document.h"
#include "readers/pdf_glyphs.h"
#include "readers/pdf_paths.h"
#include "readers/poppler.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

namespace gouji {

/// What of a font matters for placing its characters; sizes in parts of the font size.
struct PdfFont {
  std::shared_ptr<GfxFont> font; ///< kept, so that no other font takes its address
  double ascent = 0, descent = 0;
  double em = 1; ///< font size as a reader sees it : font size as stated (Type 3 fonts state any)
  bool vertical = false;
  bool bold = false;
  std::uint16_t index = 0;
};

/// Numbers the fonts of one document.
class PdfFonts {
public:
  /// The font, looked at once a page. The reference holds until `forget`.
  const PdfFont& look_up(const std::shared_ptr<GfxFont>& font);
  /// Forgets everything but the numbers.
  void forget() { seen_.clear(); }
  /// Does `holds` of any font that was looked at?
  bool any(const std::function<bool(const GfxFont&)>& holds) const {
    return std::any_of(seen_.begin(), seen_.end(),
                       [&](const auto& entry) { return holds(*entry.first); });
  }

private:
  std::unordered_map<const GfxFont*, PdfFont> seen_;
  std::map<std::pair<int, int>, std::uint16_t> numbers_; ///< by object number and generation
};

/// Which bound of base/limits.h a page broke.
enum class PageLimit { none, glyphs, drawings, forms, operators, states };

/// A page and what was noticed while it was drawn.
struct DrawnPage {
  Page page;
  std::size_t unmapped = 0; ///< characters without a Unicode value
  std::size_t shapes = 0;   ///< filled areas that are neither line nor box
  std::size_t errors = 0;   ///< places of the page's content that break the rules of the format
  PageLimit broken = PageLimit::none;
};

/// A distance on the page, in points.
struct PdfVector {
  double x = 0, y = 0;
};

/// The output device: Poppler draws on it in a space whose origin is the top left corner of the
/// crop box, y down, turned upright and scaled to points, which is the space of a Page.
class PageDevice final : public OutputDev {
public:
  /// Starts a page, drawn by `interpreter`; both stay until `finish`.
  void begin(DrawnPage& drawn, Gfx& interpreter);
  void finish();
  /// To be called after every so many instructions of the page; says whether to go on.
  bool go_on(int instructions) {
    operators_ += instructions;
    if (operators_ > limits::page_operators)
      stop(PageLimit::operators);
    return !stopped();
  }
  bool stopped() const { return drawn_ && drawn_->broken != PageLimit::none; }
  const PdfFonts& fonts() const { return fonts_; }
  /// Graphics states that are saved at the moment; marked content that has ended so far.
  int states() const { return states_; }
  int marks_closed() const { return marks_closed_; }

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
  void endActualText(GfxState*) override { glyphs_->end_actual_text(); }
  void saveTextPos(GfxState*) override { in_pattern_text_ = true; }
  void restoreTextPos(GfxState*) override { in_pattern_text_ = false; }

  // ---- lines and areas
  void updateFillColor(GfxState*) override { fill_known_ = false; }
  void updateFillColorSpace(GfxState*) override { fill_known_ = false; }
  void updateStrokeColor(GfxState*) override { stroke_known_ = false; }
  void updateStrokeColorSpace(GfxState*) override { stroke_known_ = false; }
  void saveState(GfxState*) override {
    if (++states_ > limits::page_states)
      stop(PageLimit::states);
  }
  void restoreState(GfxState*) override {
    --states_;
    fill_known_ = stroke_known_ = false;
  }
  // Poppler walks all open marked content at every mark: many of them inside each other take it
  // square time.
  void beginMarkedContent(const char*, Dict*) override {
    if (++marks_ > limits::page_states)
      stop(PageLimit::states);
  }
  void endMarkedContent(GfxState*) override {
    marks_ = std::max(0, marks_ - 1);
    ++marks_closed_;
  }
  // What is drawn to work out a soft mask is not on the page.
  void beginTransparencyGroup(GfxState*, const double*, GfxColorSpace*, bool, bool,
                              bool for_soft_mask) override {
    groups_.push_back(for_soft_mask);
    masked_ += for_soft_mask;
  }
  void endTransparencyGroup(GfxState*) override {
    if (!groups_.empty()) {
      masked_ -= groups_.back();
      groups_.pop_back();
    }
  }
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
    if (drawn_ && drawn_->broken == PageLimit::none)
      drawn_->broken = limit;
  }
  Rect clip_box(const GfxState* state) const;
  std::uint32_t fill_colour(const GfxState* state);
  void take_path(const GfxState* state);
  void fill(const GfxState* state, bool even_odd, std::uint32_t colour);
  void add_picture(const GfxState* state);
  bool shade(const GfxState* state);

  PdfFonts fonts_;
  DrawnPage* drawn_ = nullptr;
  std::optional<GlyphPlacer> glyphs_;
  std::optional<PathSorter> paths_;
  Gfx* gfx_ = nullptr;
  Path path_;
  std::uint32_t fill_colour_ = 0, stroke_colour_ = 0;
  bool fill_known_ = false, stroke_known_ = false;
  bool in_pattern_text_ = false;
  int forms_ = 0, operators_ = 0, states_ = 0, marks_ = 0, marks_closed_ = 0;
  std::vector<bool> groups_; ///< open transparency groups: is it one of a soft mask?
  int masked_ = 0;           ///< how many of them are

  // The string being drawn: vectors on the page.
  const PdfFont* font_ = nullptr;
  PdfVector low_, high_;             ///< from the baseline to descent and ascent
  PdfVector spacing_, word_spacing_; ///< what character and word spacing add to an advance
  std::array<double, 4> to_page_{};  ///< user space to page, without the shift
  Rect clip_;
};

/// A text string of the file (PDF 32000 7.9.2.2) as code points.
std::u32string text_string(const GooString& raw);

} // namespace gouji
