// SPDX-License-Identifier: GPL-3.0-or-later
// word/styles.xml -> resolved properties.
#include "readers/docx_styles.h"

#include "readers/docx_names.h"

#include <charconv>
#include <set>
#include <vector>

namespace gouji::docx {

namespace {

template <class T> void fill_from(std::optional<T>& own, const std::optional<T>& base) {
  if (!own)
    own = base;
}

/// The level of a heading style by its built-in name ("heading 2"), for files whose styles state no
/// outline level.
std::optional<int> heading_by_name(std::string_view name) {
  constexpr std::string_view prefix = "heading ";
  if (name.size() != prefix.size() + 1 || name.back() < '1' || name.back() > '9')
    return std::nullopt;
  for (std::size_t i = 0; i < prefix.size(); ++i)
    if ((name[i] | 0x20) != prefix[i])
      return std::nullopt;
  return name.back() - '1';
}

using StyleMap = std::map<std::string, Styles::Style, std::less<>>;

/// Resolves every style of `styles`: from the first ancestor that is known down to the style
/// itself.
void resolve(StyleMap& styles, const Properties& defaults) {
  std::set<const Styles::Style*> done;
  for (auto& [id, style] : styles) {
    std::vector<Styles::Style*> path;
    std::set<const Styles::Style*> visited;
    Properties base = defaults;
    for (Styles::Style* at = &style; at;) {
      if (done.contains(at)) {
        base = at->resolved;
        break;
      }
      if (!visited.insert(at).second)
        break; // a ring
      path.push_back(at);
      const auto next = styles.find(at->based_on);
      at = next == styles.end() ? nullptr : &next->second;
    }
    for (; !path.empty(); path.pop_back()) {
      Styles::Style& at = *path.back();
      at.resolved = at.own;
      at.resolved.inherit(base);
      base = at.resolved;
      done.insert(&at);
    }
  }
}

} // namespace

void Properties::inherit(const Properties& base) {
  fill_from(outline, base.outline);
  fill_from(centered, base.centered);
  fill_from(hidden, base.hidden);
  fill_from(size, base.size);
  fill_from(list, base.list);
  fill_from(level, base.level);
}

const Properties& Styles::of_paragraph(std::string_view id) const {
  auto found = paragraph.find(id);
  if (found == paragraph.end())
    found = paragraph.find(default_paragraph);
  return found == paragraph.end() ? defaults : found->second.resolved;
}

const Properties* Styles::of_character(std::string_view id) const {
  const auto found = character.find(id);
  return found == character.end() ? nullptr : &found->second.resolved;
}

bool is_on(const XmlReader& xml) {
  const auto value = xml.attribute(val);
  return !value || (*value != "0" && *value != "false" && *value != "off");
}

std::optional<int> integer(const XmlReader& xml, int id) {
  const auto text = xml.attribute(id);
  if (!text)
    return std::nullopt;
  int number = 0;
  const auto [end, error] = std::from_chars(text->data(), text->data() + text->size(), number);
  return error == std::errc() ? std::optional(number) : std::nullopt;
}

std::string string_of(const XmlReader& xml, int id) {
  return std::string(xml.attribute(id).value_or(std::string_view()));
}

bool read_property(XmlReader& xml, Properties& properties) {
  switch (xml.name()) {
  case outlineLvl:
    properties.outline = integer(xml, val);
    return true;
  case jc:
    properties.centered = xml.attribute(val) == "center";
    return true;
  case vanish:
    properties.hidden = is_on(xml);
    return true;
  case sz:
    if (const auto half_points = integer(xml, val); half_points && *half_points > 0)
      properties.size = *half_points / 2.0;
    return true;
  case numId:
    properties.list = integer(xml, val);
    return true;
  case ilvl:
    properties.level = integer(xml, val);
    return true;
  default:
    return false;
  }
}

Styles read_styles(XmlReader& xml) {
  Styles styles;
  Styles::Style* current = nullptr;
  while (xml.next()) {
    if (!xml.at_start())
      continue;
    switch (xml.name()) {
    case style: {
      const auto kind = xml.attribute(type).value_or("paragraph");
      const std::string id = string_of(xml, styleId);
      current = kind == "paragraph"   ? &styles.paragraph[id]
                : kind == "character" ? &styles.character[id]
                                      : nullptr;
      const auto is_default = xml.attribute(default_);
      if (kind == "paragraph" && is_default && *is_default != "0" && *is_default != "false")
        styles.default_paragraph = id;
      if (kind == "numbering") {
        Properties& properties = styles.numbering[id];
        for (const int inside = xml.depth(); xml.next_in(inside);)
          if (xml.at_start())
            read_property(xml, properties);
      } else if (!current) {
        xml.skip();
      }
      break;
    }
    case docDefaults:
      for (const int inside = xml.depth(); xml.next_in(inside);)
        if (xml.at_start())
          read_property(xml, styles.defaults);
      break;
    case basedOn:
      if (current)
        current->based_on = string_of(xml, val);
      break;
    case name:
      if (current && !current->own.outline)
        current->own.outline = heading_by_name(xml.attribute(val).value_or(""));
      break;
    case tblStylePr:
    case latentStyles:
    case pPrChange:
    case rPrChange:
      xml.skip();
      break;
    default:
      if (current)
        read_property(xml, current->own);
    }
  }
  resolve(styles.paragraph, styles.defaults);
  resolve(styles.character, {});
  return styles;
}

} // namespace gouji::docx
