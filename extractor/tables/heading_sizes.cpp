// SPDX-License-Identifier: GPL-3.0-or-later
#include "tables/heading_sizes.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <map>

namespace gouji {

namespace {

/// The size most of the text is set in.
double body_size(const std::vector<Block>& blocks) {
  std::map<int, std::size_t> weight; // tenths of a point -> bytes
  for (const Block& block : blocks)
    if (const auto* p = std::get_if<Paragraph>(&block))
      weight[static_cast<int>(std::lround(p->font_size * 10))] += p->text.size();
  const auto most =
      std::max_element(weight.begin(), weight.end(),
                       [](const auto& a, const auto& b) { return a.second < b.second; });
  return most == weight.end() ? 0 : most->first / 10.0;
}

} // namespace

void mark_headings(std::vector<Block>& flow) {
  const double body = body_size(flow);
  constexpr std::size_t longest = 300; // bytes
  for (Block& block : flow)
    if (auto* p = std::get_if<Paragraph>(&block);
        p != nullptr && p->font_size > 1.12 * body && p->text.size() <= longest)
      p->heading = 1;
}

} // namespace gouji
