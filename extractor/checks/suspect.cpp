// SPDX-License-Identifier: GPL-3.0-or-later
// Residuals: what each broken relation wants of each of its cells.
#include "checks/suspect.h"

#include "checks/cells.h"
#include "checks/messages.h"

namespace gouji {

std::map<int, CellVerdict> judge_cells(const Report& report,
                                       const std::vector<RelationResult>& relations) {
  std::map<int, CellVerdict> verdicts;
  const auto hear = [&](const RelationResult& result, const std::vector<int>& fields, bool left) {
    const Decimal change = left ? result.right - result.left : result.left - result.right;
    for (const int field : fields) {
      CellVerdict& verdict = verdicts[field];
      if (result.holds() || (!verdict.broken.empty() && verdict.change != change))
        verdict.agreed = false;
      verdict.change = change;
      if (!result.holds())
        verdict.broken.push_back(result.relation);
    }
  };
  for (const RelationResult& result : relations) {
    if (!result.checkable)
      continue;
    const Relation& relation = report.layout->relations[static_cast<std::size_t>(result.relation)];
    hear(result, relation.left, true);
    hear(result, relation.foreign_left, true);
    hear(result, relation.right, false);
  }
  return verdicts;
}

std::vector<Finding> check_suspects(const Report& report,
                                    const std::vector<RelationResult>& relations) {
  const std::map<int, CellVerdict> verdicts = judge_cells(report, relations);
  // Cells that would settle the same relations compete: the sums alone do not tell them apart.
  std::map<std::vector<int>, std::vector<int>> cells_of;
  for (const auto& [field, verdict] : verdicts)
    if (verdict.agreed && verdict.broken.size() >= 2)
      cells_of[verdict.broken].push_back(field);

  std::vector<Finding> findings;
  for (const auto& [broken, fields] : cells_of) {
    const int field = fields.front();
    const Value& value = report.values.at(static_cast<std::size_t>(field));
    if (fields.size() > 1 || !value.has_number())
      continue;
    const Decimal wanted = value.number + verdicts.at(field).change;
    if (wanted.negative())
      continue;
    Finding finding;
    finding.rule = "suspect.cell";
    finding.severity = Severity::info;
    finding.message = fill(phrases::suspect_cell, cell_name(*report.layout, field), wanted.text(),
                           value.number.text(), broken.size());
    finding.fields = {field};
    finding.expected = wanted;
    finding.actual = value.number;
    findings.push_back(std::move(finding));
  }
  return findings;
}

} // namespace gouji
