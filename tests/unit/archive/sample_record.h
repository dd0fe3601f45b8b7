// SPDX-License-Identifier: GPL-3.0-or-later
// A record with something in every member, for the tests of the archive.
#pragma once

#include "archive/archive.h"
#include "archive/wire.h"
#include "unit/checks/small_form.h"

#include <cstdlib>
#include <filesystem>
#include <string>

namespace gouji::test {

inline Record sample_record() {
  Record record;
  record.outcome.source = {"a.pdf", "pdf", std::string(64, 'a'), 3};
  record.outcome.report = small_report();
  Report& report = record.outcome.report;
  report.agency = "某县人民政府";
  report.title = "某县人民政府2023年报告";
  report.match.score = 0.75;
  report.sections.push_back({1, "总体情况", "一、总体情况", "正文", {2, {1, 2, 3, 4}, "", 7}, {}});
  report.values[0] = {State::settled,
                      Decimal::from_millionths(1'500'000),
                      "1.5",
                      {0, 1, 2, {1, {10, 20, 30, 40}, "B2", 0}}};
  report.values[1] = {State::blank, {}, "/", {}};
  Finding finding;
  finding.rule = "row.a";
  finding.severity = Severity::error;
  finding.message = {"does not add up", "不相等"};
  finding.fields = {0, 1, 2};
  finding.expected = Decimal(4);
  finding.actual = Decimal::from_millionths(-500'000);
  finding.places = {{0, 1, -1, {1, {1, 1, 2, 2}, "", 0}}};
  finding.quote = "共4件";
  record.outcome.findings.push_back(finding);
  record.outcome.notes.push_back({{"a note", "说明"}, {1, {}, "", 0}});
  Table table;
  table.rows = 1;
  table.columns = 2;
  table.cells = {{0, 0, 1, 1, "甲", {1, {0, 0, 5, 5}, "A1", 0}}, {0, 1, 1, 1, "3", {}}};
  record.tables.push_back({0, pack_table(table)});
  record.bytes = 1234;
  record.microseconds = 5678;
  return record;
}

/// The forms of sample_record().
inline Layouts small_layouts() {
  return {std::make_shared<const Layout>(small_form())};
}

/// A folder for a test, gone afterwards.
class Folder {
public:
  Folder() {
    std::string pattern = "/tmp/gouji_test-XXXXXX";
    if (!mkdtemp(pattern.data()))
      std::abort();
    path_ = pattern;
  }
  ~Folder() {
    std::error_code ignored;
    std::filesystem::remove_all(path_, ignored);
  }
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;

  std::string path(const std::string& name) const { return path_ + "/" + name; }

private:
  std::string path_;
};

} // namespace gouji::test
