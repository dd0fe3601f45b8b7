// SPDX-License-Identifier: GPL-3.0-or-later
// Puts characters on a page: what the file calls them becomes clean Unicode, several characters
// under one shape share its box. The file format stays outside.
#pragma once

#include "document/document.h"

#include <cstddef>
#include <string>
#include <string_view>

namespace gouji {

/// Collects the characters of one page.
class GlyphPlacer {
public:
  /// Collects into `page`.
  explicit GlyphPlacer(Page& page) : page_(page) {}

  /// What all characters to come have in common: size, direction, font and so on.
  Glyph model;

  /// One shape and the characters it stands for. Control characters become spaces; no character at
  /// all, or one that is no Unicode character, becomes U+FFFD and is counted.
  void place(const Rect& box, double baseline, char32_t character);
  void place(const Rect& box, double baseline, std::u32string_view characters);

  /// ActualText (PDF 32000 14.9.4) stands for what is placed between these two. It is taken where
  /// that stands on one line, so that it has a place; else the characters stay as they were drawn.
  void begin_actual_text(std::u32string text);
  void end_actual_text();

  /// Characters on the page without a Unicode value.
  std::size_t unmapped() const { return unmapped_; }

private:
  Page& page_;
  std::size_t unmapped_ = 0;
  std::u32string actual_;
  std::size_t actual_start_ = 0; ///< first glyph that `actual_` stands for
};

} // namespace gouji
