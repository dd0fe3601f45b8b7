// SPDX-License-Identifier: GPL-3.0-or-later
// The XML of a layout file as a plain tree, and what an XML schema says against it. The only place
// in this folder that knows libxml2.
#pragma once

#include "base/result.h"
#include "document/document.h"

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace gouji {

/// An element with everything in it. Comments and white space between elements are gone.
struct LayoutElement {
  std::string name;
  int line = 0;     ///< from 1
  std::string text; ///< its own characters, without those of its children, trimmed
  std::vector<std::pair<std::string, std::string>> attributes;
  std::vector<LayoutElement> children;

  /// The attribute's value, empty when it is not there.
  std::string_view attribute(std::string_view attribute_name) const;
  bool has(std::string_view attribute_name) const;
  /// The first child of that name, or null.
  const LayoutElement* child(std::string_view child_name) const;
};

/// Parses without touching the network. Errors: limit; invalid (not well-formed, or with a document
/// type declaration, which a layout has no use for), with the line. With `last` reading ends behind
/// the root's first child of that name.
Result<LayoutElement> parse_layout_xml(Bytes xml, std::string_view last = {});

/// Everything the schema `xsd` says against `xml`, in plain words with lines. Empty when it is
/// valid. Errors of `xsd` itself come with the source "layout.xsd".
std::vector<Error> validate_layout_xml(Bytes xml, Bytes xsd);

} // namespace gouji
