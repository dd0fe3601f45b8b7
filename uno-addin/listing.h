// SPDX-License-Identifier: GPL-3.0-or-later
// What the findings panel says of an outcome: verdict, form, the list by table. No UNO here.
#pragma once

#include "checks/repair.h"
#include "pipeline/process.h"

#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace gouji::addin {

/// The field a finding is shown at: the one its sum is printed in, else the last it names that is
/// in the document; nothing when it names none that is.
std::optional<int> shown_field(const Outcome& outcome, const Finding& finding);

/// The cell of `shown_field`, else the finding's first place; table -1 for none.
Place shown_place(const Outcome& outcome, const Finding& finding);

/// One line of the list; `finding` indexes outcome.findings.
struct ListedFinding {
  std::size_t finding = 0;
  Severity severity = Severity::error;
  std::string text; ///< "29 ≠ 31, （七）总计 · 总计"

  bool operator==(const ListedFinding&) const = default;
};

/// The findings of one table of the form, or of the report as a whole.
struct ListedGroup {
  std::string title;
  std::vector<ListedFinding> findings;

  bool operator==(const ListedGroup&) const = default;
};

/// The findings of `order` that are not ignored, by table in the order of the form; within a table
/// the order is kept.
std::vector<ListedGroup> list_findings(const Outcome& outcome,
                                       const std::vector<std::size_t>& order,
                                       const std::vector<bool>& ignored, Language language);

/// "2 errors, 1 warning, 0 notes."; the counts by severity.
Words count_words(const std::array<std::size_t, 3>& counts);

/// The counts: what is not ignored, or that everything adds up, or that no form was
/// found.
std::string verdict_line(const Outcome& outcome, const std::vector<bool>& ignored,
                         Language language);

/// Which form was recognised, of what year and body, and the parts of it that were not found.
std::string form_line(const Outcome& outcome, Language language);

/// Everything to say about one finding: its cell in full, the message, the number that would settle
/// it.
std::string finding_text(const Outcome& outcome, const Finding& finding,
                         const std::optional<Repair>& repair, Language language);

} // namespace gouji::addin
