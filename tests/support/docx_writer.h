// SPDX-License-Identifier: GPL-3.0-or-later
// Writes ZIP packages and small DOCX files for tests, part by part, so that any construct can be
// had.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace gouji::test {

/// Name and content of the parts of a package, in order; duplicates are written as they are.
using Parts = std::vector<std::pair<std::string, std::string>>;

/// A ZIP archive of `parts`, deflated.
std::string write_zip(const Parts& parts);

/// The parts of a DOCX around what stands inside w:body; `styles` and `numbering` are what stands
/// inside their roots, each part left out when empty. Prefixes w, mc, wps, v, m, r are declared.
Parts docx_parts(std::string_view body, std::string_view styles = {},
                 std::string_view numbering = {});

/// write_zip(docx_parts(...)).
std::string write_docx(std::string_view body, std::string_view styles = {},
                       std::string_view numbering = {});

} // namespace gouji::test
