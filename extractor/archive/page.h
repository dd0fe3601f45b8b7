// SPDX-License-Identifier: GPL-3.0-or-later
// An archive as one page for people.
#pragma once

#include "archive/export.h"
#include "archive/page_pictures.h"
#include "base/words.h"
#include "matching/layout.h"
#include "readers/format.h"

#include <span>
#include <string>

namespace gouji {

struct PageOptions {
  Language language = Language::english; ///< in which the page opens; it holds both
  Layouts layouts;                       ///< their charts are drawn
  std::span<const Format> formats;       ///< which of them can draw a page
  PictureSetup pictures;
};

/// Writes one self-contained HTML page: what was read by format and form, charts by year, findings
/// by rule, by agency and one by one with the table shown and its cells marked, reports, failures.
/// It needs no network, and what documents say stays text. Errors: those of opening the archive and
/// of `sink`.
Result<void> write_archive_page(const std::string& path, const PageOptions& options,
                                const Sink& sink);

} // namespace gouji
