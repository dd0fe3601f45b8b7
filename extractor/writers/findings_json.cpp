// SPDX-License-Identifier: GPL-3.0-or-later
// Findings of any number of documents as one JSON object.
#include "writers/json.h"
#include "writers/names.h"
#include "writers/outputs.h"

namespace gouji {

namespace {

void write_quote_places(JsonStream& json, const Finding& finding) {
  json.key("quote").string(finding.quote);
  json.key("quote_where").begin_array();
  for (const Place& place : finding.places) {
    json.begin_object();
    if (place.origin.page > 0)
      json.key("page").number(place.origin.page).key("box").box(place.origin.box);
    if (!place.origin.anchor.empty())
      json.key("anchor").string(place.origin.anchor);
    if (place.origin.line > 0)
      json.key("line").number(place.origin.line);
    json.end_object();
  }
  json.end_array();
}

} // namespace

Result<std::string> write_findings_json(std::span<const Outcome> outcomes, Language language) {
  JsonStream json;
  json.begin_object().key("format").string("gouji-findings/1");
  json.key("documents").begin_array();
  for (const Outcome& outcome : outcomes) {
    const Report& report = outcome.report;
    json.begin_object();
    write_source(json.key("source"), outcome.source);
    if (report.layout)
      json.key("layout").string(report.layout->id);
    else
      json.key("layout").null();
    json.key("agency").string(report.agency);
    if (report.year > 0)
      json.key("year").number(report.year);
    else
      json.key("year").null();
    json.key("findings").begin_array();
    for (const Finding& finding : outcome.findings) {
      json.begin_object(JsonStream::Shape::inlined);
      write_finding(json, report, finding, language);
      write_finding_places(json.key("where"), report, finding);
      if (!finding.quote.empty())
        write_quote_places(json, finding);
      json.end_object();
    }
    json.end_array().end_object();
  }
  json.end_array().end_object();
  return json.take() + '\n';
}

} // namespace gouji
