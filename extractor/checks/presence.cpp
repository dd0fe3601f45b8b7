// SPDX-License-Identifier: GPL-3.0-or-later
// The matcher's deviations and the states of the values, as findings.
#include "checks/presence.h"

#include "checks/cells.h"
#include "checks/messages.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <set>

namespace gouji {
namespace {

using Kind = Deviation::Kind;

struct Rule {
  std::string_view code;
  Severity severity;
  const Phrase& phrase;
};

Rule rule_of(const Deviation& deviation) {
  switch (deviation.kind) {
  case Kind::table_missing:
    return {"table.missing", Severity::error, phrases::table_missing};
  case Kind::row_missing:
    return {"row.missing", Severity::error, phrases::row_missing};
  case Kind::row_duplicate:
    return {"row.duplicate", Severity::error, phrases::row_duplicate};
  case Kind::column_missing:
    return {"column.missing", deviation.settled ? Severity::warning : Severity::error,
            phrases::column_missing};
  case Kind::label_missing:
    return {"label.missing", Severity::info, phrases::label_missing};
  case Kind::shifted:
  case Kind::repaired:
    return {"suspect.cell", Severity::info, phrases::read_with_care};
  case Kind::foreign_wording: // check_edition
  case Kind::ambiguous:       // add_unread
    break;
  }
  return {"value.unreadable", Severity::error, phrases::ambiguous};
}

std::vector<int> fields_of(const Deviation& deviation) {
  std::vector<int> fields;
  std::copy_if(deviation.fields.begin(), deviation.fields.end(), std::back_inserter(fields),
               [](int field) { return field >= 0; });
  return fields;
}

/// The form table that the deviation is in, -1 when it names no field.
int table_of(const Report& report, const Deviation& deviation) {
  const std::vector<int> fields = fields_of(deviation);
  return fields.empty() ? -1
                        : report.layout->fields.at(static_cast<std::size_t>(fields.front())).table;
}

/// Rows of one table that could not be read for the same reason.
struct Unread {
  int table = -1;
  Words reason, first, last;
  int count = 0;
  std::vector<int> fields;
  std::vector<Place> places;
};

void add_unread(const Report& report, const Deviation& deviation, std::vector<Unread>& unread) {
  const int table = table_of(report, deviation);
  auto rows = std::find_if(unread.begin(), unread.end(), [&](const Unread& other) {
    return other.table == table && other.reason == deviation.reason;
  });
  if (rows == unread.end()) {
    rows = unread.insert(unread.end(), Unread{});
    rows->table = table;
    rows->reason = deviation.reason;
  }
  const std::vector<int> fields = fields_of(deviation);
  // A row without a label of its own is named by its table.
  const bool nameless =
      table >= 0 &&
      label_path(report.layout->tables[static_cast<std::size_t>(table)]
                     .blocks[static_cast<std::size_t>(
                         report.layout->fields[static_cast<std::size_t>(fields.front())].block)]
                     .rows,
                 report.layout->fields[static_cast<std::size_t>(fields.front())].row)
          .empty();
  rows->last = nameless ? table_name(*report.layout, table) : deviation.what;
  if (rows->count++ == 0)
    rows->first = rows->last;
  rows->fields.insert(rows->fields.end(), fields.begin(), fields.end());
  if (deviation.place != Place{})
    rows->places.push_back(deviation.place);
}

Finding about_cell(const Report& report, std::string_view code, Severity severity, int field,
                   Words message) {
  Finding finding;
  finding.rule = code;
  finding.severity = severity;
  finding.message = std::move(message);
  finding.fields = {field};
  const Value& value = report.values.at(static_cast<std::size_t>(field));
  if (value.has_number())
    finding.actual = value.number;
  return finding;
}

/// Totals of one table that are not filled in, with what their parts add up to.
struct EmptyTotals {
  std::vector<int> fields;
  Decimal first;
  Words said;
};

void add_total(const Layout& layout, int field, Decimal parts, EmptyTotals& totals) {
  if (totals.fields.empty())
    totals.first = parts;
  const Words separator = totals.fields.empty() ? Words{} : fill(phrases::cell_separator);
  const Words said = fill(phrases::cell_equals, cell_name(layout, field), parts.text());
  totals.said.en += separator.en + said.en;
  totals.said.zh += separator.zh + said.zh;
  totals.fields.push_back(field);
}

/// Shortened for a message; whole characters only.
std::string shown(const std::string& raw) {
  constexpr std::size_t most = 60;
  if (raw.size() <= most)
    return raw;
  std::size_t end = most;
  while (end > 0 && (static_cast<unsigned char>(raw[end]) & 0xC0) == 0x80)
    --end;
  return raw.substr(0, end) + "...";
}

/// The number that the form's sums give for `field`, when all that speak of it say the same.
std::optional<Decimal> wanted_number(const Report& report, int field) {
  std::optional<Decimal> wanted;
  for (const Relation& relation : report.layout->relations) {
    Decimal left, right;
    bool in_left = false, in_right = false, known = true;
    const auto add = [&](const std::vector<int>& fields, Decimal& sum, bool& in) {
      for (const int part : fields) {
        if (part == field) {
          in = true;
          continue;
        }
        const auto number = number_or_blank(report, part);
        known = known && number;
        sum += number.value_or(Decimal());
      }
    };
    add(relation.left, left, in_left);
    add(relation.right, right, in_right);
    if (in_left == in_right || !known)
      continue;
    const Decimal number = in_left ? right - left : left - right;
    if ((wanted && *wanted != number) || number.negative())
      return std::nullopt;
    wanted = number;
  }
  return wanted;
}

} // namespace

std::vector<Finding> check_presence(const Report& report) {
  std::vector<Finding> findings;
  std::vector<Unread> unread;
  std::map<int, std::size_t> no_column; // table -> its finding of a column that is not settled
  for (const Deviation& deviation : report.match.deviations) {
    if (deviation.kind == Kind::foreign_wording)
      continue;
    if (deviation.kind == Kind::ambiguous) {
      add_unread(report, deviation, unread);
      continue;
    }
    const Rule rule = rule_of(deviation);
    Finding finding;
    finding.rule = rule.code;
    finding.severity = rule.severity;
    finding.message = fill(rule.phrase, deviation.what, deviation.reason);
    finding.fields = fields_of(deviation);
    if (deviation.place != Place{})
      finding.places.push_back(deviation.place);
    if (deviation.kind == Kind::column_missing && !deviation.settled)
      no_column.try_emplace(table_of(report, deviation), findings.size());
    findings.push_back(std::move(finding));
  }

  for (Unread& rows : unread) {
    const Words what = rows.count == 1
                           ? rows.first
                           : fill(phrases::first_to_last, rows.first, rows.last, rows.count);
    // Where a column is missing, rows with fewer numbers than the header has columns are of that.
    if (const auto column = no_column.find(rows.table); column != no_column.end()) {
      Finding& finding = findings[column->second];
      finding.message = fill(phrases::column_missing_rows, finding.message, what, rows.reason);
      finding.fields.insert(finding.fields.end(), rows.fields.begin(), rows.fields.end());
      std::sort(finding.fields.begin(), finding.fields.end());
      finding.fields.erase(std::unique(finding.fields.begin(), finding.fields.end()),
                           finding.fields.end());
      continue;
    }
    Finding finding;
    finding.rule = "value.unreadable";
    finding.severity = Severity::error;
    finding.message = fill(phrases::ambiguous, what, rows.reason);
    finding.fields = std::move(rows.fields);
    finding.places = std::move(rows.places);
    findings.push_back(std::move(finding));
  }
  return findings;
}

std::vector<Finding> check_values(const Report& report,
                                  const std::vector<RelationResult>& relations) {
  const Layout& layout = *report.layout;
  std::set<int> unsettled; // rows that check_presence speaks of as a whole
  for (const Deviation& deviation : report.match.deviations)
    if (deviation.kind == Kind::ambiguous)
      unsettled.insert(deviation.fields.begin(), deviation.fields.end());
  std::set<int> empty_totals; // they keep a relation from being checked: each is worth a line
  for (const RelationResult& relation : relations)
    if (!relation.checkable)
      for (const int field : layout.relations[static_cast<std::size_t>(relation.relation)].right)
        if (report.values[static_cast<std::size_t>(field)].state == State::blank)
          empty_totals.insert(field);

  std::vector<Finding> findings;
  std::vector<std::vector<int>> blanks(layout.tables.size());
  std::vector<EmptyTotals> totals(layout.tables.size());
  for (std::size_t i = 0; i < report.values.size(); ++i) {
    const int field = static_cast<int>(i);
    const Value& value = report.values[i];
    const Unit unit = layout.fields[i].unit;
    const auto add = [&](std::string_view code, Severity severity, Words message) -> Finding& {
      return findings.emplace_back(about_cell(report, code, severity, field, std::move(message)));
    };
    if (value.state == State::blank) {
      const auto table = static_cast<std::size_t>(layout.fields[i].table);
      const auto parts =
          empty_totals.contains(field) ? derived_number(report, field) : std::nullopt;
      if (parts)
        add_total(layout, field, *parts, totals.at(table));
      else
        blanks.at(table).push_back(field);
    } else if (value.state == State::unreadable && !unsettled.contains(field)) {
      const auto wanted = wanted_number(report, field);
      Finding& finding =
          add("value.unreadable", Severity::error,
              wanted ? fill(phrases::value_unreadable_derived, cell_name(layout, field),
                            shown(value.raw), wanted->text())
                     : fill(phrases::value_unreadable, cell_name(layout, field), shown(value.raw)));
      finding.expected = wanted;
    } else if (value.has_number()) {
      if (value.number.negative() && unit != Unit::signed_count)
        add("value.negative", Severity::error,
            fill(phrases::value_negative, cell_name(layout, field), value.number.text()));
      if (!value.number.whole() && unit != Unit::amount)
        add("value.fraction", Severity::error,
            fill(phrases::value_fraction, cell_name(layout, field), value.number.text()));
    }
  }
  const auto add_blank = [&](Words message, std::vector<int> fields) -> Finding& {
    Finding& finding = findings.emplace_back();
    finding.rule = "value.blank";
    finding.severity = Severity::warning;
    finding.message = std::move(message);
    finding.fields = std::move(fields);
    return finding;
  };
  for (std::size_t table = 0; table < blanks.size(); ++table) {
    const Words name = table_name(layout, static_cast<int>(table));
    if (const EmptyTotals& empty = totals[table]; !empty.fields.empty()) {
      Finding& finding = add_blank(
          fill(phrases::value_blank_derived, name, empty.fields.size(), empty.said), empty.fields);
      if (empty.fields.size() == 1)
        finding.expected = empty.first;
    }
    if (!blanks[table].empty())
      add_blank(
          fill(phrases::value_blank, name, blanks[table].size(), cell_names(layout, blanks[table])),
          blanks[table]);
  }
  return findings;
}

std::vector<Finding> flag_settled(const Report& report, const std::vector<Finding>& findings) {
  std::set<int> named;
  for (const Finding& finding : findings)
    named.insert(finding.fields.begin(), finding.fields.end());
  std::vector<Finding> flags;
  for (std::size_t i = 0; i < report.values.size(); ++i) {
    const int field = static_cast<int>(i);
    if (report.values[i].state == State::settled && !named.contains(field))
      flags.push_back(about_cell(report, "suspect.cell", Severity::info, field,
                                 fill(phrases::value_settled, cell_name(*report.layout, field),
                                      report.values[i].number.text())));
  }
  return flags;
}

} // namespace gouji
