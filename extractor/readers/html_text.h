// SPDX-License-Identifier: GPL-3.0-or-later
// The text of a page as it is printed: white space collapsed, line breaks kept, one paragraph after
// the other in one string.
#pragma once

#include "readers/html_style.h"

#include <cstdint>
#include <string>
#include <string_view>

namespace gouji {

/// The bytes of a finished paragraph.
struct HtmlSpan {
  std::uint32_t begin = 0, end = 0;
  std::uint32_t link_bytes = 0;
  float font_size = 0; ///< of its longest run
  bool centered = false;
  unsigned char heading = 0;

  bool empty() const { return begin == end; }
};

/// A place in the text of a paragraph.
struct HtmlMark {
  std::size_t offset = 0;
  std::uint32_t paragraph = 0;
};

class HtmlText {
public:
  explicit HtmlText(std::string& text) : text_(text) {}

  /// Adds text of the current paragraph. White space collapses as CSS Text 3 says for
  /// white-space:normal: to one space, and to nothing where a line of the source ends between two
  /// wide characters. Superscript and subscript digits become such characters.
  void add(std::string_view text, const HtmlStyle& style);
  void line_break();
  /// Where the current paragraph's text ends now.
  HtmlMark mark() const { return {text_.size(), paragraph_}; }
  /// Takes what was added since `mark` out of the paragraph again; nothing when the paragraph ended
  /// since then.
  std::string cut(HtmlMark mark);
  bool has_text() const { return text_.size() > begin_; }
  /// Ends the paragraph. White space at its ends is not part of it.
  HtmlSpan finish();

private:
  void put(char c);

  std::string& text_;
  std::size_t begin_ = 0;
  std::uint32_t paragraph_ = 0;
  bool space_ = false, source_line_ = false; ///< white space waits, a line end among it
  std::uint32_t link_bytes_ = 0;
  std::size_t longest_run_ = 0;
  HtmlStyle style_;
  float font_size_ = 0;
};

} // namespace gouji
