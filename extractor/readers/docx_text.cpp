// SPDX-License-Identifier: GPL-3.0-or-later
// Fields, alternatives, symbols, widths.
#include "readers/docx_text.h"

#include <algorithm>
#include <array>
#include <charconv>

#include "readers/docx_names.h"
#include "readers/docx_styles.h"
#include "text/utf8.h"

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

Width width_here(const XmlReader& xml, int attribute) {
  const std::string_view text = xml.attribute(attribute).value_or("");
  const std::string_view kind = xml.attribute(type).value_or("dxa");
  double value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || !(value > 0 && value < 1e7))
    return {};
  const std::string_view unit = text.substr(static_cast<std::size_t>(end - text.data()));
  if (unit == "%")
    return {value / 100, true};
  if (kind == "pct")
    return {value / 5000, true}; // fiftieths of a percent (§17.18.90)
  if (kind != "dxa")
    return {};
  constexpr std::array<std::pair<std::string_view, double>, 6> units{{{"pt", 20},
                                                                      {"in", 1440},
                                                                      {"cm", 1440 / 2.54},
                                                                      {"mm", 144 / 2.54},
                                                                      {"pc", 240},
                                                                      {"pi", 240}}};
  for (const auto& [name, twips] : units)
    if (unit == name)
      return {value * twips, false};
  return {value, false};
}

int grid_count(const XmlReader& xml, int least) {
  // Word allows 63 columns; what lies beyond this costs nothing, as only edges in use become lines.
  constexpr int most = 1'000'000;
  const std::string_view digits = xml.attribute(val).value_or("");
  int count = least;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), count);
  if (error == std::errc::result_out_of_range)
    return digits.starts_with('-') ? least : most;
  return std::clamp(count, least, most);
}

} // namespace gouji::docx
