// SPDX-License-Identifier: GPL-3.0-or-later
// Flow -> what stands around the tables: title, agency, year, the sections' prose.
#pragma once

#include "document/document.h"
#include "matching/layout.h"
#include "report/report.h"

#include <string>
#include <vector>

namespace gouji {

struct Outline {
  std::string title; ///< as printed, on one line
  std::string
      agency;   ///< the title without year and the form's own words; empty when there is no title
  int year = 0; ///< of the title, else of the stated period, else 0
  Origin title_origin;
  std::vector<Paragraph> preamble; ///< between the title and the first section
  std::vector<Section> sections;   ///< in printed order

  bool operator==(const Outline&) const = default;
};

/// Splits the flow at the headings that `layout` names (text, alias or numbering and likeness; a
/// heading of the form that is repeated, renumbered or damaged is still found, a sentence that
/// merely quotes it is not). `layout` null: title, agency and year only.
Outline read_outline(const std::vector<Block>& flow, const Layout* layout);

} // namespace gouji
