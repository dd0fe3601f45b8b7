// SPDX-License-Identifier: GPL-3.0-or-later
// The lines of a page as a person sees them: pieces joined, doubled lines one, small misses closed.
#pragma once

#include "document/document.h"

#include <vector>

namespace gouji {

/// Cleaned lines, each kind sorted by position, then by beginning.
struct Rulings {
  std::vector<Ruling> horizontal, vertical;
};

/// How far apart two lines may be drawn and still be one line to the eye, and how far a line may
/// miss the one it should meet, in points. No row of legible text is as low as this.
inline constexpr double ruling_snap = 3.2;
inline constexpr double ruling_reach = 3.5;

/// Snaps lines to common positions, joins pieces (a cell's side at a time, dashes, dots), makes a
/// doubled line one and drops what is too short to part anything. Follows the steps of pdfplumber's
/// table finder (snap, join, filter), here by sorting. Cost: sorting.
Rulings clean_rulings(const std::vector<Ruling>& rulings);

/// The sides of areas drawn behind cells, cleaned: the lines of a grid that only shading shows.
/// Areas larger than half of the page are its background.
Rulings shading_sides(const std::vector<Shading>& shadings, double width, double height);

} // namespace gouji
