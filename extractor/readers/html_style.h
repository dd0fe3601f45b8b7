// SPDX-License-Identifier: GPL-3.0-or-later
// What an element's attributes say about how its text is printed.
#pragma once

#include "base/result.h"

#include <string_view>

namespace gouji {

/// How text is printed at a place of the page; elements inherit it from those around them.
struct HtmlStyle {
  float font_size = 0; ///< points, 0 unknown
  bool hidden = false; ///< not shown: display:none, mso-hide:all, the attribute hidden
  bool centered = false;
  bool preformatted = false; ///< white space counts
  bool link = false;
  bool raised = false;       ///< superscript: its digits are no part of a number
  bool lowered = false;      ///< subscript
  bool marker = false;       ///< a list marker that Word wrote as text (mso-list:Ignore)
  bool navigation = false;   ///< inside nav, aside or footer
  unsigned char heading = 0; ///< outline level from 1, 0 for body text
};

/// Attributes as libxml2 hands them over: name, value, name, value, ..., null.
class HtmlAttributes {
public:
  explicit HtmlAttributes(const unsigned char** list) : list_(list) {}
  /// The value of `name`, empty when it is not there.
  std::string_view operator[](std::string_view name) const;
  bool has(std::string_view name) const;

private:
  const unsigned char** list_;
};

/// The style of element `name` inside `outer`.
HtmlStyle style_of(std::string_view name, const HtmlAttributes& attributes, HtmlStyle outer);

/// The value of one property of an inline style; empty when it is not there.
std::string_view inline_property(std::string_view css, std::string_view property);

/// The integer that `text` begins with, as browsers read attributes: 0 for none, at most `highest`.
int leading_integer(std::string_view text, int highest);

/// Do `a` and `b` say the same in ASCII, case aside?
bool same_word(std::string_view a, std::string_view b);

} // namespace gouji
