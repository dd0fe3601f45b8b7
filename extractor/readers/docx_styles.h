// SPDX-License-Identifier: GPL-3.0-or-later
// What styles say of paragraphs and runs, with inheritance resolved (ECMA-376-1 §17.7).
#pragma once

#include "readers/xml.h"

#include <map>
#include <optional>
#include <string>
#include <string_view>

namespace gouji::docx {

/// The properties the reader follows; unset means "as inherited".
struct Properties {
  std::optional<int> outline; ///< 0 to 8, 9 for body text
  std::optional<bool> centered;
  std::optional<bool> hidden;
  std::optional<double> size; ///< points
  std::optional<int> list;    ///< w:numId; 0 takes a list away
  std::optional<int> level;   ///< w:ilvl

  /// Fills what is unset from `base`.
  void inherit(const Properties& base);
};

struct Styles {
  struct Style {
    std::string based_on;
    Properties own, resolved;
  };
  std::map<std::string, Style, std::less<>> paragraph, character;
  std::map<std::string, Properties, std::less<>> numbering; ///< numbering styles: only their list
  std::string default_paragraph;
  Properties defaults; ///< w:docDefaults

  /// Resolved properties; those of the default style for an unknown or empty id, as programs do.
  const Properties& of_paragraph(std::string_view id) const;
  /// Null for an unknown or empty id.
  const Properties* of_character(std::string_view id) const;
};

/// Reads word/styles.xml. A ring of basedOn ends where it closes. What cannot be read is in
/// `xml.error()`; the styles before it are kept.
Styles read_styles(XmlReader& xml);

/// Reads one property element at which `xml` stands, if it is one of those above. True when it was.
bool read_property(XmlReader& xml, Properties& properties);

/// An on/off property without w:val is on (ECMA-376-1 §17.17.4).
bool is_on(const XmlReader& xml);
/// The number in attribute `id`, decimal, or nothing.
std::optional<int> integer(const XmlReader& xml, int id);
/// The string in attribute `id`, or an empty one.
std::string string_of(const XmlReader& xml, int id);

} // namespace gouji::docx
