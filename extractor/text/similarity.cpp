// SPDX-License-Identifier: GPL-3.0-or-later
// Edit distance between labels.
#include "text/similarity.h"

#include "text/normalize.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <string>
#include <vector>

namespace gouji {
namespace {

/// Edit distance for a pattern of up to 64 characters: one machine word holds a whole column of the
/// matrix (Myers 1999, in Hyyrö's form of 2003). Cost: the length of `text`.
std::size_t distance_by_words(std::u32string_view pattern, std::u32string_view text) {
  struct Mask {
    char32_t character;
    std::uint64_t positions;
  };
  std::array<Mask, 64> masks;
  std::size_t distinct = 0;
  for (std::size_t i = 0; i < pattern.size(); ++i) {
    std::size_t m = 0;
    while (m < distinct && masks[m].character != pattern[i])
      ++m;
    if (m == distinct)
      masks[distinct++] = {pattern[i], 0};
    masks[m].positions |= std::uint64_t{1} << i;
  }
  const std::uint64_t last = std::uint64_t{1} << (pattern.size() - 1);
  std::uint64_t up = ~std::uint64_t{0}, down = 0;
  std::size_t distance = pattern.size();
  for (const char32_t c : text) {
    std::uint64_t equal = 0;
    for (std::size_t m = 0; m < distinct; ++m)
      if (masks[m].character == c)
        equal = masks[m].positions;
    const std::uint64_t diagonal = (((equal & up) + up) ^ up) | equal | down;
    std::uint64_t right = down | ~(diagonal | up);
    const std::uint64_t left = up & diagonal;
    if (right & last)
      ++distance;
    if (left & last)
      --distance;
    right = (right << 1) | 1;
    up = (left << 1) | ~(diagonal | right);
    down = right & diagonal;
  }
  return distance;
}

std::size_t distance_by_rows(std::u32string_view a, std::u32string_view b) {
  std::vector<std::size_t> row(a.size() + 1);
  for (std::size_t i = 0; i <= a.size(); ++i)
    row[i] = i;
  for (std::size_t j = 1; j <= b.size(); ++j) {
    std::size_t diagonal = row[0];
    row[0] = j;
    for (std::size_t i = 1; i <= a.size(); ++i) {
      const std::size_t above = row[i];
      row[i] = std::min({above + 1, row[i - 1] + 1, diagonal + (a[i - 1] == b[j - 1] ? 0 : 1)});
      diagonal = above;
    }
  }
  return row[a.size()];
}

double likeness(std::u32string_view left, std::u32string_view right) {
  if (left == right)
    return 1;
  std::u32string_view shorter = left, longer = right;
  if (shorter.size() > longer.size())
    std::swap(shorter, longer);
  const auto length = static_cast<double>(longer.size());
  if (shorter.empty())
    return 0;
  const std::size_t distance =
      shorter.size() <= 64 ? distance_by_words(shorter, longer) : distance_by_rows(shorter, longer);
  return 1 - static_cast<double>(distance) / length;
}

std::uint64_t letter(char32_t character) {
  return std::uint64_t{1} << (character % 64);
}

} // namespace

double similarity(std::string_view a, std::string_view b) {
  return a == b ? 1 : likeness(to_u32(a), to_u32(b));
}

Comparable::Comparable(std::string_view normalized_text) : text_(to_u32(normalized_text)) {
  for (const char32_t c : text_)
    letters_ |= letter(c);
}

double Comparable::similarity_above(double least, const Comparable& other) const {
  // Each character of the longer text that the shorter one does not have takes an edit of its own.
  const bool is_shorter = text_.size() < other.text_.size();
  const Comparable& shorter = is_shorter ? *this : other;
  const Comparable& longer = is_shorter ? other : *this;
  const auto edits =
      static_cast<double>(std::count_if(longer.text_.begin(), longer.text_.end(), [&](char32_t c) {
        return (letter(c) & shorter.letters_) == 0;
      }));
  if (1 - edits / static_cast<double>(longer.text_.size()) < least)
    return 0;
  const double alike = likeness(text_, other.text_);
  return alike >= least ? alike : 0;
}

} // namespace gouji
