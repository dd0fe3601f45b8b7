// SPDX-License-Identifier: GPL-3.0-or-later
// Several archives into one.
#pragma once

#include "base/result.h"
#include "matching/layout.h"

#include <string>
#include <vector>

namespace gouji {

/// Puts the contents of `parts` into the archive at `path`, which is made when it is not there.
/// Doing it again, or in another order, gives the same archive: a document stands above a failure
/// of the same content, a newer program's result above an older one's, then that of the later run,
/// and under one path the later file. At the end, as after a bulk run, what no path leads to any
/// more goes: of a content that lost its last path and comes back with a later call, the result is
/// that of the later call's parts. Years are held against each other anew when any part asked for
/// it. Errors: those of opening, with the archive as source.
Result<void> merge_archives(const std::vector<std::string>& parts, const std::string& path,
                            const std::string& program, const Layouts& layouts);

} // namespace gouji
