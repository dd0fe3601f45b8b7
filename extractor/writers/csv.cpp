// SPDX-License-Identifier: GPL-3.0-or-later
// Outcome -> CSV in long form: a row a field. Column names are fixed, not translated: programs read
// them.
#include "writers/csv_long.h"
#include "writers/names.h"
#include "writers/outputs.h"

#include <fmt/format.h>

#include <map>

namespace gouji {

namespace {

std::string from_one(int index) {
  return index >= 0 ? fmt::format("{}", index + 1) : "";
}

/// Rules of the findings that name each field, separated by spaces.
std::map<int, std::string> rules_by_field(const std::vector<Finding>& findings) {
  std::map<int, std::string> rules;
  for (const Finding& finding : findings)
    for (const int field : finding.fields) {
      std::string& all = rules[field];
      all += all.empty() ? finding.rule : " " + finding.rule;
    }
  return rules;
}

} // namespace

void append_csv_long_header(CsvText& csv) {
  for (const char* name : {"name", "sha256", "layout", "agency", "year", "field", "table_label",
                           "row_label", "column_label", "unit", "value", "state", "raw", "page",
                           "table", "row", "column", "findings"})
    csv.text(name);
  csv.end_row();
}

void append_csv_long(CsvText& csv, const Outcome& outcome, Language language) {
  const Report& report = outcome.report;
  const auto rules = rules_by_field(outcome.findings);
  for (const int field : listed_fields(report)) {
    const auto index = static_cast<std::size_t>(field);
    const Value& value = report.values.at(index);
    const FieldLabels labels = field_labels(*report.layout, field, language);
    csv.text(outcome.source.name).plain(outcome.source.sha256).text(report.layout->id);
    csv.text(report.agency).plain(report.year > 0 ? fmt::format("{}", report.year) : "");
    csv.text(report.layout->fields[index].id);
    csv.text(labels.table).text(labels.row).text(labels.column);
    csv.text(report.layout->fields[index].unit_name);
    csv.plain(value.has_number() ? value.number.text() : "").plain(state_name(value.state));
    csv.text(value.raw);
    csv.plain(value.place.origin.page > 0 ? fmt::format("{}", value.place.origin.page) : "");
    csv.plain(from_one(value.place.table)).plain(from_one(value.place.row));
    csv.plain(from_one(value.place.column));
    const auto found = rules.find(field);
    csv.text(found == rules.end() ? "" : found->second).end_row();
  }
}

Result<std::string> write_report_csv(std::span<const Outcome> outcomes, Language language) {
  CsvText csv;
  append_csv_long_header(csv);
  for (const Outcome& outcome : outcomes)
    append_csv_long(csv, outcome, language);
  return csv.take();
}

} // namespace gouji
