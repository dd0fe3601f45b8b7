// SPDX-License-Identifier: GPL-3.0-or-later
// Lists of an OpenDocument: how labels look and how far each list has counted (ODF 1.3-3 §5.3,
// §16.30).
#pragma once

#include "readers/list_numerals.h"

#include <array>
#include <map>
#include <optional>
#include <string>
#include <string_view>

namespace gouji::odf {

inline constexpr int list_levels = 10; ///< §16.31: levels 1 to 10

/// One level of a list style.
struct ListLevel {
  Numeral numeral = Numeral::none; ///< none for bullets too
  std::string prefix, suffix;
  std::string pattern; ///< "%1%.%2%" where the file states one; then prefix and suffix are in it
  int start = 1;
  int shown = 1; ///< how many levels the label shows, this one included
};

using ListStyle = std::array<ListLevel, list_levels>;

/// How far a list has counted.
struct ListCounts {
  std::array<int, list_levels> count{};
  std::array<bool, list_levels> counting{};
};

/// Counts the next item on `level` (from 0) and answers its label, empty for none. `start` restates
/// the item's number.
std::string count_label(const ListStyle& style, ListCounts& counts, int level,
                        std::optional<int> start);

/// Where lists that go on with another one find its counts.
class ListMemory {
public:
  /// The counts a list begins with: those of the list it names, of the one before it in its style
  /// when it continues that, else none (§5.3.2).
  ListCounts begin(std::string_view continued_id, bool continues, std::string_view style) const;
  void end(std::string_view id, std::string_view style, const ListCounts& counts);

private:
  std::map<std::string, ListCounts, std::less<>> by_id_, by_style_;
};

} // namespace gouji::odf
