// SPDX-License-Identifier: GPL-3.0-or-later
// Weighs the cells of a finding by what the sums say of each.
#include "checks/repair.h"

#include "checks/suspect.h"

#include <algorithm>

namespace gouji {
namespace {

bool may_stand(const Report& report, const Repair& repair) {
  const Unit unit = report.layout->fields.at(static_cast<std::size_t>(repair.field)).unit;
  return (unit == Unit::signed_count || !repair.number.negative()) &&
         (unit == Unit::amount || repair.number.whole());
}

bool is_relation(const Layout& layout, const std::string& rule) {
  return std::any_of(layout.relations.begin(), layout.relations.end(),
                     [&](const Relation& relation) { return relation.id == rule; });
}

/// What would settle a broken sum: of its cells the one in the most broken sums.
std::optional<Repair> repair_sum(const Report& report, const Finding& finding,
                                 const std::map<int, CellVerdict>& verdicts) {
  std::vector<Repair> candidates;
  std::size_t settled = 0;
  for (const int field : finding.fields) {
    const Value& value = report.values.at(static_cast<std::size_t>(field));
    const auto verdict = verdicts.find(field);
    if (value.state == State::absent || verdict == verdicts.end() || !verdict->second.agreed ||
        verdict->second.broken.size() < settled)
      continue;
    if (verdict->second.broken.size() > settled)
      candidates.clear();
    settled = verdict->second.broken.size();
    const Decimal printed = value.has_number() ? value.number : Decimal();
    candidates.push_back({field, printed + verdict->second.change});
  }
  return candidates.size() == 1 ? std::optional(candidates.front()) : std::nullopt;
}

/// What the finding itself expects of its only cell, unless the sums want something else.
std::optional<Repair> repair_cell(const Report& report, const Finding& finding,
                                  const std::map<int, CellVerdict>& verdicts) {
  if (finding.fields.size() != 1 || !finding.expected)
    return std::nullopt;
  const int field = finding.fields.front();
  const Value& value = report.values.at(static_cast<std::size_t>(field));
  const auto verdict = verdicts.find(field);
  const bool contradicted =
      verdict != verdicts.end() &&
      (!verdict->second.agreed || value.number + verdict->second.change != *finding.expected);
  if (value.state == State::absent || contradicted)
    return std::nullopt;
  return Repair{field, *finding.expected};
}

} // namespace

std::optional<Repair> find_repair(const Report& report, const Finding& finding) {
  if (!report.layout || !finding.quote.empty())
    return std::nullopt;
  const auto verdicts = judge_cells(report, evaluate_relations(report));
  const auto repair = is_relation(*report.layout, finding.rule)
                          ? repair_sum(report, finding, verdicts)
                          : repair_cell(report, finding, verdicts);
  return repair && may_stand(report, *repair) ? repair : std::nullopt;
}

} // namespace gouji
