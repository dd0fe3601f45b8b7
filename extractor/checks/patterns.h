// SPDX-License-Identifier: GPL-3.0-or-later
// The patterns of a layout's prose (matching/prose.h), made ready and looked for in short texts.
#pragma once

#include "matching/prose.h"

#include <bitset>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace gouji {

/// A piece of normalised text with a summary of which characters it holds, so that most words are
/// ruled out without a search.
class SearchedText {
public:
  explicit SearchedText(std::u32string_view text);
  std::u32string_view text() const { return text_; }
  /// False: `c` is certainly not in the text.
  bool may_hold(char32_t c) const { return held_.test(c % held_.size()); }

private:
  std::u32string_view text_;
  std::bitset<1024> held_;
};

/// Where something was found: characters [first, last).
struct Span {
  std::size_t first = 0, last = 0;
  bool operator==(const Span&) const = default;
};

/// Words any of which may stand at one place.
class WordSet {
public:
  WordSet() = default;
  explicit WordSet(const std::vector<std::string>& words);
  /// The occurrence that ends last (of those the longest) in characters [0, before).
  std::optional<Span> last_in(const SearchedText& text, std::size_t before) const;
  bool in(const SearchedText& text) const;
  /// The longest word that begins at `at`: its length, or 0.
  std::size_t length_at(std::u32string_view text, std::size_t at) const;
  bool empty() const { return words_.empty(); }

private:
  std::vector<std::u32string> words_; ///< longest first
  std::bitset<256> first_;            ///< characters that words begin with; several share a bit
};

/// One pattern: word sets in order with anything between them.
class Pattern {
public:
  /// `years`: what "{last}" and "{next}" stand for.
  Pattern(std::string_view text, const Prose& prose, int year);
  /// The match that ends last. With "$", only what the clause's end follows.
  std::optional<Span> last_in(const SearchedText& text) const;

private:
  std::vector<WordSet> parts_;
  bool at_end_ = false;
};

} // namespace gouji
