// SPDX-License-Identifier: GPL-3.0-or-later
// Parts of pages as pictures: the right part, the right way round.
#include "readers/pdf.h"
#include "support/pdf_writer.h"

#include <catch2/catch.hpp>
#include <zlib.h>

#include <string>

using namespace gouji;
using namespace gouji::test;

namespace {

/// A PNG file of sixteen greys, unpacked.
struct Picture {
  std::size_t width = 0, height = 0;
  std::string rows;

  /// 0 black to 15 white.
  int shade(std::size_t x, std::size_t y) const {
    const auto byte = static_cast<unsigned char>(rows.at(y * (1 + (width + 1) / 2) + 1 + x / 2));
    return x % 2 == 0 ? byte >> 4 : byte & 15;
  }
};

std::size_t number_at(const std::string& png, std::size_t at) {
  std::size_t number = 0;
  for (std::size_t i = 0; i < 4; ++i)
    number = number << 8 | static_cast<unsigned char>(png.at(at + i));
  return number;
}

Picture unpack(const std::string& png) {
  REQUIRE(png.starts_with("\x89PNG\r\n\x1A\n"));
  Picture picture;
  picture.width = number_at(png, 16);
  picture.height = number_at(png, 20);
  REQUIRE(png.substr(37, 4) == "IDAT"); // behind signature and header
  uLongf size = picture.height * (1 + (picture.width + 1) / 2);
  picture.rows.resize(size);
  REQUIRE(uncompress(reinterpret_cast<Bytef*>(picture.rows.data()), &size,
                     reinterpret_cast<const Bytef*>(png.data() + 41), number_at(png, 33)) == Z_OK);
  CHECK(size == picture.rows.size());
  return picture;
}

/// A page of 200 by 100 points with a black box from (150, 10) to (190, 30), from the top left.
std::string page_with_box(std::string_view entries = "") {
  PdfWriter writer;
  writer.begin_page(200, 100, entries);
  writer.fill_rect(150, 70, 40, 20);
  return writer.finish();
}

} // namespace

TEST_CASE("a part of a page is drawn at its scale") {
  const auto png = draw_pdf_part(as_bytes(page_with_box()), {1, {140, 0, 200, 40}, 2});
  REQUIRE(png);
  const Picture picture = unpack(*png);
  CHECK(picture.width == 120);
  CHECK(picture.height == 80);
  CHECK(picture.shade(60, 40) == 0);
  CHECK(picture.shade(10, 40) == 15);
  CHECK(picture.shade(60, 70) == 15);
}

TEST_CASE("a turned page is drawn upright, as it is read") {
  // A quarter turn clockwise: the box comes to x 70 to 90 from the left, y 150 to 190 from the top.
  const auto png =
      draw_pdf_part(as_bytes(page_with_box("/Rotate 90")), {1, {60, 140, 100, 200}, 1});
  REQUIRE(png);
  const Picture picture = unpack(*png);
  CHECK(picture.width == 40);
  CHECK(picture.height == 60);
  CHECK(picture.shade(20, 30) == 0);
  CHECK(picture.shade(35, 30) == 15);
}

TEST_CASE("a picture has at most 1,600 pixels a side") {
  const auto png = draw_pdf_part(as_bytes(page_with_box()), {1, {0, 0, 200, 100}, 100});
  REQUIRE(png);
  CHECK(unpack(*png).width == 1600);
}

TEST_CASE("what is no page cannot be drawn") {
  const std::string file = page_with_box();
  for (const int page : {0, -1, 2})
    CHECK_FALSE(draw_pdf_part(as_bytes(file), {page, {0, 0, 10, 10}, 1}));
  CHECK_FALSE(draw_pdf_part(as_bytes(file), {1, {10, 10, 10, 10}, 1}));
  CHECK_FALSE(draw_pdf_part(as_bytes("no PDF"), {1, {0, 0, 10, 10}, 1}));
}
