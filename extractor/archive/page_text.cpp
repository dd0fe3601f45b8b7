// SPDX-License-Identifier: GPL-3.0-or-later
// Pools of texts, and what is shown in place of invisible characters.
#include "archive/page_text.h"

#include <fmt/format.h>

namespace gouji {

namespace {

constexpr char number_place = '\x01';

/// The invisible character that `text`, which is valid UTF-8, begins with, and its length in bytes;
/// 0 when it begins with none.
std::pair<unsigned, std::size_t> invisible_character(std::string_view text) {
  const auto byte = [&](std::size_t at) {
    return at < text.size() ? static_cast<unsigned char>(text[at]) : 0u;
  };
  const unsigned first = byte(0);
  if ((first < 0x20 && first != '\n' && first != '\t') || first == 0x7F)
    return {first, 1};
  if (first == 0xC2 && byte(1) < 0xA0) // C1 controls
    return {byte(1), 2};
  if (first == 0xD8 && byte(1) == 0x9C)
    return {0x061C, 2};
  if (first != 0xE2)
    return {0, 0};
  const unsigned character = 0x2000 | ((byte(1) & 0x3F) << 6) | (byte(2) & 0x3F);
  const bool turns = character == 0x200E || character == 0x200F ||
                     (0x202A <= character && character <= 0x202E) ||
                     (0x2066 <= character && character <= 0x2069);
  return turns ? std::pair{character, std::size_t{3}} : std::pair{0u, std::size_t{0}};
}

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

std::string visible_text(std::string_view text) {
  const std::string valid = valid_text(text);
  std::string out;
  out.reserve(valid.size());
  for (std::size_t at = 0; at < valid.size();) {
    const auto [character, length] = invisible_character(std::string_view(valid).substr(at));
    if (length > 0)
      out += fmt::format("⟨U+{:04X}⟩", character);
    else
      out += valid[at];
    at += std::max<std::size_t>(length, 1);
  }
  return out;
}

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
