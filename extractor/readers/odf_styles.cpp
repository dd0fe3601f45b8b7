// SPDX-License-Identifier: GPL-3.0-or-later
// Styles as they stand in the file -> resolved properties, list labels.
#include "readers/odf_styles.h"

#include "readers/odf_names.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <set>
#include <vector>

namespace gouji::odf {

namespace {

template <class T> void fill_from(std::optional<T>& own, const std::optional<T>& base) {
  if (!own)
    own = base;
}

/// A share of the parent's size becomes a size.
void fill_size(std::optional<Size>& own, const std::optional<Size>& base) {
  if (own && own->fraction && base)
    own = Size{own->value * base->value, base->fraction};
  fill_from(own, base);
}

/// "10.5pt", "2.54cm", "150%" -> points or a share; nothing for anything else.
std::optional<Size> read_length(std::optional<std::string_view> text) {
  if (!text)
    return std::nullopt;
  double value = 0;
  const auto [end, error] = std::from_chars(text->data(), text->data() + text->size(), value);
  if (error != std::errc() || !(value > 0 && value < 1e6))
    return std::nullopt;
  const std::string_view unit = text->substr(static_cast<std::size_t>(end - text->data()));
  if (unit == "%")
    return Size{value / 100, true};
  constexpr std::array<std::pair<std::string_view, double>, 6> units{
      {{"pt", 1}, {"cm", 72 / 2.54}, {"mm", 7.2 / 2.54}, {"in", 72}, {"pc", 12}, {"px", 0.75}}};
  for (const auto& [name, points] : units)
    if (unit == name)
      return Size{value * points, false};
  return std::nullopt;
}

std::string string_of(const XmlReader& xml, int attribute) {
  return std::string(xml.attribute(attribute).value_or(""));
}

/// Reads the properties inside the style that starts here.
void read_properties(XmlReader& xml, Properties& properties) {
  for (const int inside = xml.depth(); xml.next_in(inside);) {
    if (!xml.at_start())
      continue;
    switch (xml.name()) {
    case paragraph_properties:
      if (const auto align = xml.attribute(text_align))
        properties.centered = *align == "center";
      break;
    case text_properties:
      if (const auto shown = xml.attribute(display))
        properties.hidden = *shown == "none";
      if (const auto size = read_length(xml.attribute(font_size)))
        properties.size = size;
      if (const auto size = read_length(xml.attribute(font_size_asian)))
        properties.size_asian = size;
      break;
    case column_properties:
      if (const auto width = read_length(xml.attribute(column_width)); width && !width->fraction)
        properties.width = width->value;
      break;
    default:
      break;
    }
  }
}

void read_list_style(XmlReader& xml, ListStyle& style) {
  for (const int inside = xml.depth(); xml.next_in(inside);) {
    if (!xml.at_start())
      continue;
    const int kind = xml.name();
    if (kind != level_number && kind != level_outline && kind != level_bullet &&
        kind != level_image)
      continue;
    const int index = count_in(xml, level, 0);
    if (index < 1 || index > list_levels)
      continue;
    ListLevel& at = style[static_cast<std::size_t>(index - 1)];
    at = {};
    if (kind == level_bullet || kind == level_image)
      continue;
    at.numeral = odf_numeral(xml.attribute(num_format).value_or(""));
    at.prefix = string_of(xml, num_prefix);
    at.suffix = string_of(xml, num_suffix);
    at.pattern = string_of(xml, num_list_format);
    at.start = count_in(xml, start_value, 1);
    at.shown = std::clamp(count_in(xml, display_levels, 1), 1, index);
  }
}

} // namespace

void Properties::inherit(const Properties& base) {
  fill_from(centered, base.centered);
  fill_from(hidden, base.hidden);
  fill_size(size, base.size);
  fill_size(size_asian, base.size_asian);
  fill_from(list, base.list);
  fill_from(width, base.width);
}

int count_in(const XmlReader& xml, int attribute, int otherwise) {
  constexpr int most = 1'000'000'000;
  const auto text = xml.attribute(attribute);
  if (!text)
    return otherwise;
  int value = 0;
  const auto [end, error] = std::from_chars(text->data(), text->data() + text->size(), value);
  if (error == std::errc::result_out_of_range)
    return most;
  return error == std::errc() && value >= 0 ? std::min(value, most) : otherwise;
}

bool Styles::read(XmlReader& xml) {
  switch (xml.name()) {
  case style_style: {
    Style& style = families_[string_of(xml, family)][string_of(xml, style_name)];
    style = {};
    style.parent = string_of(xml, parent);
    if (const auto list_name = xml.attribute(list_style_name))
      style.own.list = std::string(*list_name);
    read_properties(xml, style.own);
    return true;
  }
  case default_style:
    read_properties(xml, defaults_[string_of(xml, family)]);
    return true;
  case list_style:
    read_list_style(xml, lists_[string_of(xml, style_name)]);
    return true;
  case outline_style:
    read_list_style(xml, outline_);
    return true;
  default:
    return false;
  }
}

const Properties& Styles::of(std::string_view family_name, std::string_view name) {
  const Properties& base_of_all = defaults_[std::string(family_name)];
  const auto family_found = families_.find(family_name);
  if (family_found == families_.end())
    return base_of_all;
  auto& styles = family_found->second;
  const auto found = styles.find(name);
  if (found == styles.end())
    return base_of_all;
  if (found->second.resolved)
    return *found->second.resolved;

  // From the first ancestor that is known down to the style itself.
  std::vector<Style*> chain;
  std::set<const Style*> visited;
  Properties base = base_of_all;
  for (Style* at = &found->second; at;) {
    if (at->resolved) {
      base = *at->resolved;
      break;
    }
    if (!visited.insert(at).second)
      break; // a ring
    chain.push_back(at);
    const auto next = styles.find(at->parent);
    at = next == styles.end() ? nullptr : &next->second;
  }
  for (; !chain.empty(); chain.pop_back()) {
    Style& at = *chain.back();
    at.resolved = at.own;
    at.resolved->inherit(base);
    base = *at.resolved;
  }
  return *found->second.resolved;
}

const ListStyle* Styles::list(std::string_view name) const {
  const auto found = lists_.find(name);
  return found == lists_.end() ? nullptr : &found->second;
}

} // namespace gouji::odf
