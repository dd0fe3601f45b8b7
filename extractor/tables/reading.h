// SPDX-License-Identifier: GPL-3.0-or-later
// The ways in which a place on a page can be read as a table, with what speaks for each.
#pragma once

#include "base/geometry.h"
#include "base/words.h"

#include <string_view>
#include <vector>

namespace gouji {

/// What parts the cells of a reading.
enum class Method {
  drawn,     ///< lines
  continued, ///< lines, and more where text shows it
  shaded,    ///< backgrounds of cells
  open       ///< white space and single rules
};

/// "drawn", "continued", "shaded", "open", as in the JSON of `inspect`.
std::string_view method_name(Method method);

/// One candidate for a place: chosen, or lost and why.
struct Reading {
  Method method = Method::drawn;
  Rect box;
  int rows = 0, columns = 0; ///< 0 where it lost before its grid was made
  double score = 0;          ///< 0 to 1, comparable between methods
  bool chosen = false;
  std::vector<Words> reasons;

  bool operator==(const Reading&) const = default;
};

/// Where the stages leave the readings they considered; null when nobody asks.
using Readings = std::vector<Reading>;

} // namespace gouji
