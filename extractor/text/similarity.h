// SPDX-License-Identifier: GPL-3.0-or-later
// How alike two labels are.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace gouji {

/// 1 for equal, 0 for nothing in common: 1 - (edit distance, in characters) / (longer length). Both
/// are already `normalized`. Cost: the longer length while the shorter has at most 64 characters,
/// as labels do, else the product of both lengths.
double similarity(std::string_view a, std::string_view b);

/// A text that is compared with many others.
class Comparable {
public:
  explicit Comparable(std::string_view normalized_text);

  /// `similarity` of the two, or 0 when it is below `least`; most of those are told by their
  /// characters alone.
  double similarity_above(double least, const Comparable& other) const;

private:
  std::u32string text_;
  std::uint64_t letters_ = 0; ///< a bit for each character in it; several characters share one
};

} // namespace gouji
