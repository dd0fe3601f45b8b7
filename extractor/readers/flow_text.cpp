// SPDX-License-Identifier: GPL-3.0-or-later
// Font sizes, cell names and cell text.
#include "readers/flow_text.h"

#include <algorithm>
#include <cmath>

namespace gouji {

void FontSizes::add(double points, std::size_t bytes) {
  const auto found = std::find_if(uses_.begin(), uses_.end(), [&](const Use& use) {
    return std::abs(use.points - points) < 0.01;
  });
  if (found != uses_.end())
    found->bytes += bytes;
  else
    uses_.push_back({points, bytes});
}

double FontSizes::most_used(double otherwise) const {
  const auto most = std::max_element(uses_.begin(), uses_.end(),
                                     [](const Use& a, const Use& b) { return a.bytes < b.bytes; });
  return most == uses_.end() ? otherwise : most->points;
}

std::string writer_cell_name(std::size_t box, int row) {
  std::string letters;
  for (std::size_t rest = box + 1; rest > 0; rest = (rest - 1) / 52) {
    const auto digit = static_cast<char>((rest - 1) % 52);
    letters.insert(letters.begin(),
                   static_cast<char>(digit < 26 ? 'A' + digit : 'a' + (digit - 26)));
  }
  return letters + std::to_string(row);
}

std::string take_cell_text(std::vector<Block>& blocks, std::vector<Block>& nested) {
  std::string text;
  bool first = true;
  for (Block& block : blocks) {
    if (Paragraph* paragraph = std::get_if<Paragraph>(&block)) {
      if (!first)
        text += '\n';
      first = false;
      if (text.empty() && paragraph->numbering.empty())
        text = std::move(paragraph->text);
      else
        text += paragraph->numbering + paragraph->text;
    } else {
      nested.push_back(std::move(block));
    }
  }
  return text;
}

} // namespace gouji
