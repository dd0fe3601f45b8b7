// SPDX-License-Identifier: GPL-3.0-or-later
// The writer table: every output gouji has, one row each.
#include "writers/outputs.h"
#include "writers/writer.h"

#include <algorithm>
#include <array>

namespace gouji {

namespace {

constexpr auto for_reports = std::to_array<Writer>({
    {"json", "json", false, write_report_json},
    {"csv", "csv", false, write_report_csv},
    {"xlsx", "xlsx", true, write_report_xlsx},
});
constexpr auto for_findings = std::to_array<Writer>({
    {"text", "txt", false, write_findings_text},
    {"json", "json", false, write_findings_json},
    {"html", "html", false, write_findings_html},
});
constexpr auto for_tables = std::to_array<TableWriter>({
    {"json", "json", false, write_tables_json},
    {"csv", "csv", false, write_tables_csv},
    {"html", "html", false, write_tables_html},
    {"xlsx", "xlsx", true, write_tables_xlsx},
});

template <class Row> const Row* find_row(std::span<const Row> rows, std::string_view name) {
  const auto found =
      std::find_if(rows.begin(), rows.end(), [&](const Row& row) { return row.name == name; });
  return found == rows.end() ? nullptr : &*found;
}

} // namespace

std::span<const Writer> report_writers() {
  return for_reports;
}

std::span<const Writer> finding_writers() {
  return for_findings;
}

std::span<const TableWriter> table_writers() {
  return for_tables;
}

const Writer* find_writer(std::span<const Writer> writers, std::string_view name) {
  return find_row(writers, name);
}

const TableWriter* find_writer(std::span<const TableWriter> writers, std::string_view name) {
  return find_row(writers, name);
}

} // namespace gouji
