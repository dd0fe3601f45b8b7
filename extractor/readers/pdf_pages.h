// SPDX-License-Identifier: GPL-3.0-or-later
// Interprets the pages of one PDF, one after the other. Loading fonts is most of what a page costs;
// what one page loaded is kept for the next as far as that cannot change what the next one shows.
#pragma once

#include <memory>
#include <string>
#include <utility>
#include <vector>

#include <Gfx.h>
#include <PDFDoc.h>

#include "readers/pdf_output.h"

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
  void prepare_interpreter(::Page& source);
  void push_resources(::Page& source);
  bool left_clean();

  PDFDoc& file_;
  PageDevice device_;
  std::unique_ptr<Gfx> gfx_;
  PDFRectangle box_; ///< what `gfx_` was made for
  int rotation_ = 0;
  /// The fonts that `gfx_` has loaded, by name, each a level of resources below the page's own: at
  /// every time exactly those that the page may use.
  std::vector<std::pair<std::string, Ref>> fonts_;
};

} // namespace gouji
