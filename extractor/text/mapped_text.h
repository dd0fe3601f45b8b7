// SPDX-License-Identifier: GPL-3.0-or-later
// Normalised text that remembers where each of its characters stood in the print, so that what was
// found in the one can be quoted from the other.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace gouji {

/// `text` is `printed` as `normalized` folds it, character by character; text[i] came from the byte
/// `source[i]` of the print. `source` has one entry more than `text`: the print's length.
struct MappedText {
  std::u32string text;
  std::vector<std::size_t> source;
};

/// Cost: linear. Invalid UTF-8 becomes U+FFFD.
MappedText map_text(std::string_view printed);

/// The text that stands between two places of a mapped text, as printed and trimmed of white space.
std::string printed_part(std::string_view printed, const MappedText& mapped, std::size_t first,
                         std::size_t last);

} // namespace gouji
