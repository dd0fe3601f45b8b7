// SPDX-License-Identifier: GPL-3.0-or-later
// Forms are read when a document asks for them, the likeliest first.
#include "matching/layout_shelf.h"
#include "matching/matcher.h"
#include "unit/matching/layout_files.h"

using namespace gouji;
using gouji_test::read_file;

namespace {

/// A form with one table of one row; `tail` stands behind its head.
std::string form(const std::string& title, int year, const std::string& row) {
  return R"(<layout id="form" first-year=")" + std::to_string(year) +
         R"("><title en="t" zh="t"/><report-title label=")" + title +
         R"("/><table id="t"><name en="t" zh="t"/><block><columns><column id="number" label="件数"/></columns><rows><row id="r" label=")" +
         row + R"("/></rows></block></table></layout>)";
}

LayoutShelf shelf_of(const std::vector<std::string>& files) {
  LayoutShelf shelf;
  for (std::size_t i = 0; i < files.size(); ++i)
    REQUIRE(shelf.add(files[i], "form-" + std::to_string(i)));
  return shelf;
}

/// A paragraph and a table of a caption and one labelled number.
std::vector<Block> document(const std::string& title, const std::string& row) {
  TableBuilder table;
  table.begin_row();
  table.add(1, 1, "项目");
  table.add(1, 1, "件数");
  table.begin_row();
  table.add(1, 1, row);
  table.add(1, 1, "3");
  Paragraph heading;
  heading.text = title;
  return {heading, table.finish()};
}

} // namespace

TEST_CASE("forms with the document's title are tried first, the newest of them before the others") {
  const LayoutShelf shelf = shelf_of(
      {form("茶年报", 2019, "绿茶"), form("酒年报", 2022, "白酒"), form("茶年报", 2021, "红茶")});
  const LayoutShelf::Order tea = shelf.order_for(document("某镇茶年报", "绿茶"));
  CHECK(tea.forms == std::vector<std::size_t>{2, 0, 1});
  CHECK(tea.titled == 2);
  const LayoutShelf::Order unknown = shelf.order_for(document("总结", "绿茶"));
  CHECK(unknown.forms == std::vector<std::size_t>{1, 2, 0});
  CHECK(unknown.titled == 0);
}

TEST_CASE("a form behind its head is read, and its mistakes told, only when it is tried") {
  const std::string broken = form("酒年报", 2022, "白酒").substr(0, 150); // ends within the table
  const LayoutShelf shelf = shelf_of({broken, form("茶年报", 2021, "绿茶")});
  const Result<Report> fitting = match(document("茶年报", "绿茶"), shelf);
  REQUIRE(fitting);
  REQUIRE(fitting->layout);
  CHECK(fitting->layout->first_year == 2021);
  const Result<Report> other = match(document("酒年报", "白酒"), shelf);
  REQUIRE_FALSE(other);
  CHECK(other.error().source == "form-0");
}

TEST_CASE("a form that fits is found whatever title the document bears") {
  const LayoutShelf shelf = shelf_of({form("酒年报", 2022, "白酒"), form("茶年报", 2021, "绿茶")});
  const Result<Report> report = match(document("酒年报", "绿茶"), shelf);
  REQUIRE(report);
  REQUIRE(report->layout);
  CHECK(report->layout->first_year == 2021);
}

TEST_CASE("a head with a mistake is told at once") {
  LayoutShelf shelf;
  const Result<void> added =
      shelf.add("<layout first-year=\"soon\"><report-title label=\"茶\"/></layout>", "tea.xml");
  REQUIRE_FALSE(added);
  CHECK(added.error().source == "tea.xml");
  CHECK_FALSE(shelf.add("<layout", "tea.xml"));
}
