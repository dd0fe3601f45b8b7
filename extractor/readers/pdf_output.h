// SPDX-License-Identifier: GPL-3.0-or-later
// Poppler's drawing calls -> one Page. The device takes characters, lines, areas and the places of
// pictures; what only a renderer needs is never computed.
#pragma once

#include <cstddef>
#include <map>
#include <memory>
#include <unordered_map>
#include <utility>
#include <vector>

#include <Gfx.h>
#include <OutputDev.h>
#include <PDFDoc.h>

#include "document/document.h"
#include "readers/pdf_paths.h"

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
  /// Forgets everything but the numbers: Poppler makes new font objects for every page.
  void forget() { seen_.clear(); }

private:
  std::unordered_map<const GfxFont*, PdfFont> seen_;
  std::map<std::pair<int, int>, std::uint16_t> numbers_; ///< by object number and generation
};

/// Which bound of base/limits.h a page broke.
enum class PageLimit { none, glyphs, drawings, forms };

/// A page and what was noticed while it was drawn.
struct DrawnPage {
  Page page;
  std::size_t unmapped = 0; ///< characters without a Unicode value
  PageLimit broken = PageLimit::none;
};

/// Interprets page `number` (from 1), annotations included. Nothing when the page object is
/// unusable.
std::unique_ptr<DrawnPage> draw_page(PDFDoc& file, int number, PdfFonts& fonts);

} // namespace gouji
