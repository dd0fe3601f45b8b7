// SPDX-License-Identifier: GPL-3.0-or-later
// Right-to-left text: from the order in which it stands on paper to the one in which it is read.
#pragma once

#include <string>
#include <string_view>

namespace gouji {

/// A letter or sign of a script that reads from right to left (Hebrew, Arabic and their kin).
constexpr bool is_leftward(char32_t c) {
  return (c >= 0x0590 && c <= 0x08FF) || (c >= 0xFB1D && c <= 0xFDFF) ||
         (c >= 0xFE70 && c <= 0xFEFC);
}

/// A point or vowel sign that stands on such a letter and takes no room of its own.
constexpr bool is_leftward_mark(char32_t c) {
  return (c >= 0x0591 && c <= 0x05C7 && c != 0x05BE && c != 0x05C0 && c != 0x05C3 && c != 0x05C6) ||
         (c >= 0x0610 && c <= 0x061A) || (c >= 0x064B && c <= 0x065F) || c == 0x0670 ||
         (c >= 0x06D6 && c <= 0x06DC) || (c >= 0x06DF && c <= 0x06E4) || c == 0x06E7 ||
         c == 0x06E8 || (c >= 0x06EA && c <= 0x06ED);
}

/// A line as printed from left to right, in the order in which it is read: Unicode's bidirectional
/// algorithm (UAX #9) backwards. The line goes to the left when at least half of its words with
/// letters do. Brackets are those that pair: some files call them what they look like, others what
/// was typed. Presentation forms become the letters they stand for. Text without right-to-left
/// letters comes back as it is.
std::u32string logical_order(std::u32string_view printed);

/// The way back: how text stands on paper from left to right.
std::u32string printed_order(std::u32string_view logical);

} // namespace gouji
