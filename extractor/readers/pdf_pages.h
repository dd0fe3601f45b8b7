// SPDX-License-Identifier: GPL-3.0-or-later
// Interprets the pages of one PDF, one after the other. Loading fonts is most of what a page costs;
// what one page loaded is kept for the next as far as that cannot change what the next one shows.
#pragma once

#include "readers/pdf_output.h"
#include "readers/poppler.h"

#include <memory>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

namespace gouji {

/// Sets up what Poppler keeps process-wide, and keeps it from printing; to be called before any
/// other use. Cheap after the first time.
void prepare_poppler();

class PdfPages {
public:
  /// `file` stays open as long as this.
  explicit PdfPages(PDFDoc& file) : file_(file) {}

  /// Page `number` (from 1), annotations included. Nothing when the page is unusable.
  std::unique_ptr<DrawnPage> draw(int number);

private:
  using FontList = std::vector<std::pair<std::string, Ref>>;

  std::unique_ptr<DrawnPage> draw(::Page& source);
  void prepare_interpreter(::Page& source);
  void push_resources(Dict* resources, const FontList* fonts);
  bool left_clean();
  bool used_foreign_font(const FontList& fonts) const;

  PDFDoc& file_;
  PageDevice device_;
  std::unique_ptr<Gfx> gfx_;
  PDFRectangle box_; ///< what `gfx_` was made for
  int rotation_ = 0;
  /// What a font's name means to `gfx_`: the fonts of this page and of those before it.
  std::unordered_map<std::string, Ref> fonts_;
  bool sharing_ = true;
};

} // namespace gouji
