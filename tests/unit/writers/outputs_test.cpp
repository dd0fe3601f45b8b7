// SPDX-License-Identifier: GPL-3.0-or-later
#include "unit/writers/sample.h"
#include "writers/csv_text.h"
#include "writers/html_text.h"
#include "writers/outputs.h"
#include "writers/writer.h"
#include "writers/xlsx_book.h"

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

using namespace gouji;

namespace {

std::string written(Result<std::string> (*write)(std::span<const Outcome>, Language),
                    const Outcome& outcome, Language language) {
  const auto result = write({&outcome, 1}, language);
  REQUIRE(result);
  return *result;
}

bool has(const std::string& text, std::string_view part) {
  return text.find(part) != std::string::npos;
}

int count(const std::string& text, std::string_view part) {
  int found = 0;
  for (std::size_t at = text.find(part); at != std::string::npos; at = text.find(part, at + 1))
    ++found;
  return found;
}

} // namespace

TEST_CASE("findings as text are a line each, with page, table, row and column") {
  CHECK(written(write_findings_text, sample::outcome(), Language::english) ==
        "report.pdf:2:1:二、答复 / （一）予以公开:自然人: error: the sums differ: 29 and 28 "
        "[requests.balance]\n"
        "report.pdf:2:1:二、答复 / （一）予以公开:金额: error: no number here [value.unreadable]\n"
        "report.pdf:2:1:一、收到:自然人: warning: the prose says 30, the table 27 "
        "[narrative.received]\n"
        "report.pdf::::: info: another title [section.title]\n");
  CHECK(has(written(write_findings_text, sample::outcome(), Language::chinese),
            "自然人: 错误: 两边不等：29 与 28 [requests.balance]\n"));
}

TEST_CASE("a line break in a document's text does not break a finding's line") {
  Outcome outcome = sample::outcome();
  outcome.source.name = "a\nb.pdf";
  outcome.findings.resize(1);
  outcome.findings[0].message.en = "one\n two\x1b[31m";
  CHECK(written(write_findings_text, outcome, Language::english) ==
        "a b.pdf:2:1:二、答复 / （一）予以公开:自然人: error: one two [31m [requests.balance]\n");
}

TEST_CASE("findings as JSON have their cells and the quoted sentence with its place") {
  const std::string text = written(write_findings_json, sample::outcome(), Language::english);
  const auto json = nlohmann::json::parse(text);
  CHECK(json["format"] == "gouji-findings/1");
  const auto& findings = json["documents"][0]["findings"];
  REQUIRE(findings.size() == 4);
  CHECK(findings[0]["where"] ==
        nlohmann::json::parse(R"([{"table": 1, "row": 2, "column": 2, "anchor": null},
                                  {"table": 1, "row": 3, "column": 2, "anchor": null}])"));
  CHECK(findings[2]["quote"] == "收到申请30件。");
  CHECK(findings[2]["quote_where"][0]["page"] == 1);
  CHECK_FALSE(findings[0].contains("quote"));
}

TEST_CASE("CSV has a row a field, quoted as RFC 4180 says") {
  const std::string csv = written(write_report_csv, sample::outcome(), Language::chinese);
  CHECK(csv.substr(0, csv.find("\r\n")) == "name,sha256,layout,agency,year,field,table_label,row_"
                                           "label,column_label,unit,value,state,raw,"
                                           "page,table,row,column,findings");
  CHECK(has(csv, ",2023,requests.received.amount,表一（申请）,一、收到,金额,10k CNY,7730.28,read,"
                 "\"7,730.28万元\",2,1,2,3,\r\n"));
  CHECK(has(csv, ",27,read,27,2,1,2,2,requests.balance narrative.received\r\n"));
  CHECK(count(csv, "\r\n") == 5);
}

TEST_CASE("no CSV cell is a formula to a spreadsheet") {
  CsvText csv;
  csv.text("=1+1").text("-8").text("-8+cmd").text("@x").text("＝1").text("a\"b\nc").plain("-3");
  csv.end_row();
  CHECK(csv.take() == "'=1+1,-8,'-8+cmd,'@x,'＝1,\"a\"\"b\nc\",-3\r\n");
}

TEST_CASE("an XLSX is a package whose bytes depend on the report alone") {
  const std::string once = written(write_report_xlsx, sample::outcome(), Language::chinese);
  CHECK(once.starts_with("PK\x03\x04"));
  CHECK(has(once, "xl/worksheets/sheet2.xml"));
  CHECK(once == written(write_report_xlsx, sample::outcome(), Language::chinese));
}

TEST_CASE("a spreadsheet takes any text and any sheet name") {
  XlsxBook book;
  for (const char* name : {"", "a/b[c]", "a/b[c]", "'", "\xFF\xFE"}) {
    book.begin_sheet(name);
    book.begin_row();
    book.text(std::string(200'000, 'x'), Language::english);
    book.text(std::string("\x01\x02\xFF\0zero", 8), Language::english);
    book.merge(3, 3, 1, 1, "=HYPERLINK(\"http://x\")", Language::english);
  }
  const auto bytes = book.finish();
  REQUIRE(bytes);
  CHECK(bytes->starts_with("PK"));
}

TEST_CASE("the page of findings marks the cells, highlights the sentence and needs nothing else") {
  const std::string page = written(write_findings_html, sample::outcome(), Language::chinese);
  CHECK(has(page, "<html lang=\"zh-CN\">"));
  CHECK(has(page, "错误 2 处，警告 1 处，提示 1 处。"));
  CHECK(has(page,
            "<td id=\"t1r2c2\" class=\"error\">27 <sup><a href=\"#f1\" aria-label=\"问题 1\">1</a> "
            "<a href=\"#f3\" aria-label=\"问题 3\">3</a></sup></td>"));
  CHECK(has(page, "<mark>收到申请30件。</mark>"));
  CHECK(has(page, "<a href=\"#t1r3c2\" title=\"二、答复 / （一）予以公开 · 自然人\">（一）予以公开 "
                  "· 自然人</a>"));
  for (const char* reaching_out : {"<script", "src=", "url(", "@import", "<link"})
    CHECK_FALSE(has(page, reaching_out));
  const std::string english = written(write_findings_html, sample::outcome(), Language::english);
  CHECK(has(english, "Expected 29, printed 28."));
}

TEST_CASE("a name that would turn the text beside it is shown as what it is") {
  Outcome outcome = sample::outcome();
  outcome.source.name = "\xE2\x80\xAE"
                        "fdp.exe";
  const std::string page = written(write_findings_html, outcome, Language::english);
  CHECK(has(page, "<dd>⟨U+202E⟩fdp.exe</dd>"));
}

TEST_CASE("a document without findings is said to be right, one without a form is not") {
  Outcome outcome = sample::outcome();
  outcome.findings.clear();
  CHECK(has(written(write_findings_html, outcome, Language::english),
            "<p class=\"verdict good\" role=\"status\">Nothing wrong was found.</p>"));
  outcome.report.layout = nullptr;
  CHECK(has(written(write_findings_html, outcome, Language::english),
            "<p class=\"verdict error\" role=\"status\">No known form"));
}

TEST_CASE("markup in a document stays text") {
  const std::string evil = "</td><script>alert(1)</script>\"'&";
  Outcome outcome = sample::outcome();
  outcome.source.name = outcome.report.title = outcome.report.agency = evil;
  outcome.findings[2].quote = evil;
  outcome.findings[0].message = {evil, evil};
  outcome.findings[0].rule = evil;
  std::get<Table>(outcome.flow[2]).cells[4].text = evil;
  outcome.notes = {{{evil, evil}, {}}};
  const std::string page = written(write_findings_html, outcome, Language::english);
  CHECK_FALSE(has(page, "<script"));
  CHECK(has(page, "&lt;script&gt;alert(1)&lt;/script&gt;&quot;&#39;&amp;"));
  CHECK(html_escaped("\x01\xFF<") == "\uFFFD&lt;");
}

TEST_CASE("every writer can be found by its name") {
  CHECK(find_writer(report_writers(), "xlsx")->binary);
  CHECK(find_writer(finding_writers(), "html")->extension == "html");
  CHECK(find_writer(table_writers(), "csv") != nullptr);
  CHECK(find_writer(table_writers(), "pdf") == nullptr);
}
