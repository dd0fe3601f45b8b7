// SPDX-License-Identifier: GPL-3.0-or-later
// One document at a time from the archive to the writers.
#include "archive/export.h"

#include "archive/archive_reading.h"
#include "archive/layout_rows.h"
#include "archive/messages.h"
#include "writers/csv_long.h"
#include "writers/json.h"
#include "writers/names.h"
#include "writers/xlsx.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>

namespace gouji {

namespace {

constexpr std::size_t piece = 1u << 20; ///< bytes handed on at once

std::string base_name(const std::string& path) {
  return path.substr(path.rfind('/') + 1);
}

/// The columns of the wide forms: fields of all layouts, each name once, in the order of the forms.
struct WideColumns {
  std::vector<std::string> names;
  std::vector<std::string> heads; ///< the names, or with the labels of the first form behind them
};

WideColumns wide_columns(const Layouts& layouts, bool labels) {
  WideColumns columns;
  std::set<std::string> seen;
  for (const auto& layout : layouts)
    for (std::size_t i = 0; i < layout->fields.size(); ++i) {
      const std::string& name = layout->fields[i].id;
      if (!seen.insert(name).second)
        continue;
      const FieldLabels label = field_labels(*layout, static_cast<int>(i), Language::chinese);
      columns.names.push_back(name);
      columns.heads.push_back(labels ? one_line(name + ' ' + label.row + " · " + label.column)
                                     : name);
    }
  return columns;
}

int count_of(const Outcome& outcome, Severity severity) {
  return static_cast<int>(
      std::count_if(outcome.findings.begin(), outcome.findings.end(),
                    [&](const Finding& finding) { return finding.severity == severity; }));
}

/// The numbers of a report in the order of `names`.
std::vector<std::optional<Decimal>> wide_numbers(const Report& report,
                                                 const std::vector<std::string>& names) {
  std::map<std::string_view, Decimal> numbers;
  for (const int field : listed_fields(report)) {
    const auto index = static_cast<std::size_t>(field);
    if (report.values[index].has_number())
      numbers[report.layout->fields[index].id] = report.values[index].number;
  }
  std::vector<std::optional<Decimal>> row;
  row.reserve(names.size());
  for (const std::string& name : names) {
    const auto found = numbers.find(name);
    row.push_back(found == numbers.end() ? std::nullopt : std::optional(found->second));
  }
  return row;
}

Result<void> write_jsonl(ArchiveReading& archive, Language language, const Sink& sink) {
  std::string out;
  const auto flush = [&](bool always) -> Result<void> {
    if (!always && out.size() < piece)
      return {};
    Result<void> written = sink(out);
    out.clear();
    return written;
  };
  for (const std::int64_t id : archive.documents()) {
    out += report_json(archive.document(id), language, {JsonStream::Shape::inlined, false});
    out += '\n';
    if (Result<void> written = flush(false); !written)
      return written;
  }
  archive.each_failure([&](const FailedInput& failed) {
    JsonStream json(JsonStream::Shape::inlined);
    json.begin_object().key("source").begin_object();
    json.key("name").string(failed.paths.empty() ? std::string() : base_name(failed.paths.front()));
    json.key("sha256");
    if (failed.sha256.empty())
      json.null();
    else
      json.string(failed.sha256);
    json.key("paths").begin_array();
    for (const std::string& path : failed.paths)
      json.string(path);
    json.end_array().end_object();
    json.key("failure").begin_object().key("status").string(failed.failure.status);
    json.key("message").string(failed.failure.message.in(language)).end_object().end_object();
    out += json.take() + '\n';
  });
  return flush(true);
}

Result<void> write_csv_long(ArchiveReading& archive, Language language, CsvText csv,
                            const Sink& sink) {
  append_csv_long_header(csv);
  for (const std::int64_t id : archive.documents()) {
    append_csv_long(csv, archive.document(id), language);
    if (csv.peek().size() < piece)
      continue;
    if (Result<void> written = sink(csv.peek()); !written)
      return written;
    csv.clear();
  }
  return sink(csv.peek());
}

Result<void> write_csv_wide(ArchiveReading& archive, bool labels, CsvText csv, const Sink& sink) {
  const WideColumns columns = wide_columns(archive.layouts(), labels);
  for (const char* name :
       {"path", "sha256", "layout", "agency", "year", "title", "errors", "warnings"})
    csv.text(name);
  for (const std::string& head : columns.heads)
    csv.text(head);
  csv.end_row();
  for (const std::int64_t id : archive.documents()) {
    const Outcome outcome = archive.document(id);
    const Report& report = outcome.report;
    const std::vector<std::string> paths = archive.paths(id);
    csv.text(paths.empty() ? "" : paths.front()).plain(outcome.source.sha256);
    csv.text(report.layout ? report.layout->id : "").text(report.agency);
    csv.plain(report.year > 0 ? fmt::format("{}", report.year) : "").text(report.title);
    csv.plain(fmt::format("{}", count_of(outcome, Severity::error)));
    csv.plain(fmt::format("{}", count_of(outcome, Severity::warning)));
    for (const auto& number : wide_numbers(report, columns.names))
      csv.plain(number ? number->text() : "");
    csv.end_row();
    if (csv.peek().size() < piece)
      continue;
    if (Result<void> written = sink(csv.peek()); !written)
      return written;
    csv.clear();
  }
  return sink(csv.peek());
}

void number_or_skip(XlsxBook& book, const std::optional<Decimal>& number) {
  if (number)
    book.number(*number);
  else
    book.skip();
}

void add_report_rows(XlsxBook& book, ArchiveReading& archive, bool labels, Language language) {
  const WideColumns wide = wide_columns(archive.layouts(), labels);
  std::vector<XlsxBook::Column> columns{{fill(phrases::sheet_path).in(language), 30},
                                        {fill(phrases::sheet_form).in(language), 10},
                                        {fill(phrases::sheet_agency).in(language), 28},
                                        {fill(phrases::sheet_year).in(language), 7},
                                        {fill(phrases::sheet_errors).in(language), 7},
                                        {fill(phrases::sheet_warnings).in(language), 7}};
  for (const std::string& head : wide.heads)
    columns.push_back({head, 12});
  book.begin_sheet(fill(phrases::sheet_reports).in(language), columns);
  for (const std::int64_t id : archive.documents()) {
    const Outcome outcome = archive.document(id);
    const std::vector<std::string> paths = archive.paths(id);
    book.begin_row();
    book.text(paths.empty() ? "" : paths.front(), language);
    book.text(outcome.report.layout ? outcome.report.layout->id : "", language);
    book.text(outcome.report.agency, language);
    number_or_skip(book, outcome.report.year > 0 ? std::optional(Decimal(outcome.report.year))
                                                 : std::nullopt);
    book.number(Decimal(count_of(outcome, Severity::error)));
    book.number(Decimal(count_of(outcome, Severity::warning)));
    for (const auto& number : wide_numbers(outcome.report, wide.names))
      number_or_skip(book, number);
  }
}

void add_failure_rows(XlsxBook& book, ArchiveReading& archive, Language language) {
  const std::vector<XlsxBook::Column> columns{{fill(phrases::sheet_path).in(language), 60},
                                              {fill(phrases::sheet_status).in(language), 12},
                                              {fill(phrases::sheet_reason).in(language), 80},
                                              {fill(phrases::sheet_command).in(language), 60}};
  book.begin_sheet(fill(phrases::sheet_failures).in(language), columns);
  archive.each_failure([&](const FailedInput& failed) {
    for (const std::string& path : failed.paths) {
      book.begin_row();
      book.text(path, language);
      book.text(failed.failure.status, language);
      book.text(failed.failure.message.in(language), language);
      book.text(failed.command, language);
    }
  });
}

void add_field_rows(XlsxBook& book, const Layouts& layouts, Language language) {
  const std::vector<XlsxBook::Column> columns{{fill(phrases::sheet_form).in(language), 10},
                                              {fill(phrases::sheet_field).in(language), 56},
                                              {fill(phrases::sheet_of_table).in(language), 28},
                                              {fill(phrases::sheet_row).in(language), 48},
                                              {fill(phrases::sheet_column).in(language), 36},
                                              {fill(phrases::sheet_unit).in(language), 10}};
  book.begin_sheet(fill(phrases::sheet_fields).in(language), columns);
  for (const auto& layout : layouts)
    for (std::size_t i = 0; i < layout->fields.size(); ++i) {
      const FieldLabels labels = field_labels(*layout, static_cast<int>(i), language);
      book.begin_row();
      for (const std::string& text : {layout->id, layout->fields[i].id, labels.table, labels.row,
                                      labels.column, layout->fields[i].unit_name})
        book.text(text, language);
    }
}

Result<void> write_xlsx(ArchiveReading& archive, bool labels, Language language, const Sink& sink) {
  XlsxBook book(XlsxBook::Memory::by_rows);
  add_report_rows(book, archive, labels, language);
  book.begin_sheet(fill(phrases::sheet_all_findings).in(language), finding_columns(language));
  for (const std::int64_t id : archive.documents())
    append_finding_rows(book, archive.document(id), language);
  add_failure_rows(book, archive, language);
  add_field_rows(book, archive.layouts(), language);
  const Result<std::string> bytes = book.finish();
  return bytes ? sink(*bytes) : tl::unexpected<Error>(bytes.error());
}

} // namespace

Result<void> export_archive(const std::string& path, const ExportOptions& options,
                            Language language, const Sink& sink) {
  Result<ArchiveReading> archive = ArchiveReading::open(path);
  if (!archive)
    return tl::unexpected<Error>(archive.error());
  try {
    CsvText csv;
    if (options.bom)
      csv.byte_order_mark();
    if (options.format == "csv-long")
      return write_csv_long(*archive, language, std::move(csv), sink);
    if (options.format == "csv-wide")
      return write_csv_wide(*archive, options.labels, std::move(csv), sink);
    if (options.format == "xlsx")
      return write_xlsx(*archive, options.labels, language, sink);
    return write_jsonl(*archive, language, sink);
  } catch (const DatabaseError& error) {
    return tl::unexpected<Error>(Error{Code::unreadable, describe(error), path, 0, 0});
  }
}

} // namespace gouji
