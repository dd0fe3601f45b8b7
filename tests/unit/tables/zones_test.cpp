// SPDX-License-Identifier: GPL-3.0-or-later
// The columns of text of a page are found however their lines stand to each other.
#include "tables/legible_glyphs.h"
#include "tables/zones.h"
#include "unit/tables/printed.h"

#include <catch2/catch.hpp>

#include <vector>

using namespace gouji;

namespace {

constexpr double pitch = 12, left = 60, right = 320; // points

/// Lines of prose from (x, y) on.
void prose(Page& page, double x, double y, int lines) {
  for (int i = 0; i < lines; ++i)
    printed::text(page, x, y + pitch * i, "lines of prose that fill a column of text", 9);
}

/// Rows of a table as wide as a column.
void rows(Page& page, double x, double y, int count) {
  for (int i = 0; i < count; ++i)
    for (const double column : {0., 80., 150.})
      printed::text(page, x + column, y + pitch * i, "123.4", 9);
}

std::vector<Zone> zones_of(const Page& page) {
  return split_zones(make_lines(legible_glyphs(page)), page.width, page.height);
}

/// Is the page parted between the two columns, and nowhere else?
void check_columns(const std::vector<Zone>& zones) {
  REQUIRE(zones.size() == 2);
  CHECK(zones[0].box.x1 > left + 180);
  CHECK(zones[0].box.x1 < right);
  CHECK(zones[1].box.x0 == zones[0].box.x1);
}

} // namespace

TEST_CASE("columns of prose are parted when their lines keep to common baselines, and when not") {
  const double offset = GENERATE(0., 4., 6.);
  Page page = printed::blank_page();
  prose(page, left, 100, 20);
  prose(page, right, 100 + offset, 20);
  check_columns(zones_of(page));
}

TEST_CASE("columns are parted where each has its prose beside the table of the other") {
  Page page = printed::blank_page();
  prose(page, left, 100, 10);
  rows(page, left, 100 + 10 * pitch, 10);
  rows(page, right, 100, 10);
  prose(page, right, 100 + 10 * pitch, 10);
  check_columns(zones_of(page));
}

TEST_CASE("lines across the page are no columns, nor is a table below them") {
  Page page = printed::blank_page();
  prose(page, left, 100, 10);
  rows(page, left, 100 + 10 * pitch, 10);
  CHECK(zones_of(page).size() == 1);
}
