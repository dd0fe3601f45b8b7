// SPDX-License-Identifier: GPL-3.0-or-later
// Look-ups in a layout.
#include "matching/layout.h"

#include <algorithm>

namespace gouji {

std::optional<int> find_field(const Layout& layout, std::string_view id) {
  const auto found = std::find_if(layout.fields.begin(), layout.fields.end(),
                                  [&](const LayoutField& field) { return field.id == id; });
  if (found == layout.fields.end())
    return std::nullopt;
  return static_cast<int>(found - layout.fields.begin());
}

std::string label_path(const std::vector<LayoutNode>& nodes, int node) {
  std::string path;
  for (int at = node; at >= 0; at = nodes.at(static_cast<std::size_t>(at)).parent) {
    const std::string& text = nodes.at(static_cast<std::size_t>(at)).label.text;
    if (text.empty())
      continue;
    path = path.empty() ? text : text + " / " + path;
  }
  return path;
}

} // namespace gouji
