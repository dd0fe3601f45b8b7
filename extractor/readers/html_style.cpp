// SPDX-License-Identifier: GPL-3.0-or-later
// The few properties that reading needs, from attributes and inline styles. Style sheets are not
// followed.
#include "readers/html_style.h"

#include <algorithm>
#include <array>
#include <charconv>

namespace gouji {
namespace {

char lower(char c) {
  return 'A' <= c && c <= 'Z' ? static_cast<char>(c + 32) : c;
}

bool space(char c) {
  return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f';
}

std::string_view trimmed(std::string_view text) {
  while (!text.empty() && space(text.front()))
    text.remove_prefix(1);
  while (!text.empty() && space(text.back()))
    text.remove_suffix(1);
  return text;
}

bool begins(std::string_view text, std::string_view word) {
  return text.size() >= word.size() && same_word(text.substr(0, word.size()), word);
}

/// A CSS length in points (CSS 2.2, 4.3.2); 0 for lengths that need their surroundings.
float length_in_points(std::string_view text) {
  double value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc{} || value <= 0 || value > 1000)
    return 0;
  const std::string_view unit = trimmed(text.substr(static_cast<std::size_t>(end - text.data())));
  if (begins(unit, "pt"))
    return static_cast<float>(value);
  if (begins(unit, "px"))
    return static_cast<float>(value * 0.75);
  return 0;
}

void apply(std::string_view property, std::string_view value, HtmlStyle& style) {
  if (same_word(property, "display"))
    style.hidden |= begins(value, "none");
  else if (same_word(property, "visibility"))
    style.hidden |= begins(value, "hidden");
  else if (same_word(property, "mso-hide"))
    style.hidden |= begins(value, "all");
  else if (same_word(property, "mso-element"))
    style.hidden |= begins(value, "comment");
  else if (same_word(property, "mso-list"))
    style.marker |= begins(value, "ignore");
  else if (same_word(property, "mso-outline-level")) {
    if (const int level = leading_integer(value, 10); level < 10)
      style.heading = static_cast<unsigned char>(level);
  } else if (same_word(property, "text-align"))
    style.centered = begins(value, "center");
  else if (same_word(property, "vertical-align")) {
    style.raised |= begins(value, "super");
    style.lowered |= begins(value, "sub");
  } else if (same_word(property, "white-space"))
    style.preformatted = begins(value, "pre");
  else if (same_word(property, "font-size")) {
    if (const float size = length_in_points(value); size > 0)
      style.font_size = size;
  }
}

/// Calls `use(property, value)` for each declaration.
template <class Use> void each_declaration(std::string_view css, Use use) {
  while (!css.empty()) {
    const auto end = std::min(css.find(';'), css.size());
    const std::string_view declaration = css.substr(0, end);
    if (const auto colon = declaration.find(':'); colon != std::string_view::npos)
      use(trimmed(declaration.substr(0, colon)), trimmed(declaration.substr(colon + 1)));
    css.remove_prefix(std::min(end + 1, css.size()));
  }
}

} // namespace

bool same_word(std::string_view a, std::string_view b) {
  return a.size() == b.size() && std::equal(a.begin(), a.end(), b.begin(),
                                            [](char x, char y) { return lower(x) == lower(y); });
}

std::string_view inline_property(std::string_view css, std::string_view wanted) {
  std::string_view found;
  each_declaration(css, [&](auto property, auto value) {
    if (same_word(property, wanted))
      found = value;
  });
  return found;
}

int leading_integer(std::string_view text, int highest) {
  text = trimmed(text);
  if (text.starts_with('+'))
    text.remove_prefix(1);
  int value = 0;
  for (const char c : text) {
    if (c < '0' || c > '9')
      break;
    value = std::min(value * 10 + (c - '0'), highest);
  }
  return value;
}

std::string_view HtmlAttributes::operator[](std::string_view name) const {
  for (const unsigned char** at = list_; at && at[0]; at += 2)
    if (name == reinterpret_cast<const char*>(at[0]))
      return at[1] ? reinterpret_cast<const char*>(at[1]) : std::string_view{};
  return {};
}

bool HtmlAttributes::has(std::string_view name) const {
  for (const unsigned char** at = list_; at && at[0]; at += 2)
    if (name == reinterpret_cast<const char*>(at[0]))
      return true;
  return false;
}

HtmlStyle style_of(std::string_view name, const HtmlAttributes& attributes, HtmlStyle style) {
  style.raised |= name == "sup";
  style.lowered |= name == "sub";
  style.link |= name == "a" && attributes.has("href");
  style.preformatted |= name == "pre";
  style.navigation |= name == "nav" || name == "aside" || name == "footer";
  style.hidden |= attributes.has("hidden");
  if (name == "center")
    style.centered = true;
  if (name == "font") {
    // Sizes 1 to 7 (HTML 15.3.4, with medium as 12 points).
    constexpr std::array sizes{7.5F, 10.0F, 12.0F, 13.5F, 18.0F, 24.0F, 36.0F};
    if (const int size = leading_integer(attributes["size"], 7); size > 0)
      style.font_size = sizes.at(static_cast<std::size_t>(size - 1));
  }
  if (name.size() == 2 && name[0] == 'h' && '1' <= name[1] && name[1] <= '6') {
    constexpr std::array sizes{24.0F, 18.0F, 14.0F, 12.0F, 10.0F, 8.0F};
    style.font_size = sizes.at(static_cast<std::size_t>(name[1] - '1'));
    style.heading = static_cast<unsigned char>(name[1] - '0');
  }
  if (const std::string_view align = attributes["align"]; !align.empty())
    style.centered = same_word(align, "center") || same_word(align, "middle");
  if (const std::string_view css = attributes["style"]; !css.empty())
    each_declaration(css, [&](auto property, auto value) { apply(property, value, style); });
  return style;
}

} // namespace gouji
