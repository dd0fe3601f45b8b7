// SPDX-License-Identifier: GPL-3.0-or-later
// How alike two labels are.
#pragma once

#include <string_view>

namespace gouji {

/// 1 for equal, 0 for nothing in common: 1 - (edit distance, in characters) / (longer length). Both
/// are already `normalized`. Cost: the longer length while the shorter has at most 64 characters,
/// as labels do, else the product of both lengths.
double similarity(std::string_view a, std::string_view b);

} // namespace gouji
