// SPDX-License-Identifier: GPL-3.0-or-later
// Which pages of a document are wanted.
#pragma once

#include <climits>
#include <vector>

namespace gouji {

/// Pages `first` to `last`, counted from 1.
struct PageRange {
  int first = 1;
  int last = INT_MAX;

  bool operator==(const PageRange&) const = default;
};

/// From the front to the back of the document, none twice; empty for all pages.
using PageRanges = std::vector<PageRange>;

} // namespace gouji
