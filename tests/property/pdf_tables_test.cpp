// SPDX-License-Identifier: GPL-3.0-or-later
// Random merged tables printed as PDF come back: from characters and lines to the grid that was
// drawn.
#include "readers/pdf.h"
#include "support/pdf_writer.h"
#include "support/random_table.h"
#include "tables/recover.h"

#include <catch2/catch.hpp>

#include <set>

using namespace gouji;
using namespace gouji::test;

namespace {

constexpr double left = 40, top = 800, column_width = 44, row_height = 26, font_size = 8;

/// How the lines of a grid are drawn by the programs that make PDFs.
enum class Drawing { strokes, thin_fills };

/// Print shows a row only where some cell begins in it; one row or column of boxes is a frame or a
/// list as much as a table.
bool visible(const Table& table) {
  std::set<int> begun;
  for (const Cell& cell : table.cells)
    begun.insert(cell.row);
  return table.rows > 1 && table.columns > 1 && static_cast<int>(begun.size()) == table.rows;
}

std::string print(const Table& table, Drawing drawing) {
  PdfWriter pdf;
  pdf.begin_page(left * 2 + column_width * table.columns, 842);
  const auto side = [&](double x0, double y0, double x1, double y1) {
    if (drawing == Drawing::strokes)
      pdf.line(x0, y0, x1, y1);
    else
      pdf.fill_rect(x0 - 0.25, y0 - 0.25, x1 - x0 + 0.5, y1 - y0 + 0.5);
  };
  for (const Cell& cell : table.cells) {
    const double x0 = left + column_width * cell.column, x1 = x0 + column_width * cell.column_span;
    const double y1 = top - row_height * cell.row, y0 = y1 - row_height * cell.row_span;
    side(x0, y0, x1, y0);
    side(x0, y1, x1, y1);
    side(x0, y0, x0, y1);
    side(x1, y0, x1, y1);
    pdf.text(x0 + 4, (y0 + y1) / 2 - 3, font_size, cell.text);
  }
  return pdf.finish();
}

} // namespace

TEST_CASE("random merged tables printed as PDF come back exactly") {
  const unsigned first_seed = Catch::rngSeed() != 0 ? Catch::rngSeed() : 1;
  int printed = 0;
  for (const Drawing drawing : {Drawing::strokes, Drawing::thin_fills})
    for (unsigned seed = first_seed; seed < first_seed + 60; ++seed) {
      CAPTURE(static_cast<int>(drawing), seed);
      std::mt19937 random(seed);
      const Table table = random_table(random, 12, 10);
      if (!visible(table))
        continue;
      ++printed;
      Result<Document> document = pdf_format().read(as_bytes(print(table, drawing)));
      REQUIRE(document);
      const std::vector<Block> flow = recover_tables(std::move(*document));
      std::vector<Table> found;
      for (const Block& block : flow)
        if (const Table* read = std::get_if<Table>(&block))
          found.push_back(*read);
      REQUIRE(found.size() == 1);
      REQUIRE(grid_fault(found.front()) == "");
      REQUIRE(found.front().rows == table.rows);
      REQUIRE(found.front().columns == table.columns);
      REQUIRE(found.front().cells.size() == table.cells.size());
      for (std::size_t i = 0; i < table.cells.size(); ++i) {
        Cell read = found.front().cells[i], drawn = table.cells[i];
        read.origin = drawn.origin = {};
        REQUIRE(read == drawn);
      }
    }
  CHECK(printed > 60);
}
