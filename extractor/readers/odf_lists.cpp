// SPDX-License-Identifier: GPL-3.0-or-later
// Counting and writing list labels.
#include "readers/odf_lists.h"

#include <algorithm>
#include <cctype>
#include <charconv>

namespace gouji::odf {

std::string count_label(const ListStyle& style, ListCounts& counts, int level,
                        std::optional<int> start) {
  level = std::clamp(level, 0, list_levels - 1);
  for (int at = 0; at <= level; ++at) {
    const auto i = static_cast<std::size_t>(at);
    if (at == level && start) {
      counts.count[i] = *start;
    } else if (!counts.counting[i]) {
      counts.count[i] = style[i].start;
    } else if (at == level) {
      ++counts.count[i];
    }
    counts.counting[i] = true;
  }
  for (std::size_t i = static_cast<std::size_t>(level) + 1; i < list_levels; ++i)
    counts.counting[i] = false;

  const ListLevel& shown = style[static_cast<std::size_t>(level)];
  if (shown.numeral == Numeral::none)
    return {};
  const auto number = [&](int at) {
    const auto i = static_cast<std::size_t>(at);
    return numeral(style[i].numeral, counts.count[i]);
  };
  std::string text;
  if (!shown.pattern.empty()) {
    for (std::size_t i = 0; i < shown.pattern.size(); ++i) {
      int at = 0;
      const char* const begin = shown.pattern.data();
      const auto [end, error] =
          shown.pattern[i] == '%' ? std::from_chars(begin + i + 1, begin + shown.pattern.size(), at)
                                  : std::from_chars_result{begin, std::errc::invalid_argument};
      if (error == std::errc() && end != begin + shown.pattern.size() && *end == '%' && at >= 1 &&
          at <= level + 1) {
        text += number(at - 1);
        i = static_cast<std::size_t>(end - begin);
      } else {
        text += shown.pattern[i];
      }
    }
  } else {
    text = shown.prefix;
    bool first = true;
    for (int at = level + 1 - shown.shown; at <= level; ++at) {
      if (style[static_cast<std::size_t>(at)].numeral == Numeral::none)
        continue;
      if (!first)
        text += '.';
      first = false;
      text += number(at);
    }
    text += shown.suffix;
  }
  // A label that ends in a letter or digit would run into the text.
  if (!text.empty() && static_cast<unsigned char>(text.back()) < 0x80 &&
      std::isalnum(static_cast<unsigned char>(text.back())))
    text += ' ';
  return text;
}

ListCounts ListMemory::begin(std::string_view continued_id, bool continues,
                             std::string_view style) const {
  if (const auto named = by_id_.find(continued_id); named != by_id_.end())
    return named->second;
  if (continues)
    if (const auto before = by_style_.find(style); before != by_style_.end())
      return before->second;
  return {};
}

void ListMemory::end(std::string_view id, std::string_view style, const ListCounts& counts) {
  if (!id.empty())
    by_id_[std::string(id)] = counts;
  by_style_[std::string(style)] = counts;
}

} // namespace gouji::odf
