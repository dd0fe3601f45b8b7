// SPDX-License-Identifier: GPL-3.0-or-later
// What recovery says about its tables: what supports each boundary, how sure it is, what lost.
#include "tables/explain.h"
#include "tables/turn.h"
#include "unit/tables/printed.h"

#include <catch2/catch.hpp>

#include <algorithm>
#include <array>
#include <limits>
#include <map>
#include <stdexcept>

using namespace gouji;
using namespace gouji::printed;

namespace {

constexpr double left = 100, top = 200, width = 70, height = 16;

/// Text of a table of `rows` x `columns`; `inset` leaves white at the left of each column.
Page words_of_table(int rows, int columns, double inset = 6) {
  Page page = blank_page();
  for (int r = 0; r < rows; ++r)
    for (int c = 0; c < columns; ++c)
      text(page, left + width * c + inset, top + height * r + 11,
           r == 0   ? "Head" + std::to_string(c)
           : c == 0 ? "label" + std::to_string(r)
                    : std::to_string(100 * r + c));
  return page;
}

void draw_grid(Page& page, int rows, int columns) {
  for (int r = 0; r <= rows; ++r)
    line(page, Axis::horizontal, top + height * r, left, left + width * columns);
  for (int c = 0; c <= columns; ++c)
    line(page, Axis::vertical, left + width * c, top, top + height * rows);
}

const Table& only_table(const PageEvidence& evidence) {
  REQUIRE(evidence.boundaries.size() == 1);
  for (const Block& block : evidence.blocks)
    if (const auto* table = std::get_if<Table>(&block))
      return *table;
  throw std::logic_error("no table");
}

/// How often each support occurs among the inner boundaries of a kind.
std::map<Support, int> supports(const PageEvidence& evidence, bool column) {
  std::map<Support, int> counts;
  const Table& table = only_table(evidence);
  for (const Boundary& b : evidence.boundaries.front())
    if (b.chosen && b.column == column && b.index > 0 &&
        b.index < (column ? table.columns : table.rows))
      ++counts[b.support];
  return counts;
}

} // namespace

TEST_CASE("drawn boundaries are supported by their lines") {
  Page page = words_of_table(5, 4);
  draw_grid(page, 5, 4);
  const PageEvidence e = explain_page(page);
  CHECK(supports(e, true) == std::map<Support, int>{{Support::line, 3}});
  CHECK(supports(e, false) == std::map<Support, int>{{Support::line, 4}});
  CHECK(only_table(e).confidence > 0.95);
  for (const Boundary& b : e.boundaries.front())
    CHECK(b.confidence > 0.9);
}

TEST_CASE("boundaries of shaded cells are supported by their backgrounds") {
  Page page = words_of_table(5, 4);
  for (int r = 0; r < 5; ++r)
    for (int c = 0; c < 4; ++c)
      page.shadings.push_back({{left + width * c, top + height * r, left + width * (c + 1) - 1,
                                top + height * (r + 1) - 1},
                               0xEEEEEE});
  const PageEvidence e = explain_page(page);
  CHECK(supports(e, true) == std::map<Support, int>{{Support::background, 3}});
  CHECK(supports(e, false) == std::map<Support, int>{{Support::background, 4}});
}

TEST_CASE("boundaries without lines are supported by white space") {
  const PageEvidence e = explain_page(words_of_table(6, 4));
  CHECK(supports(e, true) == std::map<Support, int>{{Support::white, 3}});
  CHECK(supports(e, false) == std::map<Support, int>{{Support::white, 5}});
}

TEST_CASE("every side of every cell is in exactly one boundary, also on a turned page") {
  Page page = words_of_table(6, 4);
  draw_grid(page, 6, 4);
  // Two cells of the first row are one, and so are three of the last column.
  std::erase_if(page.rulings, [](const Ruling& r) {
    return r.axis == Axis::vertical && r.position == left + width;
  });
  line(page, Axis::vertical, left + width, top + height, top + 6 * height);
  for (const int turned : {0, 90, 180, 270}) {
    INFO(turned);
    const Page seen = turned == 0 ? page : turned_upright(page, turned);
    const PageEvidence e = explain_page(seen);
    const Table& table = only_table(e);
    CHECK(table.rows == 6);
    CHECK(table.columns == 4);
    // (column?, index, place along it) -> how often
    std::map<std::array<int, 3>, int> found;
    for (const Boundary& b : e.boundaries.front())
      for (int i = b.first; i <= b.last; ++i)
        ++found[{b.column ? 1 : 0, b.index, i}];
    const Grid grid(table);
    for (int r = 0; r < table.rows; ++r)
      for (int c = 0; c <= table.columns; ++c) {
        INFO("column side " << c << " in row " << r);
        CHECK(found[{1, c, r}] == (grid.at(r, c - 1) != grid.at(r, c) ? 1 : 0));
      }
    for (int c = 0; c < table.columns; ++c)
      for (int r = 0; r <= table.rows; ++r) {
        INFO("row side " << r << " in column " << c);
        CHECK(found[{0, r, c}] == (grid.at(r - 1, c) != grid.at(r, c) ? 1 : 0));
      }
  }
}

TEST_CASE("a character that is placed nowhere changes no boundary") {
  Page page = words_of_table(6, 4);
  draw_grid(page, 6, 4);
  const auto boundaries = explain_page(page).boundaries;
  Glyph nowhere = page.glyphs.front();
  nowhere.box.x0 = nowhere.box.x1 = std::numeric_limits<double>::quiet_NaN();
  page.glyphs.push_back(nowhere);
  CHECK(explain_page(page).boundaries == boundaries);
}

TEST_CASE("confidence falls with what speaks against a table") {
  Page drawn = words_of_table(6, 4);
  draw_grid(drawn, 6, 4);
  const double sure = only_table(explain_page(drawn)).confidence;
  const double open = only_table(explain_page(words_of_table(6, 4))).confidence;
  CHECK(sure > open);

  SECTION("lines that cut words") {
    Page cut = words_of_table(6, 4, 56); // the words reach over the line right of them
    draw_grid(cut, 6, 5);
    CHECK(only_table(explain_page(cut)).confidence < 0.5 * sure);
  }
  SECTION("columns that a line leaves out") {
    Page page = words_of_table(6, 4);
    draw_grid(page, 6, 4);
    std::erase_if(page.rulings, [](const Ruling& r) {
      return r.axis == Axis::vertical && r.position == left + 2 * width;
    });
    CHECK(only_table(explain_page(page)).confidence < sure - 0.1);
  }
  SECTION("text across the white between columns") {
    Page page = words_of_table(9, 4);
    text(page, left + 6, top + 9 * height + 11, "a label that runs far into the next columns");
    for (int c = 2; c < 4; ++c)
      text(page, left + width * c + 60, top + 9 * height + 11, "77");
    CHECK(only_table(explain_page(page)).confidence < open);
  }
}

TEST_CASE("letters across a boundary take from its confidence") {
  Page page = words_of_table(6, 3);
  draw_grid(page, 6, 3);
  const PageEvidence clean = explain_page(page);
  for (int r = 1; r < 6; ++r)
    text(page, left + width - 6, top + height * r + 11, "xxxx");
  const PageEvidence crossed = explain_page(page);
  const auto worst = [](const PageEvidence& e) {
    double least = 1;
    for (const Boundary& b : e.boundaries.front())
      if (b.column && b.index == 1)
        least = std::min(least, b.confidence);
    return least;
  };
  CHECK(worst(crossed) < 0.7 * worst(clean));
}

TEST_CASE("a line inside a cell is told of, not taken") {
  Page page = words_of_table(5, 3);
  draw_grid(page, 5, 3);
  line(page, Axis::horizontal, top + height * 2 + 7, left + 10, left + 40); // struck through
  const PageEvidence e = explain_page(page);
  CHECK(only_table(e).rows == 5);
  const auto lost = std::count_if(e.boundaries.front().begin(), e.boundaries.front().end(),
                                  [](const Boundary& b) { return !b.chosen; });
  CHECK(lost == 1);
}

TEST_CASE("readings that lost are kept with their reason") {
  SECTION("a frame around text") {
    Page page = words_of_table(5, 3);
    draw_grid(page, 5, 3);
    for (int r = 0; r <= 4; ++r)
      line(page, Axis::horizontal, 500 + 30 * r, 100, 400);
    line(page, Axis::vertical, 100, 500, 620);
    line(page, Axis::vertical, 250, 500, 620);
    line(page, Axis::vertical, 400, 500, 620);
    const PageEvidence e = explain_page(page);
    CHECK(std::count_if(e.readings.begin(), e.readings.end(),
                        [](const Reading& r) { return !r.chosen && r.box.y0 > 490; }) == 1);
  }
  SECTION("lines alone, where text shows more rows") {
    Page page = words_of_table(6, 3);
    draw_grid(page, 1, 3); // the head only, and one box for all rows
    for (int c = 0; c <= 3; ++c)
      line(page, Axis::vertical, left + width * c, top, top + 6 * height);
    line(page, Axis::horizontal, top + 6 * height, left, left + 3 * width);
    const PageEvidence e = explain_page(page);
    CHECK(only_table(e).rows == 6);
    REQUIRE(e.readings.size() == 2);
    CHECK(e.readings[0].method == Method::drawn);
    CHECK_FALSE(e.readings[0].chosen);
    CHECK(e.readings[1].method == Method::continued);
    CHECK(e.readings[1].chosen);
    CHECK(e.readings[1].score > e.readings[0].score);
  }
}
