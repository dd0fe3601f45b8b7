// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/result.h"
#include "writers/outputs.h"

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include <string>
#include <vector>

using namespace gouji;

namespace {

const Source source{"a.docx", "docx", "", 0};

Table sample_table() {
  TableBuilder builder;
  builder.begin_row();
  builder.add(1, 2, "head");
  builder.begin_row();
  builder.add(1, 1, "1");
  builder.add(1, 1, "b,c");
  return builder.finish();
}

/// What the writer called `name` makes of the tables, and in how many pieces.
struct Written {
  std::string text;
  int pieces = 0;
};
Written written(std::string_view name, const std::vector<Table>& tables,
                const Source& from = source) {
  Written result;
  const auto all = [&](const TakeTable& take) -> Result<Source> {
    for (const Table& table : tables)
      take(from, table);
    return from;
  };
  const auto put = [&](std::string_view piece) {
    result.text += piece;
    ++result.pieces;
  };
  REQUIRE(find_writer(table_writers(), name)->write(all, put, Language::english));
  return result;
}

bool has(const std::string& text, std::string_view part) {
  return text.find(part) != std::string::npos;
}

} // namespace

TEST_CASE("tables come as JSON, CSV and HTML with their spans") {
  const std::vector<Table> tables{sample_table()};
  CHECK(written("csv", tables).text == "head,\r\n1,\"b,c\"\r\n");
  CHECK(has(written("html", tables).text, "<tr><td id=\"t1r1c1\" colspan=\"2\">head</td></tr>"));
  const auto json = nlohmann::json::parse(written("json", tables).text);
  CHECK(json["documents"][0]["source"]["name"] == "a.docx");
  CHECK(json["documents"][0]["tables"][0]["cells"][0]["c1"] == 1);
  CHECK(json["documents"][0]["tables"][0]["page"].is_null());
}

TEST_CASE("an empty line parts the tables of a CSV") {
  CHECK(written("csv", {sample_table(), sample_table()}).text ==
        "head,\r\n1,\"b,c\"\r\n\r\nhead,\r\n1,\"b,c\"\r\n");
}

TEST_CASE("a caption stands over its table, not in it") {
  Table table = sample_table();
  table.caption = "Table 1: what\nit says";
  CHECK(written("csv", {table}).text == "\"Table 1: what\nit says\"\r\nhead,\r\n1,\"b,c\"\r\n");
  CHECK(has(written("html", {table}).text, "Table 1: what it says</caption>"));
  const auto json = nlohmann::json::parse(written("json", {table}).text);
  CHECK(json["documents"][0]["tables"][0]["caption"] == table.caption);
  CHECK(json["documents"][0]["tables"][0]["rows"] == 2);
}

TEST_CASE("a document without tables is written, too") {
  CHECK(written("csv", {}).text.empty());
  CHECK(nlohmann::json::parse(written("json", {}).text)["documents"][0]["tables"].empty());
  CHECK(has(written("html", {}).text, "<h1>a.docx</h1>"));
  CHECK(written("xlsx", {}).text.starts_with("PK\x03\x04"));
}

TEST_CASE("no writer of text waits for the last table") {
  const std::vector<Table> tables(5, sample_table());
  for (const TableWriter& writer : table_writers())
    if (!writer.binary)
      CHECK(written(writer.name, tables).pieces >= 5);
}

TEST_CASE("markup in a table stays text") {
  const std::string evil = "</td><script>alert(1)</script>\"'&";
  Table table = sample_table();
  table.caption = table.cells[0].text = evil;
  Source named = source;
  named.name = evil;
  const std::string page = written("html", {table}, named).text;
  CHECK_FALSE(has(page, "<script"));
  CHECK(has(page, "&lt;script&gt;alert(1)&lt;/script&gt;&quot;&#39;&amp;"));
}

TEST_CASE("an error of reading comes through every writer") {
  for (const TableWriter& writer : table_writers()) {
    const auto broken = [](const TakeTable& take) -> Result<Source> {
      take(source, sample_table());
      return fail(Code::damaged, {"broken", "broken"});
    };
    const auto done = writer.write(
        broken, [](std::string_view) {}, Language::english);
    REQUIRE_FALSE(done);
    CHECK(done.error().code == Code::damaged);
  }
}
