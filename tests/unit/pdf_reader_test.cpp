// SPDX-License-Identifier: GPL-3.0-or-later
#include "readers/pdf.h"

#include <catch2/catch.hpp>

#include "support/pdf_writer.h"
#include "text/normalize.h"

using namespace gouji;
using gouji::test::PdfWriter;

namespace {

std::string text_of(const Page& page) {
  std::string text;
  for (const Glyph& glyph : page.glyphs)
    append_utf8(text, glyph.character);
  return text;
}

Document read(const std::string& file) {
  const auto document = pdf_format().read(as_bytes(file));
  if (!document)
    FAIL(document.error().message.en);
  return *document;
}

Page read_page(PdfWriter& writer) {
  const Document document = read(writer.finish());
  REQUIRE(document.pages.size() == 1);
  return document.pages.front();
}

} // namespace

TEST_CASE("a character comes with its box, baseline and size, y down from the top") {
  PdfWriter writer;
  writer.begin_page(200, 100);
  writer.text(10, 30, 20, "收7");
  const Page page = read_page(writer);
  CHECK(page.number == 1);
  CHECK(page.width == 200);
  CHECK(page.height == 100);
  REQUIRE(page.glyphs.size() == 2);
  const Glyph& first = page.glyphs[0];
  CHECK(first.character == U'收');
  CHECK(first.baseline == Approx(70));
  CHECK(first.font_size == Approx(20));
  CHECK(first.turned == 0);
  CHECK_FALSE(first.bold);
  CHECK_FALSE(first.invisible);
  CHECK(first.box.x0 == Approx(10));
  CHECK(first.box.x1 == Approx(30));
  CHECK(first.box.y0 == Approx(70 - 0.88 * 20));
  CHECK(first.box.y1 == Approx(70 + 0.12 * 20));
  CHECK(page.glyphs[1].character == U'7');
  CHECK(page.glyphs[1].box.x0 == Approx(30));
  CHECK(page.glyphs[1].box.x1 == Approx(40));
}

TEST_CASE("a stroked line is a ruling") {
  PdfWriter writer;
  writer.begin_page(200, 100);
  writer.line(10, 40, 110, 40, 0.5);
  writer.line(10, 40, 10, 90, 1);
  const Page page = read_page(writer);
  REQUIRE(page.rulings.size() == 2);
  CHECK(page.rulings[0] == Ruling{Axis::horizontal, 60, 10, 110, 0.5});
  CHECK(page.rulings[1] == Ruling{Axis::vertical, 10, 10, 60, 1});
}

TEST_CASE("a thin fill is a ruling, a larger one a shading, one as large as the page neither") {
  PdfWriter writer;
  writer.begin_page(200, 100);
  writer.raw("1 1 1 rg");
  writer.fill_rect(0, 0, 200, 100);
  writer.raw("0 0 0 rg");
  writer.fill_rect(10, 40, 100, 0.5);
  writer.raw("1 0.6 0.2 rg");
  writer.fill_rect(10, 50, 100, 20);
  const Page page = read_page(writer);
  REQUIRE(page.rulings.size() == 1);
  CHECK(page.rulings[0].axis == Axis::horizontal);
  CHECK(page.rulings[0].position == Approx(59.75));
  CHECK(page.rulings[0].thickness == Approx(0.5));
  REQUIRE(page.shadings.size() == 1);
  CHECK(page.shadings[0].box == Rect{10, 30, 110, 50});
  CHECK(page.shadings[0].colour == 0xFF9933);
}

TEST_CASE("a ligature comes as its letters, side by side") {
  PdfWriter writer;
  writer.begin_page(200, 100);
  writer.text(10, 30, 20, "oﬃce");
  const Page page = read_page(writer);
  CHECK(text_of(page) == "office");
  CHECK(page.glyphs[1].box.x1 == Approx(page.glyphs[2].box.x0));
  CHECK(page.glyphs[3].box.x1 == Approx(page.glyphs[4].box.x0));
}
