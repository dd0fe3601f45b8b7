// SPDX-License-Identifier: GPL-3.0-or-later
// Text of a paragraph while it is put together: white space collapses (ODF 1.3-3 §6.1.2), sizes are
// counted.
#pragma once

#include "readers/flow_text.h"
#include "readers/odf_styles.h"

#include <string>
#include <string_view>

namespace gouji::odf {

class Line {
public:
  /// Adds a piece of text of the file, in the style `style`.
  void add(std::string_view piece, const Properties& style);
  /// Adds white space that the file states by an element: it does not collapse.
  void add_stated(std::string_view piece);
  /// The text, without collapsed space at its end.
  std::string take();
  /// The size most of the text has, in points.
  double font_size(const Properties& paragraph) const;

private:
  std::string text_;
  bool after_space_ = true;   ///< a space here would be the second, or the paragraph's first
  std::size_t stated_to_ = 0; ///< text up to here ends in what was stated
  FontSizes sizes_;
};

} // namespace gouji::odf
