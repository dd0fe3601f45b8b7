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
constexpr auto for_tables = std::to_array<Writer>({
    {"json", "json", false, write_tables_json},
    {"csv", "csv", false, write_tables_csv},
    {"html", "html", false, write_tables_html},
    {"xlsx", "xlsx", true, write_tables_xlsx},
});

} // namespace

std::span<const Writer> report_writers() {
  return for_reports;
}

std::span<const Writer> finding_writers() {
  return for_findings;
}

std::span<const Writer> table_writers() {
  return for_tables;
}

const Writer* find_writer(std::span<const Writer> writers, std::string_view name) {
  const auto found = std::find_if(writers.begin(), writers.end(),
                                  [&](const Writer& writer) { return writer.name == name; });
  return found == writers.end() ? nullptr : &*found;
}

} // namespace gouji
