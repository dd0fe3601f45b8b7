// SPDX-License-Identifier: GPL-3.0-or-later
// The names that outputs share: states and severities as the JSON has them, a field's labels, the
// places of a finding.
#pragma once

#include "checks/finding.h"
#include "report/report.h"

#include <string>
#include <string_view>
#include <vector>

namespace gouji {

/// "read", "blank", ...: as in the JSON.
std::string_view state_name(State state);
/// "error", "warning", "info": as in the JSON.
std::string_view severity_name(Severity severity);
/// The same for people.
Words state_words(State state);
Words severity_words(Severity severity);

/// How the form prints a field: the labels of the code book.
struct FieldLabels {
  std::string table;  ///< name of the table, in the asked language
  std::string row;    ///< "（三）不予公开 / 1.属于国家秘密"
  std::string column; ///< "商业企业"
};
FieldLabels field_labels(const Layout& layout, int field, Language language);

/// Indices of the fields an output lists: all of the form, and those of other editions that the
/// document prints.
std::vector<int> listed_fields(const Report& report);

/// Every place a finding speaks of: of its fields as far as they are in the document, then its own.
std::vector<Place> finding_places(const Report& report, const Finding& finding);

/// `text` with every run of white space and control characters as one space: one line.
std::string one_line(std::string_view text);

} // namespace gouji
