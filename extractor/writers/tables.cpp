// SPDX-License-Identifier: GPL-3.0-or-later
// The tables of any document, joined over page breaks, as JSON, CSV, HTML and XLSX.
#include "text/number.h"
#include "writers/csv_text.h"
#include "writers/html_text.h"
#include "writers/json.h"
#include "writers/messages.h"
#include "writers/names.h"
#include "writers/outputs.h"
#include "writers/xlsx_book.h"

#include <fmt/format.h>

namespace gouji {

namespace {

template <class Visit> void for_each_table(const Outcome& outcome, Visit visit) {
  int number = 0;
  for (const Block& block : outcome.flow)
    if (const auto* table = std::get_if<Table>(&block))
      visit(*table, ++number);
}

void write_cell(JsonStream& json, const Cell& cell) {
  json.begin_object(JsonStream::Shape::inlined);
  json.key("r0").number(cell.row).key("r1").number(cell.row + cell.row_span - 1);
  json.key("c0").number(cell.column).key("c1").number(cell.column + cell.column_span - 1);
  json.key("text").string(cell.text);
  json.key("page");
  if (cell.origin.page > 0)
    json.number(cell.origin.page).key("bbox").box(cell.origin.box);
  else
    json.null().key("bbox").null();
  json.end_object();
}

void write_table(JsonStream& json, const Table& table) {
  json.begin_object();
  json.key("page");
  if (table.origin.page > 0)
    json.number(table.origin.page).key("bbox").box(table.origin.box);
  else
    json.null().key("bbox").null();
  json.key("caption").string(table.caption);
  json.key("rows").number(table.rows).key("columns").number(table.columns);
  json.key("confidence").rounded(table.confidence, 3);
  json.key("reasons").begin_array();
  for (const std::string& reason : table.reasons)
    json.string(reason);
  json.end_array().key("cells").begin_array();
  for (const Cell& cell : table.cells)
    write_cell(json, cell);
  json.end_array().end_object();
}

std::string table_name(const Table& table, int number, Language language) {
  std::string name = fill(phrases::table_place, number).in(language);
  if (table.origin.page > 0)
    name += " · " + fill(phrases::page_place, table.origin.page).in(language);
  return table.caption.empty() ? name : name + " · " + one_line(table.caption);
}

} // namespace

Result<std::string> write_tables_json(std::span<const Outcome> outcomes, Language) {
  JsonStream json;
  json.begin_object().key("format").string("gouji-tables/1");
  json.key("documents").begin_array();
  for (const Outcome& outcome : outcomes) {
    json.begin_object();
    write_source(json.key("source"), outcome.source);
    json.key("tables").begin_array();
    for_each_table(outcome, [&](const Table& table, int) { write_table(json, table); });
    json.end_array().end_object();
  }
  json.end_array().end_object();
  return json.take() + '\n';
}

/// Tables one after the other with an empty line between. A spanning cell's text stands at its
/// first place; the places it covers are empty, so that every row has the same number of cells.
Result<std::string> write_tables_csv(std::span<const Outcome> outcomes, Language) {
  CsvText csv;
  bool first = true;
  for (const Outcome& outcome : outcomes)
    for_each_table(outcome, [&](const Table& table, int) {
      if (!first)
        csv.end_row();
      first = false;
      std::size_t at = 0;
      for (int row = 0; row < table.rows; ++row) {
        for (int column = 0; column < table.columns; ++column) {
          const bool begins = at < table.cells.size() && table.cells[at].row == row &&
                              table.cells[at].column == column;
          if (begins)
            csv.text(table.cells[at++].text);
          else
            csv.plain("");
        }
        csv.end_row();
      }
    });
  return csv.take();
}

Result<std::string> write_tables_html(std::span<const Outcome> outcomes, Language language) {
  const std::string first = outcomes.empty() ? std::string() : outcomes.front().source.name;
  std::string out = html_page_begin(first, language);
  int before = 0;
  for (const Outcome& outcome : outcomes) {
    out += "<article>\n<h1>" + html_escaped(one_line(outcome.source.name)) + "</h1>\n";
    int count = 0;
    for_each_table(outcome, [&](const Table& table, int number) {
      out += html_table(table, before + number, {}, table_name(table, number, language), language);
      count = number;
    });
    before += count;
    out += "</article>\n";
  }
  return out + html_page_end();
}

Result<std::string> write_tables_xlsx(std::span<const Outcome> outcomes, Language language) {
  XlsxBook book;
  bool any = false;
  for (const Outcome& outcome : outcomes)
    for_each_table(outcome, [&](const Table& table, int number) {
      any = true;
      book.begin_sheet(fill(phrases::sheet_table, number).in(language));
      for (const Cell& cell : table.cells)
        book.merge(cell.row, cell.column, cell.row_span, cell.column_span, cell.text, language);
    });
  if (!any)
    book.begin_sheet(fill(phrases::sheet_table, 0).in(language));
  return book.finish();
}

} // namespace gouji
