// SPDX-License-Identifier: GPL-3.0-or-later
// Outcome -> the JSON of `convert`. The order of the keys is part of it.
#include "writers/json.h"

#include "writers/names.h"
#include "writers/outputs.h"

namespace gouji {

namespace {

void string_or_null(JsonStream& json, std::string_view text) {
  if (text.empty())
    json.null();
  else
    json.string(text);
}

void number_or_null(JsonStream& json, int number) {
  if (number > 0)
    json.number(number);
  else
    json.null();
}

void number_or_null(JsonStream& json, const std::optional<Decimal>& number) {
  if (number)
    json.number(*number);
  else
    json.null();
}

void write_sections(JsonStream& json, const std::vector<Section>& sections) {
  json.begin_array();
  for (const Section& section : sections) {
    json.begin_object(JsonStream::Shape::inlined);
    number_or_null(json.key("number"), section.number);
    json.key("title").string(section.number > 0 ? section.title : section.printed_title);
    json.key("text").string(section.text);
    json.end_object();
  }
  json.end_array();
}

void write_place(JsonStream& json, const Place& place) {
  json.begin_object();
  number_or_null(json.key("page"), place.origin.page);
  number_or_null(json.key("table"), place.table + 1);
  number_or_null(json.key("row"), place.row + 1);
  number_or_null(json.key("column"), place.column + 1);
  json.key("box").box(place.origin.page > 0 ? place.origin.box : Rect{});
  if (!place.origin.anchor.empty())
    json.key("anchor").string(place.origin.anchor);
  json.end_object();
}

void write_values(JsonStream& json, const Report& report) {
  json.begin_object();
  for (const int field : listed_fields(report)) {
    const auto index = static_cast<std::size_t>(field);
    const Value& value = report.values.at(index);
    json.key(report.layout->fields[index].id).begin_object(JsonStream::Shape::inlined);
    if (value.has_number())
      json.key("value").number(value.number);
    else
      json.key("value").null();
    json.key("state").string(state_name(value.state));
    json.key("raw").string(value.raw);
    json.key("where");
    // A settled value of a column that is not printed has no place of its own.
    if (value.place == Place{})
      json.null();
    else
      write_place(json, value.place);
    json.end_object();
  }
  json.end_object();
}

} // namespace

void write_source(JsonStream& json, const Source& source) {
  json.begin_object(JsonStream::Shape::inlined);
  json.key("name").string(source.name);
  json.key("format").string(source.format);
  string_or_null(json.key("sha256"), source.sha256);
  number_or_null(json.key("pages"), source.pages);
  json.end_object();
}

void write_finding(JsonStream& json, const Report& report, const Finding& finding,
                   Language language) {
  json.key("rule").string(finding.rule);
  json.key("severity").string(severity_name(finding.severity));
  json.key("message").string(finding.message.in(language));
  json.key("fields").begin_array();
  if (report.layout)
    for (const int field : finding.fields)
      json.string(report.layout->fields.at(static_cast<std::size_t>(field)).id);
  json.end_array();
  number_or_null(json.key("expected"), finding.expected);
  number_or_null(json.key("actual"), finding.actual);
}

void write_finding_places(JsonStream& json, const Report& report, const Finding& finding) {
  json.begin_array(JsonStream::Shape::inlined);
  for (const Place& place : finding_places(report, finding)) {
    if (place.table < 0)
      continue;
    json.begin_object();
    json.key("table").number(place.table + 1);
    number_or_null(json.key("row"), place.row + 1);
    number_or_null(json.key("column"), place.column + 1);
    string_or_null(json.key("anchor"), place.origin.anchor);
    json.end_object();
  }
  json.end_array();
}

std::string report_json(const Outcome& outcome, Language language, ReportJsonStyle style) {
  const Report& report = outcome.report;
  JsonStream json(style.shape);
  json.begin_object();
  json.key("format").string("gouji-report/1");
  write_source(json.key("source"), outcome.source);
  string_or_null(json.key("layout"), report.layout ? std::string_view(report.layout->id) : "");
  string_or_null(json.key("agency"), report.agency);
  number_or_null(json.key("year"), report.year);
  string_or_null(json.key("title"), report.title);
  write_sections(json.key("sections"), report.sections);
  write_values(json.key("values"), report);
  json.key("findings").begin_array();
  for (const Finding& finding : outcome.findings) {
    json.begin_object(JsonStream::Shape::inlined);
    write_finding(json, report, finding, language);
    if (style.finding_places)
      write_finding_places(json.key("where"), report, finding);
    json.end_object();
  }
  json.end_array().end_object();
  return json.take();
}

Result<std::string> write_report_json(std::span<const Outcome> outcomes, Language language) {
  std::string out;
  for (const Outcome& outcome : outcomes) {
    out += report_json(outcome, language);
    out += '\n';
  }
  return out;
}

} // namespace gouji
