// SPDX-License-Identifier: GPL-3.0-or-later
// A format that gouji reads: one reader exports one of these; cli/formats.cpp is the table of all.
// A list of formats is an argument everywhere, so that the core never names Poppler.
#pragma once

#include "base/result.h"
#include "document/document.h"
#include "document/page_range.h"

#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace gouji {

/// A part of a page that is to be drawn.
struct PagePart {
  int page = 1;     ///< from 1
  Rect area;        ///< points from the page's top left
  double scale = 1; ///< pixels a point
};

/// Takes the next page of a document that has `pages`; says whether to go on.
using TakePage = std::function<bool(Page&& page, int pages)>;

/// What a document of pages says of itself as a whole.
struct PagesSummary {
  int pages = 0;     ///< of the whole file, whatever was read
  std::string title; ///< from the metadata; often wrong, never trusted alone
  std::vector<Note> notes;

  bool operator==(const PagesSummary&) const = default;
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
  /// For formats that have pages: hands them on one after the other and keeps none. Pages beyond
  /// the document are left out. Errors as `read`.
  Result<PagesSummary> (*read_pages)(Bytes bytes, const PageRanges& pages,
                                     const TakePage& take) = nullptr;
  bool foreign = false; ///< `read` runs another program, which a confined process cannot
};

/// A DOCX that another program made, and what it was made of: "doc".
struct ForeignDocument {
  std::string docx;
  std::string_view kind;
};

/// The most certain format for `bytes`. Errors: empty, unsupported (the message names what it looks
/// like when that is known).
Result<const Format*> detect(Bytes bytes, std::span<const Format> formats);

} // namespace gouji
