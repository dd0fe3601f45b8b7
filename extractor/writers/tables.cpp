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

/// Calls `begin` with the source before the first table, also when there is none, and `each` with
/// every table and its number from 1.
template <class Begin, class Each>
Result<void> visit(const TableSource& tables, Begin begin, Each each) {
  int number = 0;
  const Result<Source> source = tables([&](const Source& so_far, const Table& table) {
    if (number == 0)
      begin(so_far);
    each(table, ++number);
  });
  if (!source)
    return tl::unexpected<Error>(source.error());
  if (number == 0)
    begin(*source);
  return {};
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

void write_table(JsonStream& json, const Table& table, Language language) {
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
  for (const Words& reason : table.reasons)
    json.string(reason.in(language));
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

Result<void> write_tables_json(const TableSource& tables, const Put& put, Language language) {
  JsonStream json;
  json.begin_object().key("format").string("gouji-tables/1");
  json.key("documents").begin_array();
  const auto begin = [&](const Source& source) {
    json.begin_object();
    write_source(json.key("source"), source);
    json.key("tables").begin_array();
  };
  const auto each = [&](const Table& table, int) {
    write_table(json, table, language);
    put(json.take_piece());
  };
  if (auto done = visit(tables, begin, each); !done)
    return done;
  json.end_array().end_object();
  json.end_array().end_object();
  put(json.take() + '\n');
  return {};
}

Result<void> write_tables_csv(const TableSource& tables, const Put& put, Language) {
  return visit(
      tables, [](const Source&) {},
      [&](const Table& table, int number) {
        CsvText csv;
        if (number > 1)
          csv.end_row();
        if (!table.caption.empty()) {
          csv.text(table.caption);
          csv.end_row();
        }
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
        put(csv.take());
      });
}

Result<void> write_tables_html(const TableSource& tables, const Put& put, Language language) {
  const auto begin = [&](const Source& source) {
    put(html_page_begin(source.name, language));
    put("<article>\n<h1>" + html_escaped(one_line(source.name)) + "</h1>\n");
  };
  const auto each = [&](const Table& table, int number) {
    put(html_table(table, number, {}, table_name(table, number, language), language));
  };
  if (auto done = visit(tables, begin, each); !done)
    return done;
  put("</article>\n" + html_page_end());
  return {};
}

Result<void> write_tables_xlsx(const TableSource& tables, const Put& put, Language language) {
  XlsxBook book;
  int sheets = 0;
  const auto each = [&](const Table& table, int number) {
    sheets = number;
    book.begin_sheet(fill(phrases::sheet_table, number).in(language));
    const int first_row = table.caption.empty() ? 0 : 2; // a blank row parts them
    if (first_row > 0) {
      book.begin_row();
      book.text(one_line(table.caption), language);
    }
    for (const Cell& cell : table.cells)
      book.merge(first_row + cell.row, cell.column, cell.row_span, cell.column_span, cell.text,
                 language);
  };
  if (auto done = visit(
          tables, [](const Source&) {}, each);
      !done)
    return done;
  if (sheets == 0)
    book.begin_sheet(fill(phrases::sheet_table, 0).in(language));
  const Result<std::string> bytes = book.finish();
  if (!bytes)
    return tl::unexpected<Error>(bytes.error());
  put(*bytes);
  return {};
}

} // namespace gouji
