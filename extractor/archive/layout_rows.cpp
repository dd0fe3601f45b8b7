// SPDX-License-Identifier: GPL-3.0-or-later
// Layouts into an archive and out of it.
#include "archive/layout_rows.h"

#include "archive/messages.h"
#include "writers/names.h"

#include <fmt/format.h>
#include <sqlite3.h>

namespace gouji {

namespace {

/// A name fit for a view: every byte that is no letter or digit becomes '_'.
std::string identifier(std::string text) {
  for (char& c : text)
    if (!((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9')))
      c = '_';
  return text;
}

/// `text` between quotes, as SQL wants names (") and strings (').
std::string quoted(const std::string& text, char quote) {
  std::string out(1, quote);
  for (const char c : text)
    out.append(c == quote ? 2 : 1, c);
  return out + quote;
}

/// One wide row a report: "report_ogi_2021".
void put_wide_view(Database& db, const Layout& layout, const std::vector<std::int64_t>& ids) {
  const std::string name = "report_" + identifier(layout.id);
  std::string sql = "DROP VIEW IF EXISTS " + name + "; CREATE VIEW " + name +
                    " AS SELECT d.sha256, d.agency, d.year, d.title";
  for (std::size_t i = 0; i < ids.size(); ++i)
    sql += fmt::format(", max(v.number) FILTER (WHERE v.field={}) AS {}", ids[i],
                       quoted(layout.fields[i].id, '"'));
  sql +=
      " FROM document d JOIN value v ON v.document=d.id WHERE d.layout=" + quoted(layout.id, '\'') +
      " GROUP BY d.id";
  db.execute(sql);
}

} // namespace

std::map<std::string, std::vector<std::int64_t>> put_layouts(Database& db, const Layouts& layouts) {
  std::map<std::string, std::vector<std::int64_t>> rows;
  Statement put_layout = db.prepare("INSERT OR REPLACE INTO layout VALUES (?,?,?)");
  Statement put_field = db.prepare(
      "INSERT INTO field(layout, position, name, unit, edition, table_en, table_zh, row_label, "
      "column_label) VALUES (?,?,?,?,?,?,?,?,?) ON CONFLICT(layout, name) DO UPDATE SET "
      "position=excluded.position, unit=excluded.unit, edition=excluded.edition, "
      "table_en=excluded.table_en, table_zh=excluded.table_zh, row_label=excluded.row_label, "
      "column_label=excluded.column_label");
  Statement field_id = db.prepare("SELECT id FROM field WHERE layout=? AND name=?");
  Statement put_carry =
      db.prepare("INSERT OR REPLACE INTO carry (rule, origin, target) VALUES (?,?,?)");
  Statement put_stock =
      db.prepare("INSERT OR REPLACE INTO stock (rule, stock, added, removed) VALUES (?,?,?,?)");
  // `layout` is referenced by `field`: it is replaced with the references unchecked until the end.
  db.execute("PRAGMA defer_foreign_keys=ON");
  for (const auto& layout : layouts) {
    put_layout.bind(layout->id, layout->title.en, layout->title.zh).run();
    std::vector<std::int64_t>& ids = rows[layout->id];
    int position = 0;
    for (const LayoutField& field : layout->fields) {
      const FieldLabels english = field_labels(*layout, position, Language::english);
      const FieldLabels chinese = field_labels(*layout, position, Language::chinese);
      put_field
          .bind(layout->id, position++, field.id, field.unit_name, field.edition, english.table,
                chinese.table, chinese.row, chinese.column)
          .run();
      field_id.bind(layout->id, field.id).row();
      ids.push_back(field_id.integer(0));
    }
    const auto id = [&](int field) { return ids.at(static_cast<std::size_t>(field)); };
    for (const CarryRule& rule : layout->carries)
      put_carry.bind(rule.id, id(rule.from), id(rule.to)).run();
    for (const StockRule& rule : layout->stocks)
      put_stock.bind(rule.id, id(rule.stock), id(rule.added), id(rule.removed)).run();
    put_wide_view(db, *layout, ids);
  }
  return rows;
}

Layouts read_layouts(Database& db) {
  Layouts layouts;
  Statement names = db.prepare("SELECT name, title_en, title_zh FROM layout ORDER BY name");
  Statement fields =
      db.prepare("SELECT name, unit, edition, table_en, table_zh, row_label, column_label FROM "
                 "field WHERE layout=? ORDER BY position, id");
  while (names.row()) {
    Layout layout;
    layout.id = names.text(0);
    layout.title = {std::string(names.text(1)), std::string(names.text(2))};
    fields.bind(layout.id);
    while (fields.row()) {
      const Words table{std::string(fields.text(3)), std::string(fields.text(4))};
      if (layout.tables.empty() || layout.tables.back().name != table)
        layout.tables.push_back({{}, table, 0, {LayoutBlock{}}});
      LayoutBlock& block = layout.tables.back().blocks.front();
      LayoutNode row, column;
      row.label.text = fields.text(5);
      column.label.text = fields.text(6);
      LayoutField field;
      field.id = fields.text(0);
      field.unit_name = fields.text(1);
      field.edition = fields.text(2);
      field.table = static_cast<int>(layout.tables.size()) - 1;
      field.row = static_cast<int>(block.rows.size());
      field.column = static_cast<int>(block.columns.size());
      block.rows.push_back(std::move(row));
      block.columns.push_back(std::move(column));
      layout.fields.push_back(std::move(field));
    }
    layouts.push_back(std::make_shared<const Layout>(std::move(layout)));
  }
  return layouts;
}

Words describe(const DatabaseError& error) {
  switch (error.code & 0xFF) {
  case SQLITE_BUSY:
  case SQLITE_LOCKED:
    return fill(phrases::archive_busy);
  case SQLITE_FULL:
    return fill(phrases::archive_full);
  case SQLITE_NOTADB:
  case SQLITE_CORRUPT:
    return fill(phrases::not_an_archive);
  case SQLITE_READONLY:
    return fill(phrases::archive_read_only);
  case SQLITE_CANTOPEN:
    return fill(phrases::archive_cannot_open);
  default:
    return fill(phrases::archive_failed, error.what());
  }
}

} // namespace gouji
