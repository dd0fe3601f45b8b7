// SPDX-License-Identifier: GPL-3.0-or-later
// Document, tables and match as JSON.
#include "writers/inspect.h"

#include "checks/claims.h"
#include "writers/json_stream.h"
#include "writers/names.h"
#include "writers/runs.h"

#include <fmt/format.h>

#include <array>
#include <map>

namespace gouji {

namespace {

constexpr auto inlined = JsonStream::Shape::inlined;

void write_page_number(JsonStream& json, int page) {
  if (page > 0)
    json.number(page);
  else
    json.null();
}

void write_runs(JsonStream& json, const std::vector<Glyph>& glyphs) {
  json.begin_array();
  for (const GlyphRun& run : glyph_runs(glyphs)) {
    const Glyph& first = glyphs[run.from];
    json.begin_object(inlined).key("text").string(run.text).key("box").box(run.box);
    json.key("size").rounded(first.font_size, 1).key("font").number(first.font);
    if (first.turned != 0)
      json.key("turned").number(first.turned);
    if (first.bold)
      json.key("bold").boolean(true);
    if (first.invisible)
      json.key("invisible").boolean(true);
    json.end_object();
  }
  json.end_array();
}

void write_page(JsonStream& json, const Page& page) {
  json.begin_object();
  json.key("page").number(page.number);
  json.key("width").rounded(page.width, 1).key("height").rounded(page.height, 1);
  json.key("image_coverage").rounded(image_coverage(page), 3);
  json.key("glyphs").number(static_cast<long long>(page.glyphs.size()));
  write_runs(json.key("runs"), page.glyphs);
  json.key("rulings").begin_array();
  for (const Ruling& ruling : page.rulings) {
    json.begin_object(inlined);
    json.key("axis").string(ruling.axis == Axis::horizontal ? "horizontal" : "vertical");
    json.key("position").rounded(ruling.position, 2).key("from").rounded(ruling.from, 2);
    json.key("to").rounded(ruling.to, 2).key("thickness").rounded(ruling.thickness, 2);
    json.end_object();
  }
  json.end_array().key("shadings").begin_array();
  for (const Shading& shading : page.shadings)
    json.begin_object(inlined)
        .key("box")
        .box(shading.box)
        .key("colour")
        .string(fmt::format("#{:06x}", shading.colour & 0xFFFFFF))
        .end_object();
  json.end_array().key("images").begin_array();
  for (const Rect& image : page.images)
    json.box(image);
  json.end_array().end_object();
}

void write_origin(JsonStream& json, const Origin& origin) {
  if (origin.page > 0)
    json.key("page").number(origin.page).key("box").box(origin.box);
  if (!origin.anchor.empty())
    json.key("anchor").string(origin.anchor);
  if (origin.line > 0)
    json.key("line").number(origin.line);
}

void write_cell_grid(JsonStream& json, const Cell& cell) {
  json.key("r0").number(cell.row).key("r1").number(cell.row + cell.row_span - 1);
  json.key("c0").number(cell.column).key("c1").number(cell.column + cell.column_span - 1);
  json.key("text").string(cell.text);
  json.key("bbox").box(cell.origin.page > 0 ? cell.origin.box : Rect{});
}

/// `field_of`: ids of the fields by (row, column) of this table, or null.
using FieldsOfTable = std::map<std::pair<int, int>, std::string>;
void write_table(JsonStream& json, const Table& table, const FieldsOfTable* field_of) {
  write_page_number(json.key("page"), table.origin.page);
  json.key("bbox").box(table.origin.page > 0 ? table.origin.box : Rect{});
  json.key("cells").begin_array();
  for (const Cell& cell : table.cells) {
    json.begin_object(inlined);
    write_cell_grid(json, cell);
    if (field_of)
      if (const auto found = field_of->find({cell.row, cell.column}); found != field_of->end())
        json.key("field").string(found->second);
    json.end_object();
  }
  json.end_array();
}

void write_flow(JsonStream& json, std::span<const Block> flow) {
  json.begin_array();
  for (const Block& block : flow) {
    if (const auto* paragraph = std::get_if<Paragraph>(&block)) {
      json.begin_object(inlined).key("paragraph").string(paragraph->full_text());
      if (paragraph->heading > 0)
        json.key("heading").number(paragraph->heading);
      if (paragraph->centered)
        json.key("centered").boolean(true);
      if (paragraph->font_size > 0)
        json.key("size").rounded(paragraph->font_size, 1);
      write_origin(json, paragraph->origin);
    } else {
      const Table& table = std::get<Table>(block);
      json.begin_object();
      json.key("rows").number(table.rows).key("columns").number(table.columns);
      json.key("depth").number(table.depth);
      write_table(json, table, nullptr);
    }
    json.end_object();
  }
  json.end_array();
}

std::string_view kind_name(Deviation::Kind kind) {
  switch (kind) {
  case Deviation::Kind::table_missing:
    return "table_missing";
  case Deviation::Kind::row_missing:
    return "row_missing";
  case Deviation::Kind::row_duplicate:
    return "row_duplicate";
  case Deviation::Kind::column_missing:
    return "column_missing";
  case Deviation::Kind::label_missing:
    return "label_missing";
  case Deviation::Kind::foreign_wording:
    return "foreign_wording";
  case Deviation::Kind::shifted:
    return "shifted";
  case Deviation::Kind::repaired:
    return "repaired";
  case Deviation::Kind::ambiguous:
    return "ambiguous";
  }
  return {};
}

void write_deviation(JsonStream& json, const Report& report, const Deviation& deviation,
                     Language language) {
  json.begin_object(inlined).key("kind").string(kind_name(deviation.kind));
  json.key("what").string(deviation.what.in(language));
  json.key("reason").string(deviation.reason.in(language));
  json.key("fields").begin_array();
  if (report.layout)
    for (const int field : deviation.fields)
      json.string(report.layout->fields.at(static_cast<std::size_t>(field)).id);
  json.end_array().key("settled").boolean(deviation.settled);
  if (!deviation.edition.empty())
    json.key("edition").string(deviation.edition);
  json.end_object();
}

void write_notes(JsonStream& json, const std::vector<Note>& notes, Language language) {
  json.begin_array();
  for (const Note& note : notes)
    json.string(note.message.in(language));
  json.end_array();
}

} // namespace

std::string inspect_document(const Document& document) {
  JsonStream json;
  json.begin_object().key("format").string(document.format);
  json.key("title").string(document.title);
  if (document.flow.empty()) {
    json.key("pages").begin_array();
    for (const Page& page : document.pages)
      write_page(json, page);
    json.end_array();
  } else
    write_flow(json.key("flow"), document.flow);
  write_notes(json.key("notes"), document.notes, Language::english);
  json.end_object();
  return json.take() + '\n';
}

namespace {

void write_words(JsonStream& json, const std::vector<Words>& words, Language language) {
  json.begin_array();
  for (const Words& w : words)
    json.string(w.in(language));
  json.end_array();
}

void write_boundaries(JsonStream& json, const std::vector<Boundary>& boundaries,
                      Language language) {
  json.begin_array();
  for (const Boundary& b : boundaries)
    json.begin_object(inlined)
        .key("parts")
        .string(b.column ? "columns" : "rows")
        .key("before")
        .number(b.index)
        .key("from")
        .number(b.first)
        .key("to")
        .number(b.last)
        .key("line")
        .box(b.line)
        .key("support")
        .string(support_name(b.support))
        .key("chosen")
        .boolean(b.chosen)
        .key("confidence")
        .rounded(b.confidence, 2)
        .key("why")
        .string(b.why.in(language))
        .end_object();
  json.end_array();
}

void write_reading(JsonStream& json, const Reading& reading, int page, Language language) {
  json.begin_object(inlined);
  write_page_number(json.key("page"), page);
  json.key("method").string(method_name(reading.method)).key("bbox").box(reading.box);
  json.key("rows").number(reading.rows).key("columns").number(reading.columns);
  json.key("score").rounded(reading.score, 3).key("chosen").boolean(reading.chosen);
  write_words(json.key("reasons"), reading.reasons, language);
  json.end_object();
}

} // namespace

std::string inspect_tables(std::span<const Block> blocks) {
  JsonStream json;
  json.begin_object().key("tables").begin_array();
  for (const Block& block : blocks)
    if (const auto* table = std::get_if<Table>(&block)) {
      json.begin_object();
      write_table(json, *table, nullptr);
      json.end_object();
    }
  json.end_array().end_object();
  return json.take() + '\n';
}

std::string inspect_tables(std::span<const PageEvidence> pages, Language language) {
  JsonStream json;
  json.begin_object().key("tables").begin_array();
  for (const PageEvidence& page : pages) {
    std::size_t number = 0;
    for (const Block& block : page.blocks)
      if (const auto* table = std::get_if<Table>(&block)) {
        json.begin_object();
        write_table(json, *table, nullptr);
        json.key("confidence").rounded(table->confidence, 3);
        write_words(json.key("reasons"), table->reasons, language);
        write_boundaries(json.key("boundaries"), page.boundaries.at(number++), language);
        json.end_object();
      }
  }
  json.end_array().key("readings").begin_array();
  for (const PageEvidence& page : pages)
    for (const Reading& reading : page.readings)
      write_reading(json, reading, page.page, language);
  json.end_array().end_object();
  return json.take() + '\n';
}

namespace {

/// Every claim of the prose that could be tested, with what the tables say to it.
void write_claims(JsonStream& json, const Report& report, Language language) {
  constexpr std::array<std::string_view, 6> results = {"agrees", "disagrees", "part",
                                                       "wider",  "split",     "untested"};
  for (const Claim& claim : read_claims(report)) {
    json.begin_object(inlined);
    json.key("rule").string(claim.code);
    json.key("what").string(claim.what.in(language));
    json.key("printed").number(claim.figure.value);
    if (claim.expected)
      json.key("expected").number(*claim.expected);
    else
      json.key("expected").null();
    json.key("result").string(results.at(static_cast<std::size_t>(claim.result)));
    json.key("sentence").string(claim.sentence);
    json.end_object();
  }
}

} // namespace

std::string inspect_match(const Outcome& outcome, Language language) {
  const Report& report = outcome.report;
  std::map<int, FieldsOfTable> fields;
  for (const int field : listed_fields(report)) {
    const auto index = static_cast<std::size_t>(field);
    const Place& place = report.values[index].place;
    if (place.table >= 0)
      fields[place.table][{place.row, place.column}] = report.layout->fields[index].id;
  }

  JsonStream json;
  json.begin_object();
  if (report.layout)
    json.key("layout").string(report.layout->id);
  else
    json.key("layout").null();
  json.key("score").rounded(report.match.score, 3);
  json.key("candidates").begin_array();
  for (const Candidate& candidate : report.match.candidates)
    json.begin_object(inlined)
        .key("subject")
        .string(candidate.subject)
        .key("score")
        .rounded(candidate.score, 3)
        .key("chosen")
        .boolean(candidate.chosen)
        .key("reason")
        .string(candidate.reason)
        .end_object();
  json.end_array().key("deviations").begin_array();
  for (const Deviation& deviation : report.match.deviations)
    write_deviation(json, report, deviation, language);
  json.end_array();
  write_claims(json.key("claims").begin_array(), report, language);
  json.end_array().key("tables").begin_array();
  int number = 0;
  for (const Block& block : outcome.flow)
    if (const auto* table = std::get_if<Table>(&block)) {
      json.begin_object();
      json.key("table").number(number + 1);
      json.key("rows").number(table->rows).key("columns").number(table->columns);
      write_table(json, *table, &fields[number]);
      json.end_object();
      ++number;
    }
  json.end_array();
  write_notes(json.key("notes"), outcome.notes, language);
  json.end_object();
  return json.take() + '\n';
}

} // namespace gouji
