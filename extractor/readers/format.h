// SPDX-License-Identifier: GPL-3.0-or-later
// A format that gouji reads: one reader exports one of these; cli/formats.cpp is the table of all.
// A list of formats is an argument everywhere, so that the core never names Poppler.
#pragma once

#include "base/result.h"
#include "document/document.h"

#include <span>
#include <string>
#include <string_view>

namespace gouji {

/// A part of a page that is to be drawn.
struct PagePart {
  int page = 1;     ///< from 1
  Rect area;        ///< points from the page's top left
  double scale = 1; ///< pixels a point
};

struct Format {
  std::string_view name;                        ///< "pdf": as in the JSON
  std::span<const std::string_view> extensions; ///< "pdf"; only a hint in messages, never trusted
  /// How sure the first bytes make that this is the format: 0 no, 100 certain. Looks at content
  /// only.
  int (*sniff)(Bytes bytes);
  /// Reads the whole document. Errors: encrypted, damaged, no_text, limit, empty, tool_missing.
  Result<Document> (*read)(Bytes bytes);
  /// Draws a part of a page as printed, as a PNG file; null where the format has no pages. Runs
  /// decoders that reading leaves alone: to be called in a confined process only. Errors: damaged,
  /// internal, tool_missing.
  Result<std::string> (*draw)(Bytes bytes, const PagePart& part) = nullptr;
};

/// The most certain format for `bytes`. Errors: empty, unsupported (the message names what it looks
/// like when that is known).
Result<const Format*> detect(Bytes bytes, std::span<const Format> formats);

} // namespace gouji
