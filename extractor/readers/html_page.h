// SPDX-License-Identifier: GPL-3.0-or-later
// A web page as one flat list: paragraphs, and tables with their rows and cells, each with the
// container of the page it stands in. A page's tree is never built: the list is a few bytes an
// item.
#pragma once

#include "base/result.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace gouji {

struct HtmlItem {
  enum class Kind : std::uint8_t {
    paragraph,
    table_begin, ///< its text, when it has one, is the caption
    group,       ///< thead, tbody, tfoot: no cell reaches past the end of its group
    row,
    cell, ///< with its first paragraph; what follows up to the next cell, row, group or table_end
          ///< of this table stands in it too
    table_end
  };
  Kind kind = Kind::paragraph;
  bool centered = false;
  bool navigation = false;
  bool stray = false;  ///< paragraph: stands in a table but in no cell of it
  bool layout = false; ///< table_begin: only there to arrange the page; its cells are flow
  std::uint8_t heading = 0;
  std::uint16_t row_span = 1, column_span = 1; ///< cell; row_span 0: to the end of the group
  float font_size = 0;
  std::uint32_t begin = 0, end = 0; ///< bytes of HtmlPage::text
  std::uint32_t link_bytes = 0;     ///< of these, inside links
  std::int32_t numbering = -1;      ///< index into HtmlPage::numberings
  std::int32_t container = 0;       ///< index into HtmlPage::containers
  std::int32_t line = 0;
  std::int32_t partner = -1; ///< table_begin: its table_end

  bool has_text() const { return begin != end; }
};

/// A block element that can hold the article. Containers are listed in document order; `parent` is
/// an index of an earlier one, -1 for the page itself.
struct HtmlContainer {
  std::int32_t parent = -1;
};

struct HtmlPage {
  std::string title; ///< of <title>, or what the page's meta data call the article
  std::string text;  ///< of all paragraphs, one after the other
  std::vector<HtmlItem> items;
  std::vector<HtmlContainer> containers;
  std::vector<std::string> numberings;
  int pictures = 0;

  std::string_view text_of(const HtmlItem& item) const {
    return std::string_view(text).substr(item.begin, item.end - item.begin);
  }
};

/// Reads a page (HTML or XHTML, whole or a fragment, however broken). `source` is UTF-8. Errors:
/// limit.
Result<HtmlPage> read_html_page(std::string_view source);

} // namespace gouji
