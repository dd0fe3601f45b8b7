// SPDX-License-Identifier: GPL-3.0-or-later
// Kinds of characters that several stages tell apart.
#pragma once

namespace gouji {

/// Han, kana, hangul and full-width forms: as wide as two Latin letters, and written without spaces
/// between words.
constexpr bool is_wide(char32_t c) {
  return (c >= 0x2E80 && c <= 0x9FFF) || (c >= 0xAC00 && c <= 0xD7A3) ||
         (c >= 0xF900 && c <= 0xFAFF) || (c >= 0xFE30 && c <= 0xFE4F) ||
         (c >= 0xFF00 && c <= 0xFFEF) || (c >= 0x20000 && c <= 0x3FFFF);
}

/// White space and characters without a shape.
constexpr bool is_space(char32_t c) {
  return c <= 0x20 || c == 0xA0 || (c >= 0x2000 && c <= 0x200B) || c == 0x3000 || c == 0xFEFF ||
         c == 0x7F;
}

/// 0 to 9, of bytes and of characters alike.
inline constexpr auto is_ascii_digit = [](auto c) { return c >= '0' && c <= '9'; };

} // namespace gouji
