// SPDX-License-Identifier: GPL-3.0-or-later
// Fields, alternatives, symbols, widths.
#include "readers/docx_text.h"

#include "readers/docx_names.h"
#include "text/utf8.h"

#include <algorithm>
#include <array>
#include <charconv>

namespace gouji::docx {

void Fields::mark(std::string_view kind) {
  if (kind == "begin") {
    in_result_.push_back(false);
    ++instructions_;
  } else if (in_result_.empty()) {
    return;
  } else if (kind == "separate") {
    if (!in_result_.back())
      --instructions_;
    in_result_.back() = true;
  } else if (kind == "end") {
    if (!in_result_.back())
      --instructions_;
    in_result_.pop_back();
  }
}

void Fields::end_paragraph() {
  std::erase(in_result_, false);
  instructions_ = 0;
}

bool enters_alternative(const XmlReader& xml, std::vector<Alternative>& open) {
  while (!open.empty() && open.back().depth >= xml.depth())
    open.pop_back();
  if (xml.name() == alternateContent) {
    open.push_back({xml.depth(), false});
    return true;
  }
  if (open.empty())
    return false;
  if (open.back().chosen)
    return false;
  // Namespaces of the shapes and text that Word writes alternatives for. A text box in any of them
  // holds ordinary w: paragraphs.
  constexpr std::array<std::string_view, 3> understood{
      "http://schemas.microsoft.com/office/word/",
      "http://schemas.microsoft.com/office/drawing/",
      "http://schemas.openxmlformats.org/",
  };
  bool enters = true;
  if (xml.name() == choice) {
    std::string_view needed = xml.attribute(requires_).value_or("");
    enters = !needed.empty();
    while (!needed.empty()) {
      const std::string_view one = needed.substr(0, needed.find(' '));
      needed.remove_prefix(std::min(one.size() + 1, needed.size()));
      enters = enters && (one.empty() || std::any_of(understood.begin(), understood.end(),
                                                     [&](std::string_view known) {
                                                       return one.starts_with(known);
                                                     }));
    }
  }
  open.back().chosen = enters;
  return enters;
}

void append_symbol(const XmlReader& xml, std::string& text) {
  const std::string_view code = xml.attribute(char_).value_or("");
  unsigned character = 0;
  const auto [end, error] = std::from_chars(code.data(), code.data() + code.size(), character, 16);
  if (error != std::errc() || character > 0xFFFF || (character >= 0xD800 && character < 0xE000))
    return;
  // Codes of symbol fonts are moved to the private use area (§17.3.3.30); for a font of letters the
  // letter is meant.
  const std::string_view name = xml.attribute(font).value_or("");
  const bool pictures = name.starts_with("Wingdings") || name.starts_with("Webdings") ||
                        name.starts_with("Symbol") || name.starts_with("ZapfDingbats") ||
                        name.starts_with("Monotype Sorts") || name.starts_with("MT Extra");
  if (character >= 0xF020 && character <= 0xF0FF && !pictures)
    character -= 0xF000;
  append_utf8(text, static_cast<char32_t>(character));
}

void tidy_spaces(std::string& text, std::size_t from, bool preserve) {
  const auto blank = [](char c) { return c == ' ' || c == '\n' || c == '\r' || c == '\t'; };
  if (!preserve) {
    while (text.size() > from && blank(text.back()))
      text.pop_back();
    std::size_t end = from;
    while (end < text.size() && blank(text[end]))
      ++end;
    text.erase(from, end - from);
  }
  for (std::size_t i = from; i < text.size(); ++i)
    if (text[i] == '\n' || text[i] == '\r' || text[i] == '\t')
      text[i] = ' ';
}

} // namespace gouji::docx
