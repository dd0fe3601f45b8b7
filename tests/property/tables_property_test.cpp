// SPDX-License-Identifier: GPL-3.0-or-later
// Random tables drawn as lines and characters must come back; random marks must never break a grid.
// --rng-seed time: others than the day before.
#include "tables/recover.h"

#include <catch2/catch.hpp>

#include <random>

using namespace gouji;

namespace {

constexpr double left = 50, top = 60, column = 60, row = 24;

/// A random grid whose spanning cells cover every place once; each cell has a text of its own.
Table random_table(std::mt19937& random) {
  const int rows = 3 + static_cast<int>(random() % 12),
            columns = 3 + static_cast<int>(random() % 6);
  Table table;
  table.rows = rows;
  table.columns = columns;
  std::vector<bool> taken(static_cast<std::size_t>(rows * columns), false);
  const auto at = [&](int r, int c) { return static_cast<std::size_t>(r * columns + c); };
  int number = 100;
  for (int r = 0; r < rows; ++r)
    for (int c = 0; c < columns; ++c) {
      if (taken[at(r, c)])
        continue;
      int down = random() % 5 == 0 ? 2 : 1, across = random() % 5 == 0 ? 2 : 1;
      down = std::min(down, rows - r);
      across = std::min(across, columns - c);
      if (across == 2 && taken[at(r, c + 1)])
        across = 1;
      for (int i = 0; i < down; ++i)
        for (int k = 0; k < across; ++k)
          taken[at(r + i, c + k)] = true;
      table.cells.push_back({r, c, down, across, std::to_string(number++), {}});
    }
  return table;
}

Page draw(const Table& table) {
  Page page;
  page.number = 1;
  page.width = 595;
  page.height = 842;
  for (const Cell& c : table.cells) {
    const double x0 = left + c.column * column, y0 = top + c.row * row;
    const double x1 = x0 + c.column_span * column, y1 = y0 + c.row_span * row;
    page.rulings.push_back({Axis::horizontal, y0, x0, x1, 0.5});
    page.rulings.push_back({Axis::horizontal, y1, x0, x1, 0.5});
    page.rulings.push_back({Axis::vertical, x0, y0, y1, 0.5});
    page.rulings.push_back({Axis::vertical, x1, y0, y1, 0.5});
    double x = x0 + 5;
    for (const char ch : c.text) {
      Glyph g;
      g.character = static_cast<char32_t>(ch);
      g.box = {x, y0 + 5, x + 5, y0 + 17};
      g.baseline = y0 + 14;
      g.font_size = 10;
      page.glyphs.push_back(g);
      x += 5;
    }
  }
  return page;
}

/// An edge no cell begins at is not drawn, so a grid comes back without it: positions by rank.
std::vector<Cell> ranked(const Table& table) {
  std::vector<int> rows(static_cast<std::size_t>(table.rows) + 1, 0);
  std::vector<int> columns(static_cast<std::size_t>(table.columns) + 1, 0);
  for (const Cell& c : table.cells) {
    rows[static_cast<std::size_t>(c.row)] = rows[static_cast<std::size_t>(c.row + c.row_span)] = 1;
    columns[static_cast<std::size_t>(c.column)] = 1;
    columns[static_cast<std::size_t>(c.column + c.column_span)] = 1;
  }
  for (auto* marks : {&rows, &columns}) {
    int rank = 0;
    for (int& m : *marks)
      m = m != 0 ? rank++ : rank;
  }
  std::vector<Cell> cells;
  for (const Cell& c : table.cells) {
    const int r = rows[static_cast<std::size_t>(c.row)];
    const int k = columns[static_cast<std::size_t>(c.column)];
    cells.push_back({r,
                     k,
                     rows[static_cast<std::size_t>(c.row + c.row_span)] - r,
                     columns[static_cast<std::size_t>(c.column + c.column_span)] - k,
                     c.text,
                     {}});
  }
  return cells;
}

} // namespace

TEST_CASE("random tables with merged cells come back as they were drawn") {
  std::mt19937 random(Catch::rngSeed());
  for (int i = 0; i < 200; ++i) {
    const Table drawn = random_table(random);
    const auto blocks = recover_page(draw(drawn));
    REQUIRE(blocks.size() == 1);
    const auto* table = std::get_if<Table>(&blocks.front());
    REQUIRE(table != nullptr);
    REQUIRE(grid_fault(*table).empty());
    std::vector<Cell> found = table->cells;
    for (Cell& c : found)
      c.origin = {};
    REQUIRE(found == ranked(drawn));
  }
}

TEST_CASE("random marks on a page never break a grid nor lose a character") {
  std::mt19937 random(Catch::rngSeed());
  const auto between = [&random](double a, double b) {
    return std::uniform_real_distribution<double>(a, b)(random);
  };
  for (int i = 0; i < 60; ++i) {
    Page page;
    page.number = 1;
    page.width = 600;
    page.height = 800;
    const int lines = static_cast<int>(random() % 80), glyphs = static_cast<int>(random() % 400);
    for (int k = 0; k < lines; ++k) {
      const double from = between(0, 500);
      page.rulings.push_back({random() % 2 == 0 ? Axis::horizontal : Axis::vertical,
                              12.0 * static_cast<double>(random() % 50), from,
                              from + between(0, 300), 0.5});
    }
    for (int k = 0; k < glyphs; ++k) {
      Glyph g;
      // A raster keeps characters apart, so that none passes for a copy of another.
      const double x = 20.0 * (k % 29), y = 20.0 * (k / 29);
      g.character = static_cast<char32_t>(U'a' + random() % 26);
      g.font_size = between(5, 14);
      g.box = {x, y, x + 6, y + g.font_size};
      g.baseline = y + 0.8 * g.font_size;
      g.turned = static_cast<std::int16_t>(random() % 12 == 0 ? 90 : 0);
      page.glyphs.push_back(g);
    }
    std::size_t letters = 0;
    const auto count = [&letters](const std::string& text) {
      for (const char c : text)
        letters += c >= 'a' && c <= 'z' ? 1 : 0;
    };
    for (const Block& block : recover_page(page)) {
      if (const auto* p = std::get_if<Paragraph>(&block)) {
        count(p->text);
        continue;
      }
      const Table& table = std::get<Table>(block);
      REQUIRE(grid_fault(table).empty());
      for (const Cell& c : table.cells)
        count(c.text);
    }
    REQUIRE(letters == static_cast<std::size_t>(glyphs));
  }
}
