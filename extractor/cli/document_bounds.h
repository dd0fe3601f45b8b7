// SPDX-License-Identifier: GPL-3.0-or-later
// What one document may take of the machine. Readers bound what they build themselves; what a
// library does inside (Poppler with a hostile character map, say) only the kernel can bound.
#pragma once

#include "base/words.h"

#include <string>

namespace gouji {

/// Bounds the process for the document at `path`, to be called before each: memory by
/// limits::process_memory, processor time from now on by limits::document_seconds, or less where
/// the user's own limits are lower. Beyond them the process says so in one line and ends with
/// exit_unusable.
void bound_document(const std::string& path, Language language);

/// The document that was bounded last; empty for none. For who reports that memory ran out.
const std::string& document_at_hand();

} // namespace gouji
