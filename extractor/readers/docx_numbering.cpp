// SPDX-License-Identifier: GPL-3.0-or-later
// word/numbering.xml -> labels.
#include "readers/docx_numbering.h"

#include "readers/docx_names.h"

#include <algorithm>

namespace gouji::docx {

namespace {

/// Reads a w:lvl at which `xml` stands.
ListLevel read_level(XmlReader& xml) {
  ListLevel level;
  for (const int inside = xml.depth(); xml.next_in(inside);) {
    if (!xml.at_start())
      continue;
    switch (xml.name()) {
    case start:
      level.start = integer(xml, val).value_or(1);
      break;
    case numFmt: {
      const auto format = xml.attribute(val).value_or("decimal");
      level.bullet = format == "bullet";
      level.style = ooxml_numeral(format);
      break;
    }
    case lvlText:
      level.text = string_of(xml, val);
      break;
    case pStyle:
      level.pstyle = string_of(xml, val);
      break;
    case isLgl:
      level.all_decimal = is_on(xml);
      break;
    case suff:
      level.spaced = xml.attribute(val) == "space";
      break;
    case lvlRestart:
      level.restart = integer(xml, val);
      break;
    case pPr:
    case rPr:
      xml.skip();
      break;
    default:
      break;
    }
  }
  return level;
}

bool valid_level(std::optional<int> level) {
  return level && *level >= 0 && *level < list_levels;
}

} // namespace

Numbering Numbering::read(XmlReader& xml, const Styles& styles) {
  Numbering numbering;
  while (xml.next()) {
    if (!xml.at_start())
      continue;
    if (xml.name() == abstractNum) {
      const auto id = integer(xml, abstractNumId);
      Abstract abstract;
      for (const int inside = xml.depth(); xml.next_in(inside);) {
        if (!xml.at_start())
          continue;
        if (xml.name() == lvl) {
          const auto index = integer(xml, ilvl);
          ListLevel level = read_level(xml);
          if (valid_level(index))
            abstract.levels[static_cast<std::size_t>(*index)] = std::move(level);
        } else if (xml.name() == numStyleLink) {
          abstract.style_link = string_of(xml, val);
        }
      }
      if (id)
        numbering.abstracts_[*id] = std::move(abstract);
    } else if (xml.name() == num) {
      const auto id = integer(xml, numId);
      Instance instance;
      int override_level = -1;
      for (const int inside = xml.depth(); xml.next_in(inside);) {
        if (!xml.at_start())
          continue;
        switch (xml.name()) {
        case abstractNumId:
          instance.abstract = integer(xml, val).value_or(-1);
          break;
        case lvlOverride:
          override_level = integer(xml, ilvl).value_or(-1);
          break;
        case startOverride:
          if (const auto first = integer(xml, val); first && valid_level(override_level))
            instance.start_at[override_level] = *first;
          break;
        case lvl: {
          ListLevel level = read_level(xml);
          if (valid_level(override_level))
            instance.replaced[override_level] = std::move(level);
          break;
        }
        default:
          break;
        }
      }
      if (id)
        numbering.instances_[*id] = std::move(instance);
    }
  }
  numbering.resolve_links(styles);
  return numbering;
}

/// A definition that only names a numbering style stands for the list which that style names.
void Numbering::resolve_links(const Styles& styles) {
  for (auto& [id, instance] : instances_) {
    // A ring of links ends with the steps; one step is what programs write.
    for (int steps = 0; steps < list_levels; ++steps) {
      const auto abstract = abstracts_.find(instance.abstract);
      if (abstract == abstracts_.end() || abstract->second.style_link.empty())
        break;
      const auto linked = styles.numbering.find(abstract->second.style_link);
      if (linked == styles.numbering.end() || !linked->second.list)
        break;
      const auto other = instances_.find(*linked->second.list);
      if (other == instances_.end() || other->second.abstract == instance.abstract)
        break;
      instance.abstract = other->second.abstract;
    }
  }
}

const ListLevel& Numbering::level_of(const Instance& instance, const Abstract& abstract,
                                     int level) const {
  const auto replaced = instance.replaced.find(level);
  return replaced == instance.replaced.end() ? abstract.levels[static_cast<std::size_t>(level)]
                                             : replaced->second;
}

std::string Numbering::label(int id, std::optional<int> stated_level, std::string_view style_id) {
  const auto found = instances_.find(id);
  if (found == instances_.end())
    return {};
  Instance& instance = found->second;
  const auto definition = abstracts_.find(instance.abstract);
  if (definition == abstracts_.end())
    return {};
  Abstract& abstract = definition->second;

  int level = 0;
  if (stated_level)
    level = std::clamp(*stated_level, 0, list_levels - 1);
  else
    for (int i = 0; i < list_levels; ++i)
      if (!style_id.empty() && level_of(instance, abstract, i).pstyle == style_id)
        level = i;

  const auto first = [&](int at) {
    const auto start = instance.start_at.find(at);
    return start != instance.start_at.end() ? start->second
                                            : level_of(instance, abstract, at).start;
  };
  // A list that restates its start begins anew at its first paragraph, though it shares the counts
  // of its definition with other lists (§17.9.27).
  if (!instance.begun) {
    instance.begun = true;
    for (const auto& [at, start] : instance.start_at)
      abstract.counting[static_cast<std::size_t>(at)] = false;
  }
  for (int at = 0; at <= level; ++at) {
    const auto i = static_cast<std::size_t>(at);
    if (!abstract.counting[i]) {
      abstract.counting[i] = true;
      abstract.count[i] = first(at);
    } else if (at == level && abstract.count[i] < 0x7FFFFFFF) {
      ++abstract.count[i];
    }
  }
  for (int at = level + 1; at < list_levels; ++at) {
    const auto& restart = level_of(instance, abstract, at).restart;
    if (!restart || (*restart != 0 && level < *restart))
      abstract.counting[static_cast<std::size_t>(at)] = false;
  }

  const ListLevel& shown = level_of(instance, abstract, level);
  if (shown.bullet)
    return {};
  std::string text;
  for (std::size_t i = 0; i < shown.text.size(); ++i) {
    const char c = shown.text[i];
    if (c != '%' || i + 1 == shown.text.size() || shown.text[i + 1] < '1' ||
        shown.text[i + 1] > '9') {
      text += c;
      continue;
    }
    const int at = shown.text[++i] - '1';
    const ListLevel& part = level_of(instance, abstract, at);
    const Numeral style =
        shown.all_decimal && part.style != Numeral::none ? Numeral::decimal : part.style;
    text += numeral(style, abstract.counting[static_cast<std::size_t>(at)]
                               ? abstract.count[static_cast<std::size_t>(at)]
                               : first(at));
  }
  // A label that ends in a letter or digit would run into the text.
  if (!text.empty() &&
      (shown.spaced || (static_cast<unsigned char>(text.back()) < 0x80 &&
                        std::isalnum(static_cast<unsigned char>(text.back())))) &&
      text.back() != ' ')
    text += ' ';
  return text;
}

} // namespace gouji::docx
