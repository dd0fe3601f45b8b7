// SPDX-License-Identifier: GPL-3.0-or-later
// Turning runs of one direction within a line of the other.
#include "tables/reading_order.h"

#include "text/characters.h"
#include "text/normalize.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>

namespace gouji {

namespace {

bool is_right_to_left(char32_t c) {
  return (c >= 0x0590 && c <= 0x08FF) || (c >= 0xFB1D && c <= 0xFDFF) ||
         (c >= 0xFE70 && c <= 0xFEFC);
}

enum class Direction : std::uint8_t { none, leftward, rightward };

/// That of the letters in the word; numbers and signs have none.
Direction direction_of(const Word& word) {
  if (word.leftward)
    return Direction::leftward;
  const bool letters = std::ranges::any_of(to_u32(word.text), [](char32_t c) {
    return (c >= U'A' && c <= U'Z') || (c >= U'a' && c <= U'z') || (c >= 0xC0 && c < 0x2000) ||
           is_wide(c);
  });
  return letters ? Direction::rightward : Direction::none;
}

} // namespace

bool put_in_logical_order(std::u32string& word) {
  if (std::ranges::none_of(word, is_right_to_left))
    return false;
  std::ranges::reverse(word);
  for (auto it = word.begin(); it != word.end();) {
    const auto run = std::find_if_not(it, word.end(), [](char32_t c) { return c < 0x0590; });
    std::reverse(it, run);
    it = run == word.end() ? run : run + 1;
  }
  return true;
}

std::vector<const Word*> reading_order(const std::vector<Word>& words) {
  std::vector<const Word*> order;
  order.reserve(words.size());
  for (const Word& w : words)
    order.push_back(&w);
  if (std::ranges::none_of(words, &Word::leftward))
    return order;
  std::vector<Direction> directions;
  directions.reserve(words.size());
  for (const Word& w : words)
    directions.push_back(direction_of(w));
  const bool to_the_left = std::ranges::count(directions, Direction::leftward) >=
                           std::ranges::count(directions, Direction::rightward);
  if (to_the_left) {
    std::ranges::reverse(order);
    std::ranges::reverse(directions);
  }
  const Direction other = to_the_left ? Direction::rightward : Direction::leftward;
  const auto at = [](std::size_t i) { return static_cast<std::ptrdiff_t>(i); };
  for (std::size_t first = 0; first < order.size(); ++first) {
    if (directions[first] != other)
      continue;
    std::size_t end = first + 1;
    for (std::size_t i = end; i < order.size(); ++i) {
      if (directions[i] == other)
        end = i + 1;
      else if (directions[i] != Direction::none)
        break;
    }
    std::reverse(order.begin() + at(first), order.begin() + at(end));
    first = end - 1;
  }
  return order;
}

bool are_parted(const Word& a, const Word& b, const std::vector<Word>& words) {
  const auto [from, to] = std::minmax({&a - words.data(), &b - words.data()});
  return std::any_of(words.begin() + from + 1, words.begin() + to + 1,
                     [](const Word& w) { return w.spaced; });
}

} // namespace gouji
