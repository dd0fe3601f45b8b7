// SPDX-License-Identifier: GPL-3.0-or-later
// Rows inside drawn cells: where numbers show some, and where they only seem to.
#include "printed.h"
#include "tables/recover.h"

#include <catch2/catch.hpp>

#include <string>
#include <variant>
#include <vector>

using namespace gouji;
using namespace gouji::printed;

namespace {

/// A drawn table of two rows and four columns; the heads and the label are in it already.
Page two_drawn_rows() {
  Page page = blank_page();
  for (const double y : {200., 230., 290.})
    line(page, Axis::horizontal, y, 100, 340);
  for (const double x : {100., 160., 220., 280., 340.})
    line(page, Axis::vertical, x, 200, 290);
  const std::vector<std::string> heads = {"label", "first", "second", "third"};
  for (std::size_t c = 0; c < heads.size(); ++c)
    text(page, 105 + 60 * static_cast<double>(c), 217, heads[c]);
  return page;
}

Table only_table(const Page& page) {
  const std::vector<Block> flow = recover_page(page);
  REQUIRE(flow.size() == 1);
  return std::get<Table>(flow.front());
}

} // namespace

TEST_CASE("numbers line for line beside each other are rows that were not drawn") {
  Page page = two_drawn_rows();
  for (const double y : {245., 260., 275.})
    for (const double x : {105., 165., 225., 285.})
      text(page, x, y, "12");
  CHECK(only_table(page).rows == 4);
}

TEST_CASE("a number that its cell broke is one, wherever the others stand") {
  const double other = GENERATE(254., 260., 266.);
  Page page = two_drawn_rows();
  text(page, 105, other, "requests");
  for (const double x : {165., 285.}) {
    text(page, x, 254, "2");
    text(page, x, 266, "6");
  }
  text(page, 225, other, "0");
  const Table table = only_table(page);
  REQUIRE(table.rows == 2);
  CHECK(table.cells[5].text == "2\n6");
  CHECK(table.cells[6].text == "0");
}
