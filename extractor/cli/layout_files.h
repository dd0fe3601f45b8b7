// SPDX-License-Identifier: GPL-3.0-or-later
// Where the program finds its layouts.
#pragma once

#include "base/result.h"
#include "matching/layout.h"
#include "matching/layout_shelf.h"

#include <string>
#include <vector>

namespace gouji {

/// The layout files the program uses, by path: `*.xml` of the folders in GOUJI_LAYOUTS (separated
/// by ':'), then of `layouts` beside the program, then of ../share/gouji/layouts. A file name that
/// was met before hides later ones. Errors: missing, when no folder has any.
Result<std::vector<std::string>> find_layout_files();

/// Reads `files`, or those found when there are none. Errors: those of reading and of
/// `load_layout`, with the file as source.
Result<Layouts> load_layouts(const std::vector<std::string>& files);
/// The same files, read only as far as documents ask for them. Errors: those of reading the files
/// and their heads; the rest when a form is tried.
Result<LayoutShelf> open_layouts(const std::vector<std::string>& files);

/// layout.xsd, from the first of those folders that has it. Errors: missing, and those of reading.
Result<std::string> read_layout_schema();

} // namespace gouji
