// SPDX-License-Identifier: GPL-3.0-or-later
// Diagrams are told from tables by what is drawn, and tables are never taken for them.
#include "tables/charts.h"
#include "tables/recover.h"
#include "unit/tables/printed.h"

#include <catch2/catch.hpp>

#include <algorithm>

using namespace gouji;
using namespace gouji::printed;

namespace {

std::vector<Diagram> charts_of(const Page& page) {
  return find_charts(page, clean_rulings(page.rulings));
}

/// A bar chart as office programs print it: scale, grid lines, bars with their values, labels.
Page bar_chart(bool ticks, bool bars) {
  Page page = blank_page();
  const double left = 120, bottom = 400, step = 30;
  line(page, Axis::vertical, left, bottom - 5 * step, bottom);
  line(page, Axis::horizontal, bottom, left, left + 6 * step);
  for (int i = 0; i <= 5; ++i) {
    const double y = bottom - i * step;
    if (ticks)
      line(page, Axis::horizontal, y, left - 3, left);
    line(page, Axis::horizontal, y, left, left + 6 * step);
    text(page, left - 24, y + 3, std::to_string(20 * i));
  }
  const double heights[] = {35, 80, 120, 60, 95, 20};
  for (int i = 0; i < 6; ++i) {
    const double x = left + i * step;
    if (bars)
      page.shadings.push_back({{x + 8, bottom - heights[i], x + 22, bottom}, 0xFF0000});
    text(page, x + 9, bottom - heights[i] - 3, std::to_string(static_cast<int>(heights[i])));
    text(page, x + 5, bottom + 12, std::to_string(2001 + i));
  }
  return page;
}

bool has_table(const Page& page) {
  const std::vector<Block> blocks = recover_page(page);
  return std::any_of(blocks.begin(), blocks.end(),
                     [](const Block& b) { return std::holds_alternative<Table>(b); });
}

/// A grid of `rows` x `columns` cells of 60 x 18 points with numbers, lines of `thickness`.
Page table_page(int rows, int columns) {
  Page page = blank_page();
  for (int r = 0; r <= rows; ++r)
    line(page, Axis::horizontal, 200 + 18 * r, 100, 100 + 60 * columns);
  for (int c = 0; c <= columns; ++c)
    line(page, Axis::vertical, 100 + 60 * c, 200, 200 + 18 * rows);
  for (int r = 0; r < rows; ++r)
    for (int c = 0; c < columns; ++c)
      text(page, 104 + 60 * c, 213 + 18 * r, std::to_string(10 * r + c));
  return page;
}

} // namespace

TEST_CASE("a chart with a scale is no table") {
  const Page page = bar_chart(true, false);
  CHECK(charts_of(page).size() == 1);
  CHECK_FALSE(has_table(page));
}

TEST_CASE("a chart with bars is no table") {
  const Page page = bar_chart(false, true);
  CHECK(charts_of(page).size() == 1);
  CHECK_FALSE(has_table(page));
}

TEST_CASE("all text of a chart is kept") {
  std::string all;
  for (const Block& block : recover_page(bar_chart(true, true)))
    if (const auto* p = std::get_if<Paragraph>(&block))
      all += p->text + " ";
  for (const char* label : {"100", "2001", "2006", "120"})
    CHECK(all.find(label) != std::string::npos);
}

TEST_CASE("a table beside a chart is still found") {
  Page page = bar_chart(true, true);
  const Page table = table_page(4, 4);
  for (Ruling r : table.rulings) {
    (r.axis == Axis::horizontal ? r.position : r.from) += 300;
    if (r.axis == Axis::vertical)
      r.to += 300;
    page.rulings.push_back(r);
  }
  for (Glyph g : table.glyphs) {
    g.box.y0 += 300;
    g.box.y1 += 300;
    g.baseline += 300;
    page.glyphs.push_back(g);
  }
  CHECK(charts_of(page).size() == 1);
  CHECK(has_table(page));
}

TEST_CASE("borders of tables are no scales") {
  Page page = table_page(6, 3);
  SECTION("plain lines") {}
  SECTION("corners painted as squares, as word processors do") {
    for (int r = 0; r <= 6; ++r)
      page.rulings.push_back({Axis::horizontal, 200.0 + 18 * r, 99, 101, 2});
  }
  SECTION("short strokes that join the two lines of a double border") {
    line(page, Axis::vertical, 96, 196, 312);
    for (int r = 0; r <= 6; ++r)
      line(page, Axis::horizontal, 200 + 18 * r, 96, 100);
  }
  SECTION("lines that run a little over the border") {
    for (Ruling& r : page.rulings)
      if (r.axis == Axis::horizontal)
        r.from -= 3;
  }
  SECTION("what a page break leaves of even columns above the first line") {
    for (int c = 0; c <= 3; ++c)
      line(page, Axis::vertical, 100 + 60 * c, 197, 200);
  }
  CHECK(charts_of(page).empty());
  CHECK(has_table(page));
}

TEST_CASE("backgrounds of cells are no bars") {
  Page page = table_page(6, 5);
  SECTION("every second column") {
    for (int c = 0; c < 5; c += 2)
      page.shadings.push_back({{100.0 + 60 * c, 200, 160.0 + 60 * c, 308}, 0xDDDDDD});
  }
  SECTION("cells that touch") {
    for (int c = 0; c < 5; ++c)
      page.shadings.push_back({{100.0 + 60 * c, 200.0 + 18 * c, 160.0 + 60 * c, 308}, 0xDDDDDD});
  }
  CHECK(charts_of(page).empty());
  CHECK(has_table(page));
}
