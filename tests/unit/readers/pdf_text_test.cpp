// SPDX-License-Identifier: GPL-3.0-or-later
// The characters of a PDF page and where they stand.
#include "support/pdf_pages.h"

#include <catch2/catch.hpp>
#include <fmt/format.h>

using namespace gouji;
using namespace gouji::test;

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
  check_box(first.box, 10, 70 - 0.88 * 20, 30, 70 + 0.12 * 20);
  CHECK(page.glyphs[1].character == U'7');
  CHECK(page.glyphs[1].box.x0 == Approx(30));
  CHECK(page.glyphs[1].box.x1 == Approx(40));
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

TEST_CASE("the size of a character is that on the page, after every transformation") {
  PdfWriter writer;
  writer.begin_page(200, 100);
  writer.raw("q 2 0 0 2 10 20 cm BT /F1 5 Tf 3 0 0 3 0 0 Tm " + writer.encoded("收") + " Tj ET Q");
  const Page page = read_page(writer);
  REQUIRE(page.glyphs.size() == 1);
  CHECK(page.glyphs[0].font_size == Approx(30));
  check_box(page.glyphs[0].box, 10, 80 - 0.88 * 30, 40, 80 + 0.12 * 30);
}

TEST_CASE("spacing between characters is no part of their boxes") {
  PdfWriter writer;
  writer.begin_page(300, 100);
  writer.raw("BT /F1 10 Tf 4 Tc 50 Tz 10 30 Td " + writer.encoded("收件") + " Tj ET");
  const Page page = read_page(writer);
  REQUIRE(page.glyphs.size() == 2);
  CHECK(page.glyphs[0].box.x1 == Approx(15)); // half of 10, for the scale is 50 %
  CHECK(page.glyphs[1].box.x0 == Approx(17));
}

TEST_CASE("a turned page is upright and a cropped one begins at its crop box") {
  PdfWriter writer;
  writer.begin_page(200, 100, "/CropBox [50 10 150 90] /Rotate 90");
  writer.text(60, 30, 10, "内");
  writer.text(20, 30, 10, "外");
  const Page page = read_page(writer);
  CHECK(page.width == 80);
  CHECK(page.height == 100);
  REQUIRE(text_of(page) == "内");
  // Turned a quarter clockwise, what went right goes down.
  CHECK(page.glyphs[0].turned == 90);
  check_box(page.glyphs[0].box, 20 - 0.12 * 10, 10, 20 + 0.88 * 10, 20);
  CHECK(page.glyphs[0].baseline == Approx(20));
}

TEST_CASE("turned text says how far, slanted text is no multiple of 90") {
  PdfWriter writer;
  writer.begin_page(200, 200);
  const std::string text = writer.encoded("上");
  for (const char* matrix :
       {"1 0 0 1", "0 -1 1 0", "-1 0 0 -1", "0 1 -1 0", "0.7071 0.7071 -0.7071 0.7071"})
    writer.raw(fmt::format("BT /F1 10 Tf {} 100 100 Tm {} Tj ET", matrix, text));
  const Page page = read_page(writer);
  REQUIRE(page.glyphs.size() == 5);
  CHECK(page.glyphs[0].turned == 0);
  CHECK(page.glyphs[1].turned == 90);
  CHECK(page.glyphs[2].turned == 180);
  CHECK(page.glyphs[3].turned == 270);
  CHECK(page.glyphs[4].turned == 315);
  check_box(page.glyphs[2].box, 90, 100 - 0.12 * 10, 100, 100 + 0.88 * 10);
}

TEST_CASE("text that is not painted is marked, text with a stroked outline is bold") {
  PdfWriter writer;
  writer.begin_page(200, 100);
  const std::string text = writer.encoded("字");
  writer.raw("BT /F1 10 Tf 10 30 Td 3 Tr " + text + " Tj 2 Tr " + text + " Tj 0 Tr " + text +
             " Tj ET");
  const Page page = read_page(writer);
  REQUIRE(page.glyphs.size() == 3);
  CHECK(page.glyphs[0].invisible);
  CHECK_FALSE(page.glyphs[1].invisible);
  CHECK(page.glyphs[1].bold);
  CHECK_FALSE(page.glyphs[2].invisible);
  CHECK_FALSE(page.glyphs[2].bold);
}

TEST_CASE("text in a pattern's colour is seen") {
  PdfWriter writer;
  const int shading =
      writer.add_object("<< /ShadingType 2 /ColorSpace /DeviceRGB /Coords [0 0 1 0] "
                        "/Function << /FunctionType 2 /Domain [0 1] /N 1 "
                        "/C0 [1 0 0] /C1 [0 0 1] >> >>");
  const int pattern =
      writer.add_object(fmt::format("<< /PatternType 2 /Shading {} 0 R >>", shading));
  writer.begin_page(200, 100, "", fmt::format("/Pattern << /P {} 0 R >>", pattern));
  writer.raw("/Pattern cs /P scn");
  writer.text(10, 30, 10, "彩色");
  const Page page = read_page(writer);
  REQUIRE(text_of(page) == "彩色");
  CHECK_FALSE(page.glyphs[0].invisible);
  CHECK(page.images.empty());
}

TEST_CASE("a shape without a character is U+FFFD and counted, never left out") {
  PdfWriter writer;
  writer.begin_page(200, 100);
  writer.raw("BT /F1 10 Tf 10 30 Td <0031> Tj " + writer.encoded("2") + " Tj <FF00> Tj ET");
  const Document document = read_pdf(writer.finish());
  REQUIRE(document.pages.size() == 1);
  CHECK(text_of(document.pages[0]) == "\uFFFD2\uFFFD");
  REQUIRE(document.notes.size() == 1);
  CHECK(document.notes[0].origin.page == 1);
  CHECK(document.notes[0].message.en.substr(0, 12) == "2 characters");
}

TEST_CASE("ActualText stands for what is drawn under it") {
  PdfWriter writer;
  writer.begin_page(200, 100);
  writer.raw(
      "/Span << /ActualText <FEFF00310032> >> BDC BT /F1 10 Tf 10 30 Td <FF00FF01FF02> Tj ET EMC");
  const Document document = read_pdf(writer.finish());
  const Page& page = document.pages.at(0);
  REQUIRE(text_of(page) == "12");
  CHECK(page.glyphs[0].box.x0 == Approx(10));
  CHECK(page.glyphs[0].box.x1 == Approx(25));
  CHECK(page.glyphs[1].box.x1 == Approx(40));
  CHECK(document.notes.empty());
}

TEST_CASE("ActualText over several lines leaves the characters where they are") {
  PdfWriter writer;
  writer.begin_page(200, 100);
  const std::string one = writer.encoded("一"), two = writer.encoded("二");
  writer.raw("/Span << /ActualText (whatever) >> BDC BT /F1 10 Tf 10 60 Td " + one +
             " Tj 0 -20 Td " + two + " Tj ET EMC");
  CHECK(text_of(read_page(writer)) == "一二");
}

TEST_CASE("vertical writing reads downwards, each character in its square") {
  PdfWriter writer;
  const int descriptor = writer.add_object(
      "<< /Type /FontDescriptor /FontName /V /Flags 4 /FontBBox [0 -120 1000 880] /ItalicAngle 0 "
      "/Ascent 880 /Descent -120 /CapHeight 700 /StemV 80 >>");
  const int descendant = writer.add_object(fmt::format(
      "<< /Type /Font /Subtype /CIDFontType0 /BaseFont /V /CIDSystemInfo << /Registry (Adobe) "
      "/Ordering (GB1) /Supplement 2 >> /DW 1000 /FontDescriptor {} 0 R >>",
      descriptor));
  const int font = writer.add_object(
      fmt::format("<< /Type /Font /Subtype /Type0 /BaseFont /V /Encoding /UniGB-UCS2-V "
                  "/DescendantFonts [{} 0 R] >>",
                  descendant));
  writer.begin_page(200, 100, "", fmt::format("/Font << /V {} 0 R >>", font));
  writer.raw("BT /V 10 Tf 50 80 Td <53577406> Tj ET"); // 印理, two that are in GB1
  const Page page = read_page(writer);
  REQUIRE(page.glyphs.size() == 2);
  CHECK(page.glyphs[0].character == U'\u5357');
  CHECK(page.glyphs[1].character == U'\u7406');
  CHECK(page.glyphs[0].turned == 90);
  check_box(page.glyphs[0].box, 45, 20, 55, 30);
  check_box(page.glyphs[1].box, 45, 30, 55, 40);
  CHECK(page.glyphs[0].baseline == Approx(page.glyphs[1].baseline));
}

TEST_CASE("a CJK encoding gives characters without a ToUnicode map") {
  PdfWriter writer;
  const int descendant = writer.add_object(
      "<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /CIDSystemInfo << /Registry "
      "(Adobe) /Ordering (GB1) /Supplement 2 >> /DW 1000 >>");
  const int font = writer.add_object(
      fmt::format("<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /GBK-EUC-H "
                  "/DescendantFonts [{} 0 R] >>",
                  descendant));
  writer.begin_page(200, 100, "", fmt::format("/Font << /G {} 0 R >>", font));
  writer.raw("BT /G 10 Tf 50 80 Td <D5FEB8AE> Tj ET");
  CHECK(text_of(read_page(writer)) == "政府");
}

TEST_CASE("a Type 3 font gives its characters and their height, not its drawings") {
  PdfWriter writer;
  const int drawing = writer.add_stream("", "1000 0 0 0 750 750 d1 0 0 750 20 re f");
  const int map =
      writer.add_stream("", "begincmap 1 begincodespacerange <00> <FF> endcodespacerange "
                            "1 beginbfchar <61> <6C34> endbfchar endcmap");
  const int font = writer.add_object(fmt::format(
      "<< /Type /Font /Subtype /Type3 /FontBBox [0 -100 750 650] /FontMatrix [0.01 0 0 0.01 0 0] "
      "/CharProcs << /a {} 0 R >> /Encoding << /Type /Encoding /Differences [97 /a] >> /FirstChar "
      "97 "
      "/LastChar 97 /Widths [1000] /ToUnicode {} 0 R >>",
      drawing, map));
  writer.begin_page(200, 100, "", fmt::format("/Font << /T {} 0 R >>", font));
  writer.raw("BT /T 2 Tf 50 50 Td (a) Tj ET");
  const Page page = read_page(writer);
  REQUIRE(page.glyphs.size() == 1);
  CHECK(page.glyphs[0].character == U'水');
  CHECK(page.glyphs[0].font_size == Approx(15));
  check_box(page.glyphs[0].box, 50, 50 - 13, 70, 50 + 2);
  CHECK(page.rulings.empty());
}

TEST_CASE("text of a hidden layer is not on the page") {
  PdfWriter writer;
  const int shown = writer.add_object("<< /Type /OCG /Name (shown) >>");
  const int hidden = writer.add_object("<< /Type /OCG /Name (hidden) >>");
  writer.catalog(
      fmt::format("/OCProperties << /OCGs [{0} 0 R {1} 0 R] /D << /ON [{0} 0 R] /OFF [{1} "
                  "0 R] >> >>",
                  shown, hidden));
  writer.begin_page(200, 100, "",
                    fmt::format("/Properties << /A {} 0 R /B {} 0 R >>", shown, hidden));
  writer.raw("/OC /A BDC");
  writer.text(10, 30, 10, "见");
  writer.raw("EMC /OC /B BDC");
  writer.text(30, 30, 10, "隐");
  writer.line(0, 0, 100, 0);
  writer.raw("EMC");
  const Page page = read_page(writer);
  CHECK(text_of(page) == "见");
  CHECK(page.rulings.empty());
}

TEST_CASE("text that a clip cuts off entirely is not on the page") {
  PdfWriter writer;
  writer.begin_page(200, 100);
  writer.raw("q 0 0 50 100 re W n");
  writer.text(10, 30, 10, "内");
  writer.text(60, 30, 10, "外");
  writer.raw("Q");
  writer.text(60, 60, 10, "后");
  CHECK(text_of(read_page(writer)) == "内后");
}

TEST_CASE("text of a form that is drawn is on the page, text of a soft mask is not") {
  PdfWriter writer;
  const std::string resources =
      fmt::format("/Resources << /Font << /F1 {} 0 R >> >>", writer.font());
  const auto form = [&](std::string_view text) {
    return writer.add_stream("/Type /XObject /Subtype /Form /BBox [0 0 200 100] /Group << /S "
                             "/Transparency /CS /DeviceGray >> " +
                                 resources,
                             "BT /F1 10 Tf 10 30 Td " + writer.encoded(text) +
                                 " Tj ET 10 10 100 0.5 re f");
  };
  const int drawn = form("表");
  const int mask = form("罩");
  const int state = writer.add_object(
      fmt::format("<< /Type /ExtGState /SMask << /S /Luminosity /G {} 0 R >> >>", mask));
  writer.begin_page(
      200, 100, "",
      fmt::format("/XObject << /X {} 0 R >> /ExtGState << /S {} 0 R >>", drawn, state));
  writer.raw("/S gs /X Do");
  const Page page = read_page(writer);
  CHECK(text_of(page) == "表");
  CHECK(page.rulings.size() == 1);
}

TEST_CASE("a form field shows its text, a hidden one does not, a link has no frame") {
  PdfWriter writer;
  const std::string resources =
      fmt::format("/Resources << /Font << /F1 {} 0 R >> >>", writer.font());
  const auto annotation = [&](std::string_view kind, std::string_view text, int flags) {
    const int look =
        writer.add_stream("/Type /XObject /Subtype /Form /BBox [0 0 50 20] " + resources,
                          "BT /F1 10 Tf 5 5 Td " + writer.encoded(text) + " Tj ET");
    return writer.add_object(fmt::format("<< /Type /Annot /Subtype /{} /Rect [10 10 60 30] /F {} "
                                         "/Border [0 0 1] /AP << /N {} 0 R >> >>",
                                         kind, flags, look));
  };
  const int field = annotation("FreeText", "填", 4);
  const int hidden = annotation("FreeText", "藏", 2);
  const int link = annotation("Link", "", 4);
  writer.begin_page(200, 100, fmt::format("/Annots [{} 0 R {} 0 R {} 0 R]", field, hidden, link));
  const Page page = read_page(writer);
  CHECK(text_of(page) == "填");
  CHECK(page.rulings.empty());
}

TEST_CASE("fonts are told apart across pages") {
  PdfWriter writer;
  writer.begin_page(200, 100);
  writer.text(10, 30, 10, "甲");
  writer.begin_page(200, 100);
  writer.raw("BT /F2 10 Tf 10 60 Td (b) Tj ET");
  writer.text(10, 30, 10, "乙");
  const Document document = read_pdf(writer.finish());
  REQUIRE(document.pages.size() == 2);
  CHECK(document.pages[1].number == 2);
  const std::uint16_t first = document.pages[0].glyphs.at(0).font;
  CHECK(document.pages[1].glyphs.back().font == first);
}
