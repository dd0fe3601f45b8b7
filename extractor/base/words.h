// SPDX-License-Identifier: GPL-3.0-or-later
// What a person reads, in the languages gouji speaks. Values carry both; only a writer or the
// command line picks one.
#pragma once

#include <fmt/format.h>

#include <string>
#include <string_view>
#include <utility>

namespace gouji {

enum class Language { english, chinese };

/// One message in every language. Built by `fill` from a `Phrase`, or read from a layout.
struct Words {
  std::string en;
  std::string zh;

  const std::string& in(Language language) const { return language == Language::chinese ? zh : en; }
  bool operator==(const Words&) const = default;
};

/// A message with {} places for values (fmt syntax; positional `{0}` where the order differs
/// between the languages). Each folder that speaks to people keeps its phrases in one `messages.h`;
/// nothing else holds user-visible text.
struct Phrase {
  std::string_view en;
  std::string_view zh;
};

namespace detail {
inline std::string_view pick(std::string_view text, Language) {
  return text;
}
inline const std::string& pick(const Words& words, Language language) {
  return words.in(language);
}
template <class T> const T& pick(const T& value, Language) {
  return value;
}

template <class... Args> std::string fill(std::string_view pattern, const Args&... args) {
  return fmt::format(fmt::runtime(pattern), args...);
}
} // namespace detail

/// Fills the places of `phrase`. An argument that is itself `Words` is filled in its own language.
template <class... Args> Words fill(const Phrase& phrase, const Args&... args) {
  return {detail::fill(phrase.en, detail::pick(args, Language::english)...),
          detail::fill(phrase.zh, detail::pick(args, Language::chinese)...)};
}

} // namespace gouji
