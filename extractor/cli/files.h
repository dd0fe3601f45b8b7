// SPDX-License-Identifier: GPL-3.0-or-later
// Files in and out: bounded reading of whatever a path may be, and writing that never leaves half
// a file.
#pragma once

#include "base/result.h"

#include <string>
#include <string_view>

namespace gouji {

/// All bytes of a file, of a pipe that somebody writes to, or of standard input ("-"). Errors, each
/// with the path as source: missing, unreadable (a folder, a device, no permission), limit. An
/// empty file is no error here.
Result<std::string> read_input(const std::string& path);

/// Writes `content` to `path` as an OutputFile does. Errors: those of one.
Result<void> write_output(const std::string& path, std::string_view content);

} // namespace gouji
