// SPDX-License-Identifier: GPL-3.0-or-later
// Which printed lines are headings of the form's sections.
#pragma once

#include "document/document.h"
#include "matching/layout.h"
#include "text/similarity.h"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace gouji {

/// `text` without "[bookmark: _GoBack]" and the like at its start: brackets with nothing but ASCII
/// in them, which programs leave in the print.
std::string_view without_residue(std::string_view text);

/// A heading found in a paragraph: bytes [begin, end) of its text are the heading as printed.
struct HeadingPlace {
  int section = 0;    ///< index into the layout's sections
  bool exact = false; ///< the form's title or an alias, not merely like it
  std::size_t begin = 0, end = 0;

  bool operator==(const HeadingPlace&) const = default;
};

/// Finds the headings of `sections` in a paragraph, in printed order. Built once for a layout.
class HeadingFinder {
public:
  explicit HeadingFinder(const std::vector<LayoutSection>& sections);

  /// A heading is a line of its own, with or without its number, that says a section's title or
  /// something like it; or the number and the exact title at the start of a line or behind a full
  /// stop, with text following. Items ("（一）主动公开情况", "1.主动公开情况") are no headings.
  std::vector<HeadingPlace> find(const Paragraph& paragraph) const;

private:
  struct Name {
    int section;
    int number;
    std::string text;
    std::u32string characters;
    Comparable comparable;
    bool own; ///< the form's own title, no alias
  };

  bool whole_line(std::string_view line, std::string_view numbering, bool marked,
                  HeadingPlace& place) const;
  void inside(std::string_view line, std::size_t offset, std::vector<HeadingPlace>& places) const;

  std::vector<Name> names_; ///< longest first
};

} // namespace gouji
