// SPDX-License-Identifier: GPL-3.0-or-later
// What OpenDocument styles say of paragraphs, text, columns and lists (ODF 1.3-3 §16).
#pragma once

#include "readers/odf_lists.h"
#include "readers/xml.h"

#include <map>
#include <optional>
#include <string>
#include <string_view>

namespace gouji::odf {

/// A font size as stated: points, or a share of the parent style's size.
struct Size {
  double value = 0;
  bool fraction = false;
};

/// Properties of a style; unset means "as the parent".
struct Properties {
  std::optional<bool> centered;
  std::optional<bool> hidden;
  std::optional<Size> size, size_asian;
  std::optional<std::string> list; ///< name of the list style; empty takes a list away
  std::optional<double> width;     ///< of a column, in points

  void inherit(const Properties& base);
};

struct Style {
  std::string parent;
  Properties own;
  std::optional<Properties> resolved;
};

class Styles {
public:
  /// Reads the style, default style, list style or outline style that starts here; false when it is
  /// none of them.
  bool read(XmlReader& xml);

  /// Resolved properties of a style of a family ("paragraph", "text", "table-column", "section").
  /// A ring of parents ends where it closes.
  const Properties& of(std::string_view family, std::string_view name);
  /// Null when there is none of that name.
  const ListStyle* list(std::string_view name) const;
  const ListStyle& outline() const { return outline_; }

private:
  std::map<std::string, std::map<std::string, Style, std::less<>>, std::less<>> families_;
  std::map<std::string, Properties, std::less<>> defaults_;
  std::map<std::string, ListStyle, std::less<>> lists_;
  ListStyle outline_;
};

/// The number in an attribute, `otherwise` when it is missing, no number, or negative. Numbers
/// beyond a billion come as a billion.
int count_in(const XmlReader& xml, int attribute, int otherwise);

} // namespace gouji::odf
