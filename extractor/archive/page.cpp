// SPDX-License-Identifier: GPL-3.0-or-later
// The archive's contents as JSON inside a page whose script shows them.
#include "archive/page.h"

#include "archive/archive_reading.h"
#include "archive/layout_rows.h"
#include "archive/messages.h"
#include "archive/page_assets.h"
#include "writers/html_text.h"
#include "writers/json_stream.h"
#include "writers/names.h"

#include <fmt/format.h>

#include <map>

namespace gouji {

namespace {

/// Texts that many cells share are written once and named by number.
class TextPool {
public:
  std::int64_t number(const std::string& text) {
    const auto [at, fresh] = numbers_.try_emplace(text, static_cast<std::int64_t>(order_.size()));
    if (fresh)
      order_.push_back(&at->first);
    return at->second;
  }
  void write(JsonStream& json) const {
    json.begin_array();
    for (const std::string* text : order_)
      json.string(*text);
    json.end_array();
  }

private:
  std::map<std::string, std::int64_t> numbers_;
  std::vector<const std::string*> order_;
};

/// JSON inside <script>: no document text may end the element (HTML Standard §4.12.1.3).
std::string script_safe(const std::string& json) {
  std::string out;
  out.reserve(json.size());
  for (const char c : json) {
    if (c == '<')
      out += "\\u003c";
    else
      out += c;
  }
  return out;
}

void write_words(JsonStream& json, Language language) {
  json.begin_object();
  for (const auto& [name, phrase] : page_words)
    json.key(name).string(language == Language::chinese ? phrase.zh : phrase.en);
  for (const Severity severity : {Severity::error, Severity::warning, Severity::info})
    json.key(severity_name(severity)).string(severity_words(severity).in(language));
  json.end_object();
}

/// [rows, columns, number from 1, page, cells as row, column, row span, column span, text, ...]
void write_table(JsonStream& json, const DrawnTable& drawn, TextPool& pool) {
  json.begin_array();
  json.number(drawn.table.rows).number(drawn.table.columns).number(drawn.number + 1);
  json.number(drawn.table.origin.page).begin_array();
  for (const Cell& cell : drawn.table.cells) {
    json.number(cell.row).number(cell.column).number(cell.row_span).number(cell.column_span);
    json.number(pool.number(cell.text));
  }
  json.end_array().end_array();
}

/// [rule, severity, message, expected, actual, quote, cells as table, row, column from 1, ...]
void write_finding(JsonStream& json, const Report& report, const Finding& finding,
                   Language language, TextPool& pool) {
  json.begin_array().number(pool.number(finding.rule));
  json.number(static_cast<int>(finding.severity));
  json.string(finding.message.in(language));
  for (const auto& number : {finding.expected, finding.actual}) {
    if (number)
      json.number(*number);
    else
      json.null();
  }
  json.string(finding.quote).begin_array();
  for (const Place& place : finding_places(report, finding))
    if (place.table >= 0)
      json.number(place.table + 1).number(place.row + 1).number(place.column + 1);
  json.end_array().end_array();
}

void write_document(JsonStream& json, ArchiveReading& archive, std::int64_t id, Language language,
                    TextPool& pool) {
  const Outcome outcome = archive.document(id);
  const Report& report = outcome.report;
  const std::vector<std::string> paths = archive.paths(id);
  json.begin_array().string(paths.empty() ? std::string() : paths.front());
  json.number(pool.number(outcome.source.format));
  json.number(pool.number(report.layout ? report.layout->id : ""));
  json.number(pool.number(report.agency)).number(report.year).begin_array();
  for (const Finding& finding : outcome.findings)
    write_finding(json, report, finding, language, pool);
  json.end_array().begin_array();
  for (const DrawnTable& drawn : archive.drawings(id))
    write_table(json, drawn, pool);
  json.end_array().end_array();
}

/// [layout, field, table, row label, column label, year, sum, year, sum, ...], the fields that
/// years hand on first.
void write_sums(JsonStream& json, Database& db, Language language, TextPool& pool) {
  Statement rows = db.prepare(
      "SELECT f.id, f.layout, f.name, f.table_zh, f.table_en, f.row_label, f.column_label, d.year, "
      "sum(v.number) FROM value v JOIN document d ON d.id=v.document JOIN field f ON f.id=v.field "
      "WHERE d.year IS NOT NULL AND v.number IS NOT NULL GROUP BY f.id, d.year "
      "ORDER BY f.layout DESC, NOT EXISTS (SELECT 1 FROM carry c WHERE c.target=f.id), f.position, "
      "d.year");
  std::int64_t field = 0;
  json.begin_array();
  while (rows.row()) {
    if (rows.integer(0) != field) {
      if (field != 0)
        json.end_array();
      field = rows.integer(0);
      json.begin_array().number(pool.number(std::string(rows.text(1)))).string(rows.text(2));
      json.number(pool.number(std::string(rows.text(language == Language::chinese ? 3 : 4))));
      json.number(pool.number(std::string(rows.text(5))));
      json.number(pool.number(std::string(rows.text(6))));
    }
    json.number(rows.integer(7)).rounded(rows.real(8), 2);
  }
  if (field != 0)
    json.end_array();
  json.end_array();
}

void write_failures(JsonStream& json, ArchiveReading& archive, Language language, TextPool& pool) {
  json.begin_array();
  archive.each_failure([&](const FailedInput& failed) {
    for (const std::string& path : failed.paths)
      json.begin_array()
          .string(path)
          .number(pool.number(failed.failure.status))
          .number(pool.number(failed.failure.message.in(language)))
          .string(failed.command)
          .end_array();
  });
  json.end_array();
}

std::string page_data(ArchiveReading& archive, Language language) {
  TextPool pool;
  JsonStream json(JsonStream::Shape::inlined);
  json.begin_object();
  write_words(json.key("words"), language);
  json.key("documents").begin_array();
  for (const std::int64_t id : archive.documents())
    write_document(json, archive, id, language, pool);
  json.end_array();
  write_failures(json.key("failures"), archive, language, pool);
  write_sums(json.key("sums"), archive.database(), language, pool);
  pool.write(json.key("texts"));
  json.end_object();
  return json.take();
}

} // namespace

Result<void> write_archive_page(const std::string& path, Language language, const Sink& sink) {
  Result<ArchiveReading> archive = ArchiveReading::open(path);
  if (!archive)
    return tl::unexpected<Error>(archive.error());
  try {
    const std::string title =
        fill(phrases::archive_page_title, path.substr(path.rfind('/') + 1)).in(language);
    const std::string data = script_safe(page_data(*archive, language));
    return sink(fmt::format(
        "<!DOCTYPE html>\n<html lang=\"{}\">\n<head>\n<meta charset=\"utf-8\">\n"
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src "
        "'unsafe-inline'; script-src 'unsafe-inline'\">\n<meta name=\"viewport\" "
        "content=\"width=device-width, initial-scale=1\">\n<title>{}</title>\n"
        "<style>{}</style>\n</head>\n<body>\n<main><h1>{}</h1><noscript>{}</noscript></main>\n"
        "<script type=\"application/json\" id=\"data\">{}</script>\n<script>{}</script>\n"
        "</body>\n</html>\n",
        language == Language::chinese ? "zh-CN" : "en", html_escaped(title), page_style,
        html_escaped(title), html_escaped(fill(phrases::archive_page_script).in(language)), data,
        page_script));
  } catch (const DatabaseError& error) {
    return tl::unexpected<Error>(Error{Code::unreadable, describe(error), path, 0, 0});
  }
}

} // namespace gouji
