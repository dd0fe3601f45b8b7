// SPDX-License-Identifier: GPL-3.0-or-later
// A layout file -> Layout.
#pragma once

#include "base/result.h"
#include "document/document.h"
#include "matching/layout.h"

#include <string_view>
#include <vector>

namespace gouji {

/// Reads a layout and expands its fields and relations. `source` names the file in messages. Runs
/// at every program start, so it does no more than it must: `check_layout` (layout_check.h) says
/// all that is wrong with a file. Errors: limit; invalid, with source and line.
Result<Layout> load_layout(Bytes xml, std::string_view source);

/// What the head of a layout tells of a document in that form.
struct LayoutHead {
  int first_year = 0;
  Label report_title; ///< empty where the form has none
};

/// Reads a layout up to its `report-title`. Errors: as `load_layout`, of what was read.
Result<LayoutHead> read_layout_head(Bytes xml, std::string_view source);

/// A layout as far as it can be read, with every mistake found on the way.
struct LoadedLayout {
  Layout layout;
  std::vector<Error> errors;
};
LoadedLayout read_layout(Bytes xml, std::string_view source);

} // namespace gouji
