// SPDX-License-Identifier: GPL-3.0-or-later
// Outcome -> Record, error codes as words.
#include "archive/record.h"

#include "archive/wire.h"
#include "writers/names.h"

#include <set>

namespace gouji {

std::string status_of(Code code) {
  switch (code) {
  case Code::missing:
    return "missing";
  case Code::unreadable:
    return "unreadable";
  case Code::empty:
    return "empty";
  case Code::unsupported:
    return "unsupported";
  case Code::encrypted:
    return "encrypted";
  case Code::damaged:
    return "damaged";
  case Code::no_text:
    return "no_text";
  case Code::limit:
    return "limit";
  case Code::tool_missing:
    return "tool_missing";
  case Code::invalid:
    return "invalid";
  case Code::internal:
    return "internal";
  }
  return "internal";
}

Record make_record(Outcome outcome) {
  std::set<int> wanted;
  for (const Finding& finding : outcome.findings)
    for (const Place& place : finding_places(outcome.report, finding))
      wanted.insert(place.table);
  Record record;
  int number = 0;
  for (Block& block : outcome.flow)
    if (auto* table = std::get_if<Table>(&block)) {
      if (wanted.contains(number))
        record.tables.push_back({number, pack_table(*table)});
      ++number;
    }
  outcome.flow.clear();
  outcome.report.preamble.clear();
  outcome.report.match.candidates.clear();
  outcome.report.match.deviations.clear();
  for (Section& section : outcome.report.sections)
    section.paragraphs.clear();
  record.outcome = std::move(outcome);
  return record;
}

} // namespace gouji
