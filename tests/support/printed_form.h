// SPDX-License-Identifier: GPL-3.0-or-later
// A report as it would be printed: a layout's tables filled with numbers that satisfy its
// relations, as rows of cells that a test can damage.
#pragma once

#include "checks/finding.h"
#include "document/document.h"
#include "matching/layout.h"
#include "report/report.h"

#include <map>
#include <random>
#include <string>
#include <vector>

namespace gouji::test {

/// `field` is the layout's field whose number is printed here, -1 for labels and blanks.
struct FormCell {
  std::string text;
  int field = -1;
  int row_span = 1, column_span = 1;
};

struct FormRow {
  std::vector<FormCell> cells;
  bool header = false;
};

/// One printed table. `ragged`: no spans; a label that spans stands in its first place and blanks
/// fill the others, as in plain text.
struct FormGrid {
  std::vector<FormRow> rows;
};

/// Whole numbers for every field, 0 to `most`, such that every relation of `layout` holds. Needs
/// relations that state a field as the sum of others, or as a balance of two sums.
std::vector<Decimal> consistent_numbers(const Layout& layout, std::mt19937& random, int most);

/// The tables of `layout` with `numbers` (by field) in their cells. Rows and columns of other
/// editions are left out.
std::vector<FormGrid> print_form(const Layout& layout, const std::vector<Decimal>& numbers,
                                 bool ragged);

/// Fields answered with another number than `truth` (by field) that no finding names.
std::vector<std::string> silent_errors(const Report& report, const std::vector<Finding>& findings,
                                       const std::vector<Decimal>& truth);

/// The grids as a flow.
std::vector<Block> as_flow(const std::vector<FormGrid>& grids);

/// The grids as a web page.
std::string as_html(const std::vector<FormGrid>& grids);

/// The grids as plain text: tabs between the cells, a row a line, a line of prose between grids.
std::string as_text(const std::vector<FormGrid>& grids);

/// layouts/<id>.xml of the source tree.
Layout read_project_layout(const std::string& id);

} // namespace gouji::test
