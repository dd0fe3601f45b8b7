// SPDX-License-Identifier: GPL-3.0-or-later
// The pieces of HTML that several outputs share: escaping, the page around, a drawn table.
#pragma once

#include "base/words.h"
#include "document/document.h"
#include "matching/layout.h"

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace gouji {

/// `text` fit for HTML element content and quoted attributes. What a document says never becomes
/// markup. Invalid UTF-8 becomes U+FFFD, control characters but line breaks and tabs are left out.
std::string html_escaped(std::string_view text);

/// `text` as a page may show it beside other text: control characters that would turn the order of
/// what stands beside them, and others but line breaks and tabs, become visible: "⟨U+202E⟩".
/// Invalid UTF-8 becomes U+FFFD.
std::string visible_text(std::string_view text);

/// Everything up to <main>: one self-contained page (no network, no script; the content policy says
/// so), light and dark, made to be printed.
std::string html_page_begin(std::string_view title, Language language);
std::string html_page_end();

/// The findings that a cell has; `numbers` as the page counts them, from 1.
struct CellMark {
  Severity severity = Severity::info; ///< the worst of them
  std::vector<int> numbers;
};
/// By index into table.cells.
using CellMarks = std::map<std::size_t, CellMark>;

/// The table as an HTML table with its spans; `number` from 1 names its cells ("t2r7c3"), a mark's
/// numbers link to the findings ("#f5").
std::string html_table(const Table& table, int number, const CellMarks& marks,
                       std::string_view caption, Language language);

} // namespace gouji
