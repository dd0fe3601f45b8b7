// SPDX-License-Identifier: GPL-3.0-or-later
// Reports of one agency held against its report of the year before, inside an archive.
#pragma once

#include "archive/archive.h"

namespace gouji {

/// Takes out all findings between years and, when `wanted`, makes them anew: every document with an
/// agency and a year is compared with the same agency's document of the year before. Where an
/// agency has several documents of a year, the one whose hash sorts first stands for them, so that
/// the result does not depend on the order of conversion. Throws DatabaseError.
void compare_years(Archive& archive, const Layouts& layouts, bool wanted);

} // namespace gouji
