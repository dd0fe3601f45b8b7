// SPDX-License-Identifier: GPL-3.0-or-later
// Sums, left against right, in exact decimals.
#include "checks/relations.h"

#include "checks/cells.h"
#include "checks/messages.h"

#include <set>

namespace gouji {
namespace {

const Value& value_of(const Report& report, int field) {
  return report.values.at(static_cast<std::size_t>(field));
}

/// Fields that are not printed because a printed row of another edition stands for them.
std::set<int> replaced_fields(const Report& report) {
  std::set<int> replaced;
  for (const Deviation& deviation : report.match.deviations)
    if (deviation.kind == Deviation::Kind::foreign_wording)
      for (const int field : deviation.fields)
        if (field >= 0 && value_of(report, field).state == State::absent)
          replaced.insert(field);
  return replaced;
}

/// For every field: the relation whose right side it is alone, or -1.
std::vector<int> totals(const Layout& layout) {
  std::vector<int> total(layout.fields.size(), -1);
  for (std::size_t r = 0; r < layout.relations.size(); ++r)
    if (const auto& right = layout.relations[r].right; right.size() == 1) {
      int& of = total.at(static_cast<std::size_t>(right.front()));
      if (of < 0)
        of = static_cast<int>(r);
    }
  return total;
}

class Evaluation {
public:
  explicit Evaluation(const Report& report)
      : report_(report), layout_(*report.layout), replaced_(replaced_fields(report)),
        totals_(totals(layout_)) {}

  RelationResult evaluate(int index) const {
    const Relation& relation = layout_.relations.at(static_cast<std::size_t>(index));
    RelationResult result;
    result.relation = index;
    result.checkable = true;
    bool foreign = false;
    for (const int field : relation.foreign_left)
      if (const auto number = number_or_blank(report_, field)) {
        foreign = true;
        result.left += *number;
        result.fields.push_back(field);
      }
    for (const int field : relation.left)
      add(result, result.left, field, foreign);
    for (const int field : relation.right)
      add(result, result.right, field, false);
    return result;
  }

  /// The left sum of the relation that has `field` alone on its right.
  std::optional<Decimal> parts_of(int field) const {
    const int index = totals_.at(static_cast<std::size_t>(field));
    if (index < 0)
      return std::nullopt;
    const Relation& relation = layout_.relations.at(static_cast<std::size_t>(index));
    Decimal sum;
    bool foreign = false;
    for (const int part : relation.foreign_left)
      if (const auto number = number_or_blank(report_, part)) {
        sum += *number;
        foreign = true;
      }
    for (const int part : relation.left) {
      const auto number = number_or_blank(report_, part);
      if (!number && !(foreign && replaced_.contains(part)))
        return std::nullopt;
      sum += number.value_or(Decimal());
    }
    return sum;
  }

private:
  void add(RelationResult& result, Decimal& sum, int field, bool foreign) const {
    const Value& value = value_of(report_, field);
    if (foreign && replaced_.contains(field))
      return;
    result.fields.push_back(field);
    if (value.has_number()) {
      sum += value.number;
      return;
    }
    // A total that is left empty although its parts are not 0 says nothing: it is not wrong.
    if (value.state != State::blank ||
        (totals_.at(static_cast<std::size_t>(field)) >= 0 && parts_of(field) != Decimal()))
      result.checkable = false;
    else
      result.blanks.push_back(field);
  }

  const Report& report_;
  const Layout& layout_;
  std::set<int> replaced_;
  std::vector<int> totals_;
};

} // namespace

std::vector<RelationResult> evaluate_relations(const Report& report) {
  const Evaluation evaluation(report);
  std::vector<RelationResult> results;
  for (std::size_t i = 0; i < report.layout->relations.size(); ++i)
    results.push_back(evaluation.evaluate(static_cast<int>(i)));
  return results;
}

std::vector<Finding> check_relations(const Report& report,
                                     const std::vector<RelationResult>& results) {
  std::vector<Finding> findings;
  for (const RelationResult& result : results) {
    if (!result.checkable || result.holds())
      continue;
    const Relation& relation =
        report.layout->relations.at(static_cast<std::size_t>(result.relation));
    Finding finding;
    finding.rule = relation.id;
    finding.severity = relation.severity;
    finding.message = fill_named(relation.message, {{"left", same_words(result.left.text())},
                                                    {"right", same_words(result.right.text())}});
    if (!result.blanks.empty())
      finding.message = fill(phrases::blanks_as_nothing, finding.message,
                             cell_names(*report.layout, result.blanks));
    finding.fields = result.fields;
    finding.expected = result.left;
    finding.actual = result.right;
    findings.push_back(std::move(finding));
  }
  return findings;
}

std::optional<Decimal> derived_number(const Report& report, int field) {
  return Evaluation(report).parts_of(field);
}

} // namespace gouji
