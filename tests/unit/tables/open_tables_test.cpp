// SPDX-License-Identifier: GPL-3.0-or-later
// Tables without lines whose cells are centred beside each other, so that lines share no baselines.
#include "tables/recover.h"
#include "unit/tables/printed.h"

#include <catch2/catch.hpp>

#include <stdexcept>
#include <string>
#include <vector>

using namespace gouji;
using namespace gouji::printed;

namespace {

using Lines = std::vector<const char*>;

constexpr double size = 9, line_step = 15, column = 60, first_column = 240;

/// The lines, each centred on x; as a whole centred on y.
void centred(Page& page, double x, double y, const Lines& lines) {
  double at = y - line_step * (static_cast<double>(lines.size()) - 1) / 2;
  for (const std::string letters : lines) {
    text(page, x - static_cast<double>(letters.size()) * size / 4, at, letters, size);
    at += line_step;
  }
}

void label(Page& page, double y, const Lines& lines) {
  double at = y - line_step * (static_cast<double>(lines.size()) - 1) / 2;
  for (const char* letters : lines) {
    text(page, 60, at, letters, size);
    at += line_step;
  }
}

void numbers(Page& page, double y, const Lines& row) {
  double x = first_column;
  for (const char* number : row) {
    centred(page, x, y, {number});
    x += column;
  }
}

Table only_table(const std::vector<Block>& flow) {
  std::vector<Table> tables;
  for (const Block& block : flow)
    if (const auto* table = std::get_if<Table>(&block))
      tables.push_back(*table);
  REQUIRE(tables.size() == 1);
  return tables.front();
}

const Cell& cell_at(const Table& table, int row, int column_index) {
  for (const Cell& cell : table.cells)
    if (cell.covers(row, column_index))
      return cell;
  throw std::logic_error("a place without a cell");
}

void head(Page& page) {
  centred(page, first_column + column * 1.5, 100, {"Organisations"});
  centred(page, first_column, 145, {"Per", "sons"});
  centred(page, first_column + column, 145, {"Firms"});
  centred(page, first_column + column * 2, 145, {"Legal", "ser", "vices"});
  centred(page, first_column + column * 3, 145, {"All"});
}

} // namespace

TEST_CASE("lines of a header that share no baselines are cells of their columns") {
  Page page = blank_page();
  head(page);
  label(page, 200, {"Asked this year"});
  numbers(page, 200, {"27", "1", "4", "32"});
  label(page, 240, {"Asked last year"});
  numbers(page, 240, {"1", "0", "2", "3"});
  const Table table = only_table(recover_page(page));
  REQUIRE(table.columns == 5);
  REQUIRE(table.rows >= 3);
  const int above = table.rows - 3;
  CHECK(cell_at(table, above, 1).text == "Per\nsons");
  CHECK(cell_at(table, above, 2).text == "Firms");
  CHECK(cell_at(table, above, 3).text == "Legal\nser\nvices");
  CHECK(cell_at(table, above, 4).text == "All");
  CHECK(cell_at(table, above + 1, 0).text == "Asked this year");
  CHECK(cell_at(table, above + 2, 4).text == "3");
}

TEST_CASE("numbers stand in the middle of the lines that are their row's label") {
  Page page = blank_page();
  head(page);
  const std::vector<Lines> labels = {{"1. secrets of", "the state"},
                                     {"2. what a law", "forbids to", "give to any"},
                                     {"3. matters of", "the house"},
                                     {"4. applicants", "who did not", "pay the fee", "in time"},
                                     {"5. all others", "there are"}};
  double y = 200;
  for (const auto& lines : labels) { // as close as the lines of each label
    const double half = line_step * static_cast<double>(lines.size()) / 2;
    label(page, y + half, lines);
    numbers(page, y + half, {"1", "2", "3", "6"});
    y += 2 * half;
  }
  const Table table = only_table(recover_page(page));
  REQUIRE(table.rows >= 6);
  const int first = table.rows - 5;
  CHECK(cell_at(table, first, 0).text == "1. secrets of\nthe state");
  CHECK(cell_at(table, first + 1, 0).text == "2. what a law\nforbids to\ngive to any");
  CHECK(cell_at(table, first + 2, 0).text == "3. matters of\nthe house");
  CHECK(cell_at(table, first + 3, 0).text == "4. applicants\nwho did not\npay the fee\nin time");
  CHECK(cell_at(table, first + 4, 0).text == "5. all others\nthere are");
  for (int r = first; r < table.rows; ++r)
    CHECK(cell_at(table, r, 4).text == "6");
}

TEST_CASE("a page break may leave one row of numbers of a table") {
  Document document;
  document.pages.push_back(blank_page());
  Page& first = document.pages.front();
  head(first);
  label(first, 200, {"Asked this year"});
  numbers(first, 200, {"27", "1", "4", "32"});
  label(first, 240, {"Asked last year"});
  numbers(first, 240, {"1", "0", "2", "3"});
  document.pages.push_back(blank_page());
  Page& second = document.pages.back();
  second.number = 2;
  label(second, 60, {"Answered"});
  numbers(second, 60, {"28", "1", "6", "35"});
  const Table table = only_table(recover_tables(std::move(document)));
  REQUIRE(table.columns == 5);
  CHECK(cell_at(table, table.rows - 2, 4).text == "3");
  CHECK(cell_at(table, table.rows - 1, 4).text == "35");
}
