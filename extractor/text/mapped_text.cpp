// SPDX-License-Identifier: GPL-3.0-or-later
// Normalising character by character.
#include "text/mapped_text.h"

#include "text/normalize.h"

#include <algorithm>

namespace gouji {
namespace {

/// Bytes of the UTF-8 character that begins with `lead`; 1 for a byte that begins none.
std::size_t character_length(unsigned char lead) {
  if (lead >= 0xF0)
    return 4;
  if (lead >= 0xE0)
    return 3;
  return lead >= 0xC0 ? 2 : 1;
}

/// Characters that `normalized` leaves as they are, nearly all of a report: it need not be asked.
bool stays(char32_t c) {
  return (0x4E00 <= c && c <= 0x9FFF) || ('0' <= c && c <= '9') || c == 0x3001 || c == 0x3002;
}

bool white(char c) {
  return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

} // namespace

MappedText map_text(std::string_view printed) {
  MappedText mapped;
  mapped.text.reserve(printed.size() / 3);
  mapped.source.reserve(printed.size() / 3 + 1);
  for (std::size_t at = 0; at < printed.size();) {
    const std::size_t length =
        std::min(character_length(static_cast<unsigned char>(printed[at])), printed.size() - at);
    const std::string_view piece = printed.substr(at, length);
    const std::u32string plain = to_u32(piece);
    const std::u32string folded =
        plain.size() == 1 && stays(plain.front()) ? plain : to_u32(normalized(piece));
    for (const char32_t c : folded) {
      mapped.text += c;
      mapped.source.push_back(at);
    }
    at += length;
  }
  mapped.source.push_back(printed.size());
  return mapped;
}

std::string printed_part(std::string_view printed, const MappedText& mapped, std::size_t first,
                         std::size_t last) {
  std::size_t begin = mapped.source.at(first);
  std::size_t end = mapped.source.at(last);
  while (begin < end && white(printed[begin]))
    ++begin;
  while (begin < end && white(printed[end - 1]))
    --end;
  return std::string(printed.substr(begin, end - begin));
}

} // namespace gouji
