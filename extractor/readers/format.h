// SPDX-License-Identifier: GPL-3.0-or-later
// A format that gouji reads: one reader exports one of these; cli/formats.cpp is the table of all.
// A list of formats is an argument everywhere, so that the core never names Poppler.
#pragma once

#include "base/result.h"
#include "document/document.h"

#include <span>
#include <string_view>

namespace gouji {

struct Format {
  std::string_view name;                        ///< "pdf": as in the JSON
  std::span<const std::string_view> extensions; ///< "pdf"; only a hint in messages, never trusted
  /// How sure the first bytes make that this is the format: 0 no, 100 certain. Looks at content
  /// only.
  int (*sniff)(Bytes bytes);
  /// Reads the whole document. Errors: encrypted, damaged, no_text, limit, empty, tool_missing.
  Result<Document> (*read)(Bytes bytes);
};

/// The most certain format for `bytes`. Errors: empty, unsupported (the message names what it looks
/// like when that is known).
Result<const Format*> detect(Bytes bytes, std::span<const Format> formats);

} // namespace gouji
