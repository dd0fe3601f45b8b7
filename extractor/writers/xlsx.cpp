// SPDX-License-Identifier: GPL-3.0-or-later
// Outcome -> XLSX for people: one sheet of values, one of findings.
#include "writers/xlsx.h"

#include "writers/messages.h"
#include "writers/names.h"
#include "writers/outputs.h"
#include "writers/xlsx_book.h"

#include <fmt/format.h>

#include <array>

namespace gouji {

namespace {

void value_rows(XlsxBook& book, const Outcome& outcome, Language language) {
  const Report& report = outcome.report;
  for (const int field : listed_fields(report)) {
    const auto index = static_cast<std::size_t>(field);
    const Value& value = report.values.at(index);
    const FieldLabels labels = field_labels(*report.layout, field, language);
    book.begin_row();
    book.text(outcome.source.name, language);
    book.text(report.agency, language);
    if (report.year > 0)
      book.number(Decimal(report.year));
    else
      book.skip();
    book.text(labels.table, language);
    book.text(labels.row, language);
    book.text(labels.column, language);
    if (value.has_number())
      book.number(value.number);
    else
      book.skip();
    book.text(report.layout->fields[index].unit_name, language);
    book.text(state_words(value.state).in(language), language);
    book.text(value.raw, language);
    if (value.place.origin.page > 0)
      book.number(Decimal(value.place.origin.page));
    else
      book.skip();
    book.text(report.layout->fields[index].id, language);
  }
}

} // namespace

std::vector<XlsxBook::Column> finding_columns(Language language) {
  return {{fill(phrases::column_file).in(language), 24},
          {fill(phrases::column_agency).in(language), 24},
          {fill(phrases::column_year).in(language), 8},
          {fill(phrases::column_severity).in(language), 9},
          {fill(phrases::column_rule).in(language), 30},
          {fill(phrases::column_message).in(language), 80},
          {fill(phrases::column_expected).in(language), 10},
          {fill(phrases::column_actual).in(language), 10},
          {fill(phrases::column_quote).in(language), 40},
          {fill(phrases::column_fields).in(language), 60}};
}

void append_finding_rows(XlsxBook& book, const Outcome& outcome, Language language) {
  const Report& report = outcome.report;
  for (const Finding& finding : outcome.findings) {
    book.begin_row();
    book.text(outcome.source.name, language);
    book.text(report.agency, language);
    if (report.year > 0)
      book.number(Decimal(report.year));
    else
      book.skip();
    book.text(severity_words(finding.severity).in(language), language);
    book.text(finding.rule, language);
    book.text(finding.message.in(language), language);
    for (const auto& number : {finding.expected, finding.actual}) {
      if (number)
        book.number(*number);
      else
        book.skip();
    }
    book.text(finding.quote, language);
    std::string fields;
    if (report.layout)
      for (const int field : finding.fields)
        fields += (fields.empty() ? "" : " ") +
                  report.layout->fields.at(static_cast<std::size_t>(field)).id;
    book.text(fields, language);
  }
}

Result<std::string> write_report_xlsx(std::span<const Outcome> outcomes, Language language) {
  XlsxBook book;
  const std::array<XlsxBook::Column, 12> columns{{{fill(phrases::column_file).in(language), 24},
                                                  {fill(phrases::column_agency).in(language), 24},
                                                  {fill(phrases::column_year).in(language), 8},
                                                  {fill(phrases::column_table).in(language), 24},
                                                  {fill(phrases::column_row).in(language), 48},
                                                  {fill(phrases::column_column).in(language), 28},
                                                  {fill(phrases::column_value).in(language), 12},
                                                  {fill(phrases::column_unit).in(language), 10},
                                                  {fill(phrases::column_state).in(language), 14},
                                                  {fill(phrases::column_raw).in(language), 16},
                                                  {fill(phrases::column_page).in(language), 6},
                                                  {fill(phrases::column_field).in(language), 56}}};
  book.begin_sheet(fill(phrases::sheet_values).in(language), columns);
  for (const Outcome& outcome : outcomes)
    value_rows(book, outcome, language);
  book.begin_sheet(fill(phrases::sheet_findings).in(language), finding_columns(language));
  for (const Outcome& outcome : outcomes)
    append_finding_rows(book, outcome, language);
  return book.finish();
}

} // namespace gouji
