// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/document.h"

#include <catch2/catch.hpp>

using namespace gouji;

TEST_CASE("cells slide past occupied places and holes are filled, as browsers do") {
  TableBuilder builder;
  builder.begin_row();
  builder.add(2, 1, "a");
  builder.add(1, 2, "b");
  builder.begin_row();
  builder.add(1, 1, "c");
  const Table table = builder.finish();
  CHECK(table.rows == 2);
  CHECK(table.columns == 3);
  CHECK(grid_fault(table) == "");
  REQUIRE(table.cells.size() == 4);
  CHECK(table.cells[2] == Cell{1, 1, 1, 1, "c", {}});
}

TEST_CASE("a row span beyond the table ends with it") {
  TableBuilder builder;
  builder.begin_row();
  builder.add(0, 1, "to the end");
  builder.add(9, 1, "too far");
  builder.begin_row();
  builder.add(1, 1, "x");
  const Table table = builder.finish();
  CHECK(grid_fault(table) == "");
  CHECK(table.cells[0].row_span == 2);
  CHECK(table.cells[1].row_span == 2);
  CHECK(table.columns == 3);
}

TEST_CASE("a grid fault is told") {
  Table table{{}, 1, 2, {{0, 0, 1, 1, "", {}}}, {}, 0, 1, {}};
  CHECK(grid_fault(table) == "nothing covers (0, 1)");
  table.cells.push_back({0, 0, 1, 2, "", {}});
  CHECK(grid_fault(table) == "cell (0, 0) is out of order");
}

TEST_CASE("overlapping pictures count once") {
  Page page{1, 100, 100, {}, {}, {}, {{0, 0, 50, 100}, {25, 0, 75, 50}, {90, -50, 200, 10}}};
  CHECK(image_coverage(page) == Approx(0.5 + 0.125 + 0.01));
}
