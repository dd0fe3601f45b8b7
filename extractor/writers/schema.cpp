// SPDX-License-Identifier: GPL-3.0-or-later
// The JSON Schema of a report, built beside the writer it describes.
#include "writers/schema.h"

#include "writers/json_stream.h"

#include <initializer_list>

namespace gouji {

namespace {

constexpr auto inlined = JsonStream::Shape::inlined;

void write_strings(JsonStream& json, std::initializer_list<const char*> strings) {
  json.begin_array(inlined);
  for (const char* text : strings)
    json.string(text);
  json.end_array();
}

/// {"type": type, "description": …}, or with null allowed.
void write_type(JsonStream& json, const char* type, bool nullable, const char* description) {
  json.begin_object(inlined).key("type");
  if (nullable)
    write_strings(json, {type, "null"});
  else
    json.string(type);
  if (*description)
    json.key("description").string(description);
  json.end_object();
}

/// {"type": "integer", "minimum": 1}, null allowed.
void write_ordinal(JsonStream& json, const char* description) {
  json.begin_object(inlined).key("type");
  write_strings(json, {"integer", "null"});
  json.key("minimum").number(1).key("description").string(description).end_object();
}

void write_reference(JsonStream& json, const std::string& name) {
  json.begin_object(inlined).key("$ref").string("#/$defs/" + name).end_object();
}

/// Opens {"type": "object", "required": […], "additionalProperties": false, "properties": {
void begin_properties(JsonStream& json, std::initializer_list<const char*> required) {
  json.begin_object();
  json.key("type").string("object");
  write_strings(json.key("required"), required);
  json.key("additionalProperties").boolean(false);
  json.key("properties").begin_object();
}
void end_properties(JsonStream& json) {
  json.end_object().end_object();
}

void write_source_schema(JsonStream& json) {
  begin_properties(json, {"name", "format", "sha256", "pages"});
  write_type(json.key("name"), "string", false, "file name without its folder");
  write_type(json.key("format"), "string", false, "the format its content has");
  json.key("sha256").begin_object(inlined).key("type");
  write_strings(json, {"string", "null"});
  json.key("pattern").string("^[0-9a-f]{64}$").end_object();
  write_ordinal(json.key("pages"), "null where the format has no pages");
  end_properties(json);
}

void write_section_schema(JsonStream& json) {
  json.begin_object().key("type").string("array").key("items");
  begin_properties(json, {"number", "title", "text"});
  write_ordinal(json.key("number"), "the form's number; null for a section that is not the form's");
  write_type(json.key("title"), "string", false, "");
  write_type(json.key("text"), "string", false, "paragraphs, a line each, without the tables");
  end_properties(json);
  json.end_object();
}

void write_where_schema(JsonStream& json) {
  json.begin_object();
  write_strings(json.key("type"), {"object", "null"});
  json.key("description").string("null when the value stands nowhere in the document");
  write_strings(json.key("required"), {"page", "table", "row", "column", "box"});
  json.key("additionalProperties").boolean(false);
  json.key("properties").begin_object();
  write_ordinal(json.key("page"), "null where the format has no pages");
  write_ordinal(json.key("table"), "of the document, in reading order");
  write_ordinal(json.key("row"), "of the table");
  write_ordinal(json.key("column"), "of the table");
  json.key("box").begin_object(inlined).key("type");
  write_strings(json, {"array", "null"});
  json.key("items").begin_object().key("type").string("number").end_object();
  json.key("minItems").number(4).key("maxItems").number(4);
  json.key("description").string("x0, y0, x1, y1 in points from the page's top-left corner");
  json.end_object();
  write_type(json.key("anchor"), "string", false, "the cell as the format's own programs name it");
  json.end_object().end_object();
}

void write_value_schema(JsonStream& json) {
  begin_properties(json, {"value", "state", "raw", "where"});
  write_type(json.key("value"), "number", true, "exact as printed; null when not read");
  json.key("state").begin_object(inlined).key("enum");
  write_strings(json, {"read", "blank", "unreadable", "absent", "settled"});
  json.end_object();
  write_type(json.key("raw"), "string", false, "the cell's text as printed");
  write_reference(json.key("where"), "where");
  // A number is there exactly when the state says so.
  json.end_object();
  json.key("if").begin_object(inlined).key("properties").begin_object();
  json.key("state").begin_object().key("enum");
  write_strings(json, {"read", "settled"});
  json.end_object().end_object().end_object();
  for (const auto& [branch, type] : {std::pair("then", "number"), std::pair("else", "null")}) {
    json.key(branch).begin_object(inlined).key("properties").begin_object();
    json.key("value").begin_object().key("type").string(type).end_object();
    json.end_object().end_object();
  }
  json.end_object();
}

void write_finding_schema(JsonStream& json) {
  begin_properties(json, {"rule", "severity", "message", "fields", "expected", "actual"});
  write_type(json.key("rule"), "string", false, "a relation of the form, or a code");
  json.key("severity").begin_object(inlined).key("enum");
  write_strings(json, {"error", "warning", "info"});
  json.end_object();
  write_type(json.key("message"), "string", false, "");
  json.key("fields").begin_object(inlined).key("type").string("array").key("items");
  write_type(json, "string", false, "");
  json.end_object();
  write_type(json.key("expected"), "number", true, "");
  write_type(json.key("actual"), "number", true, "");
  end_properties(json);
}

/// "values" of one form: every field of it, and none but its own.
void write_layout_values(JsonStream& json, const Layout& layout) {
  json.begin_object().key("type").string("object");
  json.key("additionalProperties").boolean(false);
  json.key("required").begin_array();
  for (const LayoutField& field : layout.fields)
    if (field.edition.empty())
      json.string(field.id);
  json.end_array().key("properties").begin_object();
  for (const LayoutField& field : layout.fields)
    write_reference(json.key(field.id), "value");
  json.end_object().end_object();
}

} // namespace

std::string report_schema(const Layouts& layouts) {
  JsonStream json;
  json.begin_object();
  json.key("$schema").string("https://json-schema.org/draft/2020-12/schema");
  json.key("title").string("gouji-report/1");
  json.key("type").string("object");
  write_strings(json.key("required"), {"format", "source", "layout", "agency", "year", "title",
                                       "sections", "values", "findings"});
  json.key("additionalProperties").boolean(false);
  json.key("properties").begin_object();
  json.key("format").begin_object(inlined).key("const").string("gouji-report/1").end_object();
  write_reference(json.key("source"), "source");
  json.key("layout").begin_object(inlined).key("enum").begin_array();
  for (const auto& layout : layouts)
    json.string(layout->id);
  json.null().end_array().end_object();
  write_type(json.key("agency"), "string", true, "");
  write_type(json.key("year"), "integer", true, "the year reported on");
  write_type(json.key("title"), "string", true, "");
  write_reference(json.key("sections"), "sections");
  write_type(json.key("values"), "object", false, "field id to value");
  json.key("findings").begin_object(inlined).key("type").string("array").key("items");
  write_reference(json, "finding");
  json.end_object().end_object();

  // Which values there are follows from the form.
  json.key("oneOf").begin_array();
  const auto branch = [&](std::string_view id, const std::string& values) {
    json.begin_object().key("properties").begin_object();
    json.key("layout").begin_object(inlined).key("const");
    if (id.empty())
      json.null();
    else
      json.string(id);
    json.end_object();
    write_reference(json.key("values"), values);
    json.end_object().end_object();
  };
  for (const auto& layout : layouts)
    branch(layout->id, "values-" + layout->id);
  branch({}, "no-values");
  json.end_array();

  json.key("$defs").begin_object();
  write_source_schema(json.key("source"));
  write_section_schema(json.key("sections"));
  write_where_schema(json.key("where"));
  write_value_schema(json.key("value"));
  write_finding_schema(json.key("finding"));
  json.key("no-values").begin_object(inlined).key("maxProperties").number(0).end_object();
  for (const auto& layout : layouts)
    write_layout_values(json.key("values-" + layout->id), *layout);
  json.end_object().end_object();
  return json.take() + '\n';
}

} // namespace gouji
