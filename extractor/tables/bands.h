// SPDX-License-Identifier: GPL-3.0-or-later
// Lines -> bands of segments: what a table without lines is recovered from. A band is all text at
// one height; its segments are parted by gaps wider than a space.
#pragma once

#include "tables/rulings.h"
#include "tables/text_layer.h"

#include <vector>

namespace gouji {

/// Words with no more than spaces between them.
struct Segment {
  std::vector<Word> words;
  Rect box;
};

/// Segments from left to right.
struct Band {
  std::vector<Segment> segments;
  Rect box;
  double baseline = 0, font_size = 0;
};

/// Lines of dashes, underscores or equal signs are rules that were typed: takes them out of
/// `lines` and adds them to `rulings`.
void take_typed_rules(std::vector<Line>& lines, std::vector<Ruling>& rulings);

/// Lines to bands, top to bottom; lines that stand side by side at nearly the same height share
/// one. Turned lines are left out.
std::vector<Band> make_bands(const std::vector<Line>& lines);

/// Horizontal lines at one height: `parts` from left to right.
struct RuleLevel {
  double y = 0;
  std::vector<Ruling> parts;

  /// How much of [x0, x1] is drawn, 0 to 1.
  double coverage(double x0, double x1) const;
};

/// Sorted by y.
std::vector<RuleLevel> rule_levels(std::vector<Ruling> horizontal);

} // namespace gouji
