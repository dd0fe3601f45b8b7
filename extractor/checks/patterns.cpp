// SPDX-License-Identifier: GPL-3.0-or-later
// Searching from the end: the last part first, then each part before it as near as it stands. If
// the last place of a part has nothing fitting before it, no earlier place has, so nothing is tried
// twice.
#include "checks/patterns.h"

#include "text/normalize.h"

#include <algorithm>

namespace gouji {

SearchedText::SearchedText(std::u32string_view text) : text_(text) {
  for (const char32_t c : text)
    held_.set(c % held_.size());
}

WordSet::WordSet(const std::vector<std::string>& words) {
  for (const std::string& word : words)
    if (std::u32string characters = to_u32(normalized(word)); !characters.empty()) {
      first_.set(characters.front() % first_.size());
      words_.push_back(std::move(characters));
    }
  std::stable_sort(words_.begin(), words_.end(),
                   [](const auto& a, const auto& b) { return a.size() > b.size(); });
}

std::optional<Span> WordSet::last_in(const SearchedText& text, std::size_t before) const {
  std::optional<Span> best;
  for (const std::u32string& word : words_) {
    if (word.size() > before || !text.may_hold(word.front()) || !text.may_hold(word.back()))
      continue;
    const std::size_t at = text.text().rfind(word, before - word.size());
    if (at != std::u32string_view::npos && (!best || at + word.size() > best->last))
      best = Span{at, at + word.size()};
  }
  return best;
}

bool WordSet::in(const SearchedText& text) const {
  return last_in(text, text.text().size()).has_value();
}

std::size_t WordSet::length_at(std::u32string_view text, std::size_t at) const {
  if (at >= text.size() || !first_.test(text[at] % first_.size()))
    return 0;
  for (const std::u32string& word : words_)
    if (text.substr(at, word.size()) == word)
      return word.size();
  return 0;
}

Pattern::Pattern(std::string_view text, const Prose& prose, int year) {
  if (text.ends_with('$')) {
    at_end_ = true;
    text.remove_suffix(1);
  }
  // A part is one piece of text in which roles are replaced by each of their words.
  const auto expand = [&](std::string_view part) {
    std::vector<std::string> words = {""};
    while (!part.empty()) {
      const std::size_t open = std::min(part.find('{'), part.size());
      const std::size_t close = std::min(part.find('}', open), part.size());
      for (std::string& word : words)
        word += part.substr(0, open);
      if (open == part.size())
        break;
      const std::string_view role = part.substr(open + 1, close - open - 1);
      std::vector<std::string> values;
      if (role == "last" || role == "next")
        values = {std::to_string(role == "last" ? year - 1 : year + 1)};
      else
        values = prose.words_of(role);
      std::vector<std::string> longer;
      for (const std::string& word : words)
        for (const std::string& value : values)
          longer.push_back(word + value);
      words = std::move(longer);
      part.remove_prefix(std::min(close + 1, part.size()));
    }
    return words;
  };
  for (std::size_t at = 0; at <= text.size();) {
    const std::size_t end = std::min(text.find('~', at), text.size());
    parts_.emplace_back(expand(text.substr(at, end - at)));
    at = end + 1;
  }
}

std::optional<Span> Pattern::last_in(const SearchedText& text) const {
  std::optional<Span> found;
  for (auto part = parts_.rbegin(); part != parts_.rend(); ++part) {
    const auto next = part->last_in(text, found ? found->first : text.text().size());
    if (!next || (!found && at_end_ && next->last != text.text().size()))
      return std::nullopt;
    found = Span{next->first, found ? found->last : next->last};
  }
  return found;
}

} // namespace gouji
