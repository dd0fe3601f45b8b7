// SPDX-License-Identifier: GPL-3.0-or-later
// A consistent report on the form of 2021, as its shipped layout says it.
#pragma once

#include "report/report.h"
#include "unit/matching/layout_files.h"

#include <algorithm>
#include <memory>
#include <string>

namespace gouji::test {

inline Value& value_of(Report& report, const std::string& id) {
  const auto field = find_field(*report.layout, id);
  REQUIRE(field);
  return report.values.at(static_cast<std::size_t>(*field));
}

inline void set(Report& report, const std::string& id, int number) {
  value_of(report, id) = {State::read, Decimal(number), std::to_string(number), {}};
}

/// 15 requests received and 2 carried in; 16 closed (9 disclosed, 4 partly, 2 not held, 1
/// repeated), 1 carried out, all by natural persons. 3 reviews upheld, 2 lawsuits pending.
inline Report form_report() {
  Report report;
  report.layout = std::make_shared<const Layout>(gouji_test::shipped_layout("ogi-2021"));
  report.year = 2023;
  report.agency = "某某县财政局";
  for (const LayoutField& field : report.layout->fields)
    report.values.push_back(
        {field.edition.empty() ? State::read : State::absent, Decimal(), "0", {}});
  const struct {
    const char* row;
    int number;
  } rows[] = {{"received", 15},        {"carried_in", 2},           {"disclosed", 9},
              {"partly_disclosed", 4}, {"unavailable.not_held", 2}, {"refused.repeated", 1},
              {"closed_total", 16},    {"carried_out", 1}};
  for (const auto& row : rows)
    for (const char* column : {"natural_person", "total"})
      set(report, std::string("requests.") + row.row + "." + column, row.number);
  for (const char* column : {"upheld", "total"})
    set(report, std::string("disputes.review.") + column, 3);
  for (const char* column : {"pending", "total"})
    set(report, std::string("disputes.litigation_direct.") + column, 2);
  return report;
}

/// The report with this text in its first section, a paragraph a line.
inline Report with_prose(Report report, const std::string& prose) {
  Section section;
  section.number = 1;
  std::size_t begin = 0;
  while (begin <= prose.size()) {
    const std::size_t end = std::min(prose.find('\n', begin), prose.size());
    Paragraph paragraph;
    paragraph.text = prose.substr(begin, end - begin);
    section.paragraphs.push_back(paragraph);
    begin = end + 1;
  }
  report.sections.push_back(std::move(section));
  return report;
}

} // namespace gouji::test
