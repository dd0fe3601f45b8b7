// SPDX-License-Identifier: GPL-3.0-or-later
// Running text -> the labels of a form and the digits between them.
#pragma once

#include "matching/labels.h"
#include "matching/layout.h"

#include <cstddef>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace gouji {

/// A stretch of running text: characters [first, last).
struct LabelledPiece {
  enum class Kind {
    label,   ///< a label of the form, spelt as the form or an alias spells it
    heading, ///< the title of one of the form's sections
    run,     ///< digits with their signs, points, units and marks for nothing
    words    ///< anything else
  };
  Kind kind = Kind::words;
  std::size_t first = 0, last = 0;

  bool operator==(const LabelledPiece&) const = default;
};

/// Parts running text at the labels of one form. Built once for a layout.
class RunningLabels {
public:
  explicit RunningLabels(const Layout& layout);

  /// `text` (text/mapped_text.h) as pieces, in order and without gaps. Of several labels that begin
  /// at a place the longest is taken. An ordinal is no part of the digits before it: "00002.其他"
  /// is "0000" and "2.其他". Cost: linear.
  std::vector<LabelledPiece> part(std::u32string_view text) const;

private:
  struct Spelling {
    std::u32string text;
    LabelledPiece::Kind kind;
  };
  void add(const Label& label, LabelledPiece::Kind kind);
  const Spelling* at(std::u32string_view text, std::size_t place) const;
  /// Characters of a unit of measure at a border: behind it stand digits, a label, an ordinal or
  /// nothing.
  std::size_t unit_at(std::u32string_view text, std::size_t place) const;
  std::size_t end_of_run(std::u32string_view text, std::size_t first) const;

  std::unordered_map<char32_t, std::vector<Spelling>> spellings_; ///< by first character
};

} // namespace gouji
