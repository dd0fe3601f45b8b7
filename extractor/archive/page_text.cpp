// SPDX-License-Identifier: GPL-3.0-or-later
// Pools of texts and of messages.
#include "archive/page_text.h"

#include "writers/html_text.h"

namespace gouji {

namespace {

constexpr char number_place = '\x01';

/// Takes the runs of digits out of `text`.
std::string take_numbers(std::string& text) {
  std::string pattern, numbers;
  bool in_number = false;
  for (const char c : text) {
    const bool digit = '0' <= c && c <= '9';
    if (digit && !in_number) {
      pattern += number_place;
      if (!numbers.empty())
        numbers += ' ';
    }
    (digit ? numbers : pattern) += c;
    in_number = digit;
  }
  text = std::move(pattern);
  return numbers;
}

} // namespace

std::int64_t TextPool::number(std::string_view text) {
  const auto [at, fresh] =
      numbers_.try_emplace(visible_text(text), static_cast<std::int64_t>(order_.size()));
  if (fresh)
    order_.push_back(&at->first);
  return at->second;
}

void TextPool::write(JsonStream& json) const {
  json.begin_array();
  for (const std::string* text : order_)
    json.string(*text);
  json.end_array();
}

MessagePool::Split MessagePool::split(const Words& message) {
  std::pair<std::string, std::string> pattern{visible_text(message.en), visible_text(message.zh)};
  std::string english = take_numbers(pattern.first);
  const std::string chinese = take_numbers(pattern.second);
  const auto [at, fresh] =
      numbers_.try_emplace(std::move(pattern), static_cast<std::int64_t>(order_.size()));
  if (fresh)
    order_.push_back(&at->first);
  if (chinese != english)
    (english += '|') += chinese;
  return {at->second, std::move(english)};
}

void MessagePool::write(JsonStream& json) const {
  json.begin_array();
  for (const auto* pattern : order_)
    json.begin_array().string(pattern->first).string(pattern->second).end_array();
  json.end_array();
}

} // namespace gouji
