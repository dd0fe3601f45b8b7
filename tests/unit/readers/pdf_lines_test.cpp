// SPDX-License-Identifier: GPL-3.0-or-later
// The lines, areas and pictures of a PDF page.
#include "support/pdf_pages.h"

#include <catch2/catch.hpp>
#include <fmt/format.h>

using namespace gouji;
using namespace gouji::test;

namespace {

Page drawn(std::string_view operators, std::string_view resources = "") {
  PdfWriter writer;
  writer.begin_page(200, 100, "", resources);
  writer.raw(operators);
  writer.text(10, 5, 5, "字");
  return read_page(writer);
}

} // namespace

TEST_CASE("a stroked line is a ruling") {
  const Page page = drawn("0.5 w 10 40 m 110 40 l S 1 w 10 40 m 10 90 l S");
  REQUIRE(page.rulings.size() == 2);
  check_ruling(page.rulings[0], Axis::horizontal, 60, 10, 110, 0.5);
  check_ruling(page.rulings[1], Axis::vertical, 10, 10, 60, 1);
}

TEST_CASE("a stroked rectangle is four rulings") {
  CHECK(drawn("1 w 10 40 100 50 re S").rulings.size() == 4);
}

TEST_CASE("lines follow the transformation they are drawn under") {
  // Twice as wide as high, and a quarter turned.
  const Page page = drawn("q 0 1 -2 0 100 10 cm 1 w 0 0 m 50 0 l S 0 10 m 0 40 l S Q");
  REQUIRE(page.rulings.size() == 2);
  check_ruling(page.rulings[0], Axis::vertical, 100, 40, 90, 2);
  check_ruling(page.rulings[1], Axis::horizontal, 90, 20, 80, 1);
}

TEST_CASE("a dashed line is one ruling, a slanted one and a curve are none") {
  const Page page =
      drawn("[3 2] 0 d 10 40 m 110 40 l S 10 10 m 60 90 l S 10 10 m 20 10 30 10 40 10 c S");
  REQUIRE(page.rulings.size() == 1);
  check_ruling(page.rulings[0], Axis::horizontal, 60, 10, 110, 1);
}

TEST_CASE("lines are cut to their clip and a line outside of it is none") {
  const Page page = drawn("q 20 20 50 50 re W n 0 40 m 200 40 l S 0 80 m 200 80 l S Q");
  REQUIRE(page.rulings.size() == 1);
  check_ruling(page.rulings[0], Axis::horizontal, 60, 20, 70, 1);
}

TEST_CASE("an area that its clip leaves a strip of is a line") {
  const Page page = drawn("q 20 50 100 0.5 re W n 0 0 200 99 re f Q");
  REQUIRE(page.rulings.size() == 1);
  check_ruling(page.rulings[0], Axis::horizontal, 49.75, 20, 120, 0.5);
  CHECK(page.shadings.empty());
}

TEST_CASE("a thin fill is a ruling, a larger one a shading, one as large as the page neither") {
  const Page page = drawn("1 1 0.9 rg 0 0 200 100 re f 0 0 0 rg 10 40 100 0.5 re f "
                          "1 0.6 0.2 rg 10 50 100 20 re f");
  REQUIRE(page.rulings.size() == 1);
  check_ruling(page.rulings[0], Axis::horizontal, 59.75, 10, 110, 0.5);
  REQUIRE(page.shadings.size() == 1);
  check_box(page.shadings[0].box, 10, 30, 110, 50);
  CHECK(page.shadings[0].colour == 0xFF9933);
}

TEST_CASE("a stroke as wide as a cell is its shading") {
  const Page page = drawn("0 1 0 RG 20 w 10 50 m 110 50 l S");
  CHECK(page.rulings.empty());
  REQUIRE(page.shadings.size() == 1);
  check_box(page.shadings[0].box, 10, 40, 110, 60);
  CHECK(page.shadings[0].colour == 0x00FF00);
}

TEST_CASE("a thin shape with slanted ends is a ruling") {
  const Page page = drawn("10 50 m 110 50 l 109 49 l 11 49 l h f");
  REQUIRE(page.rulings.size() == 1);
  check_ruling(page.rulings[0], Axis::horizontal, 50.5, 10, 110, 1);
}

TEST_CASE("a frame between two rectangles is its four sides") {
  const std::string_view by_rule = "10 20 100 60 re 11 21 98 58 re f*";
  const std::string_view by_direction =
      "10 20 m 110 20 l 110 80 l 10 80 l h 11 21 m 11 79 l 109 79 l 109 21 l h f";
  for (const std::string_view operators : {by_rule, by_direction}) {
    const Page page = drawn(operators);
    CHECK(page.shadings.empty());
    REQUIRE(page.rulings.size() == 4);
    int horizontal = 0;
    for (const Ruling& ruling : page.rulings) {
      horizontal += ruling.axis == Axis::horizontal;
      CHECK(ruling.thickness == Approx(1));
    }
    CHECK(horizontal == 2);
  }
}

TEST_CASE("a rectangle in a rectangle of the same direction is no frame") {
  const Page page = drawn("10 20 100 60 re 11 21 98 58 re f");
  CHECK(page.rulings.empty());
  CHECK(page.shadings.size() == 2);
}

TEST_CASE("an angle drawn as one shape is two rulings") {
  const Page page = drawn("10 20 m 110 20 l 110 21 l 11 21 l 11 80 l 10 80 l h f");
  REQUIRE(page.rulings.size() == 2);
  CHECK(page.rulings[0].axis != page.rulings[1].axis);
}

TEST_CASE("many rectangles in one path are each their own") {
  CHECK(drawn("10 20 100 0.5 re 10 40 100 0.5 re 10 60 0.5 20 re f").rulings.size() == 3);
}

TEST_CASE("a box with round corners is a shading, a disc is not") {
  const Page page = drawn("0.9 g 15 20 m 105 20 l 108 20 110 22 110 25 c 110 75 l 110 78 108 80 "
                          "105 80 c 15 80 l 12 80 10 "
                          "78 10 75 c 10 25 l 10 22 12 20 15 20 c f 150 60 m 170 60 170 30 150 30 "
                          "c 130 30 130 60 150 60 c f");
  REQUIRE(page.shadings.size() == 1);
  check_box(page.shadings[0].box, 10, 20, 110, 80);
}

TEST_CASE("white lines are seen on a coloured area only") {
  const Page page =
      drawn("0.2 0.4 0.8 rg 10 50 100 40 re f 1 G 10 70 m 110 70 l S 10 20 m 110 20 l S");
  REQUIRE(page.rulings.size() == 1);
  check_ruling(page.rulings[0], Axis::horizontal, 30, 10, 110, 1);
}

TEST_CASE("what is fully transparent is not drawn") {
  const Page page = drawn("/N gs 10 70 m 110 70 l S 10 20 100 1 re f",
                          "/ExtGState << /N << /Type /ExtGState /CA 0 /ca 0 >> >>");
  CHECK(page.rulings.empty());
}

TEST_CASE("areas of a gradient or pattern are shadings without a colour of their own") {
  PdfWriter writer;
  const int shading =
      writer.add_object("<< /ShadingType 2 /ColorSpace /DeviceRGB /Coords [0 0 1 0] "
                        "/Function << /FunctionType 2 /Domain [0 1] /N 1 "
                        "/C0 [1 0 0] /C1 [0 0 1] >> >>");
  const int tile = writer.add_stream(
      fmt::format("/PatternType 1 /PaintType 1 /TilingType 1 /BBox [0 0 5 5] /XStep 5 /YStep 5 "
                  "/Resources << /Font << /F1 {} 0 R >> >>",
                  writer.font()),
      "BT /F1 4 Tf <0041> Tj ET 0 0 5 0.2 re f");
  writer.begin_page(
      200, 100, "",
      fmt::format("/Shading << /S {} 0 R >> /Pattern << /T {} 0 R >>", shading, tile));
  writer.text(10, 5, 5, "字");
  writer.raw("q 10 50 100 20 re W n /S sh Q /Pattern cs /T scn 10 20 100 20 re f");
  const Page page = read_page(writer);
  REQUIRE(page.shadings.size() == 2);
  check_box(page.shadings[0].box, 10, 30, 110, 50);
  check_box(page.shadings[1].box, 10, 60, 110, 80);
  CHECK(text_of(page) == "字");
  CHECK(page.rulings.empty());
  CHECK(page.images.empty());
}

TEST_CASE("a picture is a box, whatever its bytes are") {
  PdfWriter writer;
  const int picture =
      writer.add_stream("/Type /XObject /Subtype /Image /Width 60000 /Height 60000 "
                        "/ColorSpace /DeviceRGB /BitsPerComponent 8 /Filter /JPXDecode",
                        "no such picture");
  writer.begin_page(200, 100, "", fmt::format("/XObject << /I {} 0 R >>", picture));
  writer.raw("q 0 50 -40 0 80 20 cm /I Do Q q 10 20 30 500 re W n 100 0 0 100 0 0 cm /I Do Q");
  writer.text(10, 5, 5, "字");
  const Page page = read_page(writer);
  REQUIRE(page.images.size() == 2);
  check_box(page.images[0], 40, 30, 80, 80);
  check_box(page.images[1], 10, 0, 40, 80);
}

TEST_CASE("a picture as thin as a line is one") {
  PdfWriter writer;
  const int picture =
      writer.add_stream("/Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace "
                        "/DeviceGray /BitsPerComponent 8",
                        "x");
  writer.begin_page(200, 100, "", fmt::format("/XObject << /I {} 0 R >>", picture));
  writer.raw("q 100 0 0 0.5 10 20 cm /I Do Q");
  const Page page = read_page(writer);
  CHECK(page.images.empty());
  REQUIRE(page.rulings.size() == 1);
  check_ruling(page.rulings[0], Axis::horizontal, 79.75, 10, 110, 0.5);
}

TEST_CASE("what follows an inline picture is read") {
  const Page page = drawn("q 30 0 0 30 10 20 cm BI /W 4 /H 2 /CS /G /BPC 8 ID ab EI cd EI Q "
                          "10 90 m 110 90 l S");
  REQUIRE(page.images.size() == 1);
  check_box(page.images[0], 10, 50, 40, 80);
  CHECK(page.rulings.size() == 1);
  CHECK(text_of(page) == "字");
}
