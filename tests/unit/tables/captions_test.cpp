// SPDX-License-Identifier: GPL-3.0-or-later
// Captions of tables, and tables that go on in the next column or under a repeated caption.
#include "tables/captions.h"
#include "tables/recover.h"
#include "unit/tables/printed.h"

#include <catch2/catch.hpp>

#include <string>
#include <variant>
#include <vector>

using namespace gouji;
using printed::blank_page;
using printed::text;

namespace {

/// A drawn table with its upper left corner at (x, y): rows of 20 points, columns of 100.
void draw_table(Page& page, double x, double y, const std::vector<std::vector<std::string>>& rows) {
  const auto height = 20 * static_cast<double>(rows.size());
  const auto columns = rows.front().size();
  for (std::size_t r = 0; r <= rows.size(); ++r)
    printed::line(page, Axis::horizontal, y + 20 * static_cast<double>(r), x,
                  x + 100 * static_cast<double>(columns));
  for (std::size_t c = 0; c <= columns; ++c)
    printed::line(page, Axis::vertical, x + 100 * static_cast<double>(c), y, y + height);
  for (std::size_t r = 0; r < rows.size(); ++r)
    for (std::size_t c = 0; c < columns; ++c)
      text(page, x + 5 + 100 * static_cast<double>(c), y + 14 + 20 * static_cast<double>(r),
           rows[r][c]);
}

const std::vector<std::vector<std::string>> cells{{"name", "sum"}, {"a", "1"}, {"b", "2"}};
const std::vector<std::vector<std::string>> more{{"name", "sum"}, {"c", "3"}};

std::vector<Table> tables_of(std::vector<Page> pages) {
  Document document;
  document.format = "pdf";
  document.pages = std::move(pages);
  std::vector<Table> tables;
  for (Block& block : recover_tables(std::move(document)))
    if (auto* table = std::get_if<Table>(&block))
      tables.push_back(std::move(*table));
  return tables;
}

/// The caption of the page's one table.
std::string caption_of(Page page) {
  const std::vector<Table> tables = tables_of({std::move(page)});
  REQUIRE(tables.size() == 1);
  return tables.front().caption;
}

void prose(Page& page, double y) {
  for (int i = 0; i < 4; ++i)
    text(page, 60, y + 12 * i,
         "prose that runs from one side of the page to the other and says much");
}

} // namespace

TEST_CASE("a kind and a number begin a caption, dates and counts do not") {
  for (const char* label : {"Table 3", "Tab. 1.2", "TABLE A-1", "Exhibit B.4", "表3", "表 2-1"}) {
    const std::string text = label;
    CHECK(label_length(text) == text.size());
    CHECK(label_length(text + ": what it says") == text.size());
  }
  CHECK(label_length("Table 3 Results") == 7);
  for (const char* text :
       {"", "In 2009 the sum", "In 12 cases", "the 3 largest", "Results", "共12件",
        "二、主动公开政府信息情况", "12 Table", "Internationalization 3"})
    CHECK(label_length(text) == 0);
}

TEST_CASE("a short line alone over a table is its caption, prose is not") {
  Page page = blank_page();
  prose(page, 100);
  draw_table(page, 60, 200, cells);
  SECTION("a short line") {
    text(page, 60, 190, "What it says");
    CHECK(caption_of(page) == "What it says");
  }
  SECTION("only prose") {
    CHECK(caption_of(page).empty());
  }
  SECTION("far away") {
    text(page, 60, 160, "What it says");
    CHECK(caption_of(page).empty());
  }
}

TEST_CASE("a caption with a number may have two lines, a line of units below it, or stand below") {
  Page page = blank_page();
  draw_table(page, 60, 200, cells);
  SECTION("two lines") {
    text(page, 60, 174, "Table 3: What this table says in so many words");
    text(page, 90, 185, "that they need two lines");
    CHECK(caption_of(page) ==
          "Table 3: What this table says in so many words that they need two lines");
  }
  SECTION("units") {
    text(page, 60, 172, "Table 3: What it says");
    text(page, 220, 192, "in euro");
    CHECK(caption_of(page) == "Table 3: What it says");
  }
  SECTION("below") {
    text(page, 60, 274, "Table 3: What it says");
    CHECK(caption_of(page) == "Table 3: What it says");
  }
  SECTION("a note below is none") {
    text(page, 60, 274, "Source: somewhere");
    CHECK(caption_of(page).empty());
  }
}

TEST_CASE("a table that goes on beside itself under the same header is one table") {
  Page page = blank_page();
  draw_table(page, 60, 200, cells);
  SECTION("the header is repeated") {
    draw_table(page, 320, 200, more);
    const std::vector<Table> tables = tables_of({page});
    REQUIRE(tables.size() == 1);
    CHECK(tables.front().rows == 4);
    CHECK(tables.front().cells.back().text == "3");
  }
  SECTION("another header") {
    draw_table(page, 320, 200, {{"name", "share"}, {"c", "3"}});
    CHECK(tables_of({page}).size() == 2);
  }
  SECTION("one below the other") {
    draw_table(page, 320, 300, more);
    CHECK(tables_of({page}).size() == 2);
  }
}

TEST_CASE("a table that repeats its number on the next page is one, notes between follow it") {
  Page first = blank_page(), second = blank_page();
  second.number = 2;
  text(first, 60, 190, "Table 3: What it says");
  draw_table(first, 60, 200, cells);
  text(first, 60, 276, "See notes at the end of the table.");
  draw_table(second, 60, 200, more);
  SECTION("the same number") {
    text(second, 60, 190, "Table 3: What it says, continued");
    Document document;
    document.pages = {first, second};
    const std::vector<Block> flow = recover_tables(std::move(document));
    REQUIRE(flow.size() == 3);
    CHECK(std::get<Table>(flow[1]).rows == 4);
    CHECK(std::get<Table>(flow[1]).caption == "Table 3: What it says");
    CHECK(std::get<Paragraph>(flow[2]).text == "See notes at the end of the table.");
  }
  SECTION("another number") {
    text(second, 60, 190, "Table 4: What it says");
    CHECK(tables_of({first, second}).size() == 2);
  }
}
