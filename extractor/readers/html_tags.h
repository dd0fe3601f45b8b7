// SPDX-License-Identifier: GPL-3.0-or-later
// What the elements of a page do to its text.
#pragma once

#include <cstdint>
#include <string_view>

namespace gouji {

/// The part an element plays when a page is read.
enum class HtmlTag : std::uint8_t {
  inline_text, ///< anything that does not end a paragraph
  block,
  container, ///< a block that may hold the article
  list,
  list_item,
  line_break,
  table,
  group,
  row,
  cell,
  caption,
  picture,
  title,
  meta,
  skipped ///< its content is not printed, or not the document's
};

/// The part of the element `name` (lower case); what is not known is inline text, as in browsers.
HtmlTag html_tag(std::string_view name);

} // namespace gouji
