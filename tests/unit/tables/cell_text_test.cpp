// SPDX-License-Identifier: GPL-3.0-or-later
// The text of cells, from PDFs that print it in all the ways that lead readers astray.
#include "support/pdf_pages.h"
#include "tables/recover.h"
#include "tables/text_layer.h"

#include <catch2/catch.hpp>

#include <string>
#include <variant>
#include <vector>

using namespace gouji;
using namespace gouji::test;

namespace {

/// A page with a drawn table of two rows and two columns, each cell 150 x 100 points; what is under
/// test is drawn into the upper left one, whose lower left corner is (50, 650).
class FourCells {
public:
  FourCells() {
    writer.begin_page();
    for (const double x : {50., 200., 350.})
      writer.line(x, 550, x, 750);
    for (const double y : {550., 650., 750.})
      writer.line(50, y, 350, y);
    writer.text(210, 700, 10, "second column");
    writer.text(60, 600, 10, "second row");
    writer.text(210, 600, 10, "last of the cells");
  }

  /// The text of the upper left cell. The others must have kept theirs.
  std::string first_cell() {
    const std::vector<Block> flow = recover_tables(read_pdf(writer.finish()));
    REQUIRE(flow.size() == 1);
    const Table& table = std::get<Table>(flow.front());
    REQUIRE(table.cells.size() == 4);
    CHECK(table.cells[1].text == "second column");
    CHECK(table.cells[2].text == "second row");
    CHECK(table.cells[3].text == "last of the cells");
    return table.cells[0].text;
  }

  PdfWriter writer;
};

} // namespace

TEST_CASE("a cell reads from top to bottom and left to right, whatever is drawn first") {
  FourCells page;
  page.writer.text(60, 690, 10, "third");
  page.writer.text(90, 710, 10, "second");
  page.writer.text(60, 710, 10, "first");
  CHECK(page.first_cell() == "first second\nthird");
}

TEST_CASE("a ligature in a cell is its letters") {
  FourCells page;
  page.writer.text(60, 700, 10, "oﬃce ﬁle");
  CHECK(page.first_cell() == "office file");
}

TEST_CASE("letters that a gap of the file's own spacing sets apart stay one word") {
  FourCells page;
  page.writer.raw("BT /F1 10 Tf 0.8 Tc 60 700 Td " + page.writer.encoded("total") + " Tj ET");
  CHECK(page.first_cell() == "total");
}

TEST_CASE("text turned in its cell is read along its direction") {
  const auto [matrix, second] = GENERATE(std::pair{"0 1 -1 0 100 660", "0 1 -1 0 115 660"},
                                         std::pair{"0 -1 1 0 115 740", "0 -1 1 0 100 740"});
  FourCells page;
  const std::string first = page.writer.encoded("turned text");
  page.writer.raw(std::string("BT /F1 10 Tf ") + matrix + " Tm " + first + " Tj ET");
  page.writer.raw(std::string("BT /F1 10 Tf ") + second + " Tm " + page.writer.encoded("below") +
                  " Tj ET");
  CHECK(page.first_cell() == "turned text\nbelow");
}

TEST_CASE("letters drawn twice to look bold are there once, doubled letters twice") {
  FourCells page;
  for (const double shift : {0., 0.3, 0.6})
    page.writer.text(60 + shift, 700, 10, "11 committees");
  CHECK(page.first_cell() == "11 committees");
}

TEST_CASE("a text layer under text that is seen is not read again, one under a picture is") {
  FourCells page;
  page.writer.text(60, 720, 10, "seen");
  page.writer.raw("BT /F1 10 Tf 3 Tr 60.5 719 Td " + page.writer.encoded("sccn") + " Tj ET");
  page.writer.raw("BT /F1 10 Tf 3 Tr 60 690 Td " + page.writer.encoded("layer") + " Tj ET");
  CHECK(page.first_cell() == "seen\nlayer");
}

TEST_CASE("super- and subscripts stand where they are read") {
  FourCells page;
  page.writer.text(60, 720, 10, "120 m");
  page.writer.text(85.5, 724, 6, "2");
  page.writer.text(60, 690, 10, "CO");
  page.writer.text(70.5, 687, 6, "2");
  page.writer.text(76, 690, 10, "total");
  CHECK(page.first_cell() == "120 m2\nCO2 total");
}

TEST_CASE("a hyphen at the end of a line is kept as printed") {
  FourCells page;
  page.writer.text(60, 710, 10, "govern-");
  page.writer.text(60, 697, 10, "ment");
  CHECK(page.first_cell() == "govern-\nment");
}

TEST_CASE("Chinese text has no spaces, neither where it is justified nor where it meets numbers") {
  FourCells page;
  page.writer.raw("BT /F1 10 Tf 3 Tc 60 710 Td " + page.writer.encoded("本年收到") + " Tj ET 0 Tc");
  page.writer.text(60, 690, 10, "共12件");
  CHECK(page.first_cell() == "本年收到\n共12件");
}

TEST_CASE("Chinese set wide to fill its cell has no spaces, two words do") {
  FourCells page;
  double x = 60;
  for (const char* character : {"本", "年", "收", "到"}) {
    page.writer.text(x, 710, 10, character);
    x += 30;
  }
  page.writer.text(60, 690, 10, "单位");
  page.writer.text(110, 690, 10, "件");
  CHECK(page.first_cell() == "本年收到\n单位 件");
}

TEST_CASE("Chinese written in columns is read down and from the right, lines are not") {
  FourCells page;
  const std::vector<std::string> first{"自", "然", "人"}, second{"总", "计"};
  SECTION("columns") {
    for (std::size_t i = 0; i < first.size(); ++i)
      page.writer.text(100, 730 - 10.5 * static_cast<double>(i), 10, first[i]);
    for (std::size_t i = 0; i < second.size(); ++i)
      page.writer.text(84, 730 - 10.5 * static_cast<double>(i), 10, second[i]);
    CHECK(page.first_cell() == "自然人\n总计");
  }
  SECTION("lines") {
    page.writer.text(60, 730, 10, "自然人");
    page.writer.text(60, 719, 10, "总计");
    CHECK(page.first_cell() == "自然人\n总计");
  }
}

TEST_CASE("a soft hyphen that is drawn is a hyphen, and one that is drawn as both is there once") {
  FourCells page;
  page.writer.text(60, 710, 10, "\u00AD12");
  page.writer.text(60, 690, 10, "govern\u00AD");
  page.writer.text(90, 690, 10, "\u2010");
  CHECK(page.first_cell() == "-12\ngovern-");
}

TEST_CASE("a line under or through the words of a cell parts nothing") {
  FourCells page;
  page.writer.text(55, 700, 10, "deleted words here");
  const auto [from, to] = GENERATE(std::pair{51., 90.}, std::pair{55., 190.});
  page.writer.line(from, 703, to, 703);
  CHECK(page.first_cell() == "deleted words here");
}

// Printed from left to right as a reader of a PDF meets it; read from the right.
TEST_CASE("right-to-left text is in the order in which it is read") {
  const auto [what, printed, read] = GENERATE(table<const char*, const char*, const char*>(
      {{"a word", "םולש", "שלום"},
       {"words", "םלוע םולש", "שלום עולם"},
       {"a number among words keeps its digits", "םוי 2024 תנש", "שנת 2024 יום"},
       {"so do its sign and its point", "םוי -5.25 תנש", "שנת -5.25 יום"},
       {"Arabic digits read like others", "٢٠٢٤ ةنس", "سنة ٢٠٢٤"},
       {"words in a line of another direction", "the text םלוע םולש is", "the text שלום עולם is"},
       {"a name of another direction in it", "םלוע the text םולש", "שלום the text עולם"},
       {"brackets as they look", "(12%) (םלוע) םולש", "שלום (עולם) (12%)"},
       {"brackets as they were typed", ")12%( )םלוע( םולש", "שלום (עולם) (12%)"},
       {"brackets around it in another line", "Total (לכה ךס) of 12 items",
        "Total (סך הכל) of 12 items"},
       {"shapes of letters are the letters", "\uFE94\uFE92\uFE98\uFEDB \uFEFB", "لا كتبة"}}));
  INFO(what);
  FourCells page;
  page.writer.text(52, 700, 6, printed);
  CHECK(page.first_cell() == read);
}

TEST_CASE("points of right-to-left letters follow the letter they stand on") {
  // shin with two points, lamed: drawn from left to right, points first or last, at its left side
  const double x = GENERATE(60.3, 60.0, 59.9);
  std::vector<Glyph> glyphs;
  const auto add = [&glyphs](char32_t c, double x0, double x1) {
    glyphs.push_back({c, {x0, 90, x1, 102}, 100, 10, 0, 0, false, false});
  };
  add(0x05DC, 54, 60);
  add(0x05B8, x, x);
  add(0x05C1, x, x);
  add(0x05E9, 60, 68);
  const std::vector<Line> lines = make_lines(glyphs);
  REQUIRE(lines.size() == 1);
  CHECK(text_of(lines.front()) == "\u05E9\u05B8\u05C1\u05DC");
}
