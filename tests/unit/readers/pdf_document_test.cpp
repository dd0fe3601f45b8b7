// SPDX-License-Identifier: GPL-3.0-or-later
// PDFs as a whole: what is refused and why, what is noted, page by page reading.
#include "base/limits.h"
#include "support/pdf_pages.h"

#include <catch2/catch.hpp>
#include <fmt/format.h>

using namespace gouji;
using namespace gouji::test;

namespace {

/// A page that a picture covers, with `text` on it.
void add_picture_page(PdfWriter& writer, std::string_view text, bool visible = true) {
  const int picture =
      writer.add_stream("/Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace "
                        "/DeviceGray /BitsPerComponent 8",
                        "x");
  writer.begin_page(200, 100, "", fmt::format("/XObject << /I {} 0 R >>", picture));
  writer.raw("q 190 0 0 90 5 5 cm /I Do Q");
  writer.raw(visible ? "0 Tr" : "3 Tr");
  if (!text.empty())
    writer.text(10, 5, 5, text);
}

std::string some_document() {
  PdfWriter writer;
  writer.begin_page();
  writer.text(50, 700, 12, "政府信息公开工作年度报告");
  return writer.finish();
}

} // namespace

TEST_CASE("a PDF is told by its first bytes") {
  const auto sniff = [](std::string_view text) { return pdf_format().sniff(as_bytes(text)); };
  CHECK(sniff(some_document()) == 100);
  CHECK(sniff("\xEF\xBB\xBF\n%PDF-1.4\n") == 90);
  CHECK(sniff("") == 0);
  CHECK(sniff("PK\x03\x04") == 0);
}

TEST_CASE("the title comes from the metadata") {
  PdfWriter writer;
  const int info = writer.add_object("<< /Title <FEFF5E745EA662A5544A> >>");
  writer.trailer(fmt::format("/Info {} 0 R", info));
  writer.begin_page();
  CHECK(read_pdf(writer.finish()).title == "年度报告");
}

TEST_CASE("a password is asked for, not taken for damage") {
  PdfWriter writer;
  const std::string key(64, 'A');
  const int lock = writer.add_object(
      fmt::format("<< /Filter /Standard /V 1 /R 2 /O <{0}> /U <{0}> /P -4 >>", key));
  writer.trailer(fmt::format("/Encrypt {} 0 R /ID [<00> <00>]", lock));
  writer.begin_page();
  CHECK(pdf_error(writer.finish()).code == Code::encrypted);
}

TEST_CASE("an encryption of an unknown version is told, not read as noise") {
  PdfWriter writer;
  const std::string key(64, 'A');
  const int lock = writer.add_object(
      fmt::format("<< /Filter /Standard /V 99 /R 99 /O <{0}> /U <{0}> /P -4 >>", key));
  writer.trailer(fmt::format("/Encrypt {} 0 R /ID [<00> <00>]", lock));
  writer.begin_page();
  CHECK(pdf_error(writer.finish()).code == Code::encrypted);
}

TEST_CASE("damage beyond reading and a document without pages are told apart") {
  CHECK(pdf_error("%PDF-1.4\nnothing of a PDF").code == Code::damaged);
  CHECK(pdf_error("").code == Code::damaged);
  PdfWriter writer;
  CHECK(pdf_error(writer.finish()).code == Code::empty);
}

TEST_CASE("a file whose index is lost is read with a note") {
  std::string file = some_document();
  file.resize(file.find("xref\n"));
  const Document document = read_pdf(file + "trailer << /Root 1 0 R >>");
  CHECK(text_of(document.pages.at(0)) == "政府信息公开工作年度报告");
  CHECK(document.notes.size() == 1);
}

TEST_CASE("a page with damaged content is read as far as it goes, with a note") {
  PdfWriter writer;
  writer.begin_page();
  writer.text(50, 700, 12, "前");
  writer.raw("BT /NoFont 12 Tf (lost) Tj ET");
  writer.text(50, 600, 12, "后");
  const Document document = read_pdf(writer.finish());
  CHECK(text_of(document.pages.at(0)) == "前后");
  REQUIRE(document.notes.size() == 1);
  CHECK(document.notes[0].origin.page == 1);
}

TEST_CASE("a scan is no empty report") {
  PdfWriter writer;
  add_picture_page(writer, "");
  add_picture_page(writer, "- 2 -");
  writer.begin_page(); // its back is blank
  CHECK(pdf_error(writer.finish()).code == Code::no_text);
}

TEST_CASE("letters that are drawn as shapes are no text either") {
  PdfWriter writer;
  writer.begin_page(595, 842);
  for (int i = 0; i < 200; ++i)
    writer.raw(fmt::format("{0} 700 m {0} 710 l {1} 705 l h f", 50 + 2 * i, 55 + 2 * i));
  CHECK(pdf_error(writer.finish()).code == Code::no_text);
}

TEST_CASE("a scan with a text layer is read and its text marked") {
  PdfWriter writer;
  add_picture_page(writer, "收到申请", false);
  const Document document = read_pdf(writer.finish());
  const Page& page = document.pages.at(0);
  CHECK(text_of(page) == "收到申请");
  for (const Glyph& glyph : page.glyphs)
    CHECK(glyph.invisible);
  CHECK(image_coverage(page) == Approx(0.855));
  CHECK(document.notes.empty());
}

TEST_CASE("one scanned page among others is noted") {
  PdfWriter writer;
  writer.begin_page();
  writer.text(50, 700, 12, "正文");
  add_picture_page(writer, "");
  const Document document = read_pdf(writer.finish());
  CHECK(document.pages.size() == 2);
  REQUIRE(document.notes.size() == 1);
  CHECK(document.notes[0].origin.page == 2);
}

TEST_CASE("a blank page is a page") {
  PdfWriter writer;
  writer.begin_page();
  const Document document = read_pdf(writer.finish());
  CHECK(document.format == "pdf");
  CHECK(document.pages.size() == 1);
  CHECK(document.notes.empty());
}

TEST_CASE("pages are handed over one by one, as many as are asked for") {
  PdfWriter writer;
  for (int i = 0; i < 5; ++i) {
    writer.begin_page();
    writer.text(50, 700, 12, fmt::format("{}", i + 1));
  }
  const std::string file = writer.finish();
  std::string seen;
  const auto take = [&](Page&& page, int) {
    seen += text_of(page);
    return page.number < 4;
  };
  const auto some = read_pdf_pages(as_bytes(file), {{2, 3}}, take);
  REQUIRE(some);
  CHECK(some->pages == 5);
  CHECK(seen == "23");
  seen.clear();
  REQUIRE(read_pdf_pages(as_bytes(file), {}, take));
  CHECK(seen == "1234");
}

TEST_CASE("a page with more characters than the bound is refused, not cut") {
  PdfWriter writer;
  writer.begin_page();
  std::string many;
  for (std::size_t i = 0; i <= limits::page_glyphs / 100; ++i)
    many += "BT /F1 10 Tf 50 50 Td " + writer.encoded(std::string(100, '1')) + " Tj ET ";
  writer.raw(many);
  const Error error = pdf_error(writer.finish());
  CHECK(error.code == Code::limit);
  CHECK(error.page == 1);
}

TEST_CASE("a page with more lines than the bound is refused, not cut") {
  PdfWriter writer;
  writer.begin_page();
  std::string many;
  for (std::size_t i = 0; i <= limits::page_rulings; ++i)
    many += "0 0 9 1 re f ";
  writer.raw(many);
  CHECK(pdf_error(writer.finish()).code == Code::limit);
}

TEST_CASE("forms that multiply without end are stopped") {
  PdfWriter writer;
  std::string resources;
  for (int level = 0; level < 20; ++level) {
    const int form = writer.add_stream(
        "/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << " + resources + " >>",
        level == 0 ? "" : "/X Do /X Do /X Do /X Do");
    resources = fmt::format("/XObject << /X {} 0 R >>", form);
  }
  writer.begin_page(595, 842, "", resources);
  writer.raw("/X Do");
  CHECK(pdf_error(writer.finish()).code == Code::limit);
}

TEST_CASE("states that are saved and never restored are bounded") {
  PdfWriter writer;
  writer.begin_page();
  std::string many;
  for (int i = 0; i <= limits::page_states + 20; ++i)
    many += "q ";
  writer.raw(many);
  CHECK(pdf_error(writer.finish()).code == Code::limit);
}

TEST_CASE("a font that pages share under one name, or one name for two fonts, is never mixed up") {
  PdfWriter writer;
  const auto font = [&](std::string_view meaning) {
    const int map = writer.add_stream(
        "", fmt::format("begincmap 1 begincodespacerange <00> <FF> endcodespacerange "
                        "1 beginbfchar <61> <{}> endbfchar endcmap",
                        meaning));
    return writer.add_object(fmt::format(
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /ToUnicode {} 0 R >>", map));
  };
  const int one = font("4E00"), two = font("4E8C"), three = font("4E09");
  const auto page = [&](std::string_view fonts, std::string_view text) {
    writer.begin_page(200, 100, "", fmt::format("/Font << {} >>", fonts));
    writer.raw(text);
  };
  page(fmt::format("/A {} 0 R /B {} 0 R", one, two),
       "BT /A 9 Tf 10 50 Td (a) Tj /B 9 Tf (a) Tj ET");
  page(fmt::format("/B {} 0 R", two), "BT /B 9 Tf 10 50 Td (a) Tj /A 9 Tf (a) Tj ET");
  page(fmt::format("/A {} 0 R /B {} 0 R", three, two),
       "BT /A 9 Tf 10 50 Td (a) Tj /B 9 Tf (a) Tj ET");
  page(fmt::format("/A {} 0 R", one), "BT /A 9 Tf 10 50 Td (a) Tj ET");
  const Document document = read_pdf(writer.finish());
  REQUIRE(document.pages.size() == 4);
  CHECK(text_of(document.pages[0]) == "一二");
  // The second page has no font A: what it sets in it has no meaning there.
  CHECK(text_of(document.pages[1]).substr(0, 3) == "二");
  CHECK(text_of(document.pages[1]).find("一") == std::string::npos);
  CHECK(text_of(document.pages[2]) == "三二");
  CHECK(text_of(document.pages[3]) == "一");
}

TEST_CASE("what one page leaves open does not reach the next") {
  PdfWriter writer;
  const int hidden = writer.add_object("<< /Type /OCG /Name (hidden) >>");
  writer.catalog(
      fmt::format("/OCProperties << /OCGs [{0} 0 R] /D << /OFF [{0} 0 R] >> >>", hidden));
  const std::string resources = fmt::format("/Properties << /H {} 0 R >>", hidden);
  const auto page = [&](std::string_view leftover) {
    writer.begin_page(200, 100, "", resources);
    writer.text(10, 30, 10, "字");
    writer.raw("0 50 m 100 50 l S");
    writer.raw(leftover);
  };
  page("/OC /H BDC");
  page("q 0 0 5 5 re W n q q");
  page("2 0 0 2 50 50 cm BT 3 Tr /F1 1 Tf");
  page("0 70 m 100 70 l");
  page("0 0 1 1 re W");
  page("BX 1 0 0 RG 5 w");
  page("");
  const Document document = read_pdf(writer.finish());
  REQUIRE(document.pages.size() == 7);
  for (const Page& read : document.pages) {
    CHECK(text_of(read) == "字");
    REQUIRE(read.rulings.size() == 1);
    CHECK(read.glyphs[0].box == document.pages[0].glyphs[0].box);
    CHECK_FALSE(read.glyphs[0].invisible);
    CHECK(read.rulings[0] == document.pages[0].rulings[0]);
  }
}

TEST_CASE("pages of different sizes and turns follow each other") {
  PdfWriter writer;
  for (const char* entries : {"", "/Rotate 90", "/CropBox [0 0 100 100]", ""}) {
    writer.begin_page(200, 100, entries);
    writer.text(10, 30, 10, "字");
  }
  const Document document = read_pdf(writer.finish());
  REQUIRE(document.pages.size() == 4);
  CHECK(document.pages[1].width == 100);
  CHECK(document.pages[1].glyphs.at(0).turned == 90);
  CHECK(document.pages[2].width == 100);
  CHECK(document.pages[2].height == 100);
  CHECK(document.pages[3].width == 200);
  CHECK(document.pages[3].glyphs == document.pages[0].glyphs);
}

TEST_CASE("a page without a usable size is left out with a note") {
  PdfWriter writer;
  writer.begin_page();
  writer.text(50, 700, 12, "正文");
  const std::string endless(400, '9');
  writer.begin_page(595, 842, fmt::format("/MediaBox [0 0 {0} {0}]", endless));
  std::string file = writer.finish();
  // The first of two entries of one name counts.
  const std::size_t second = file.rfind("/MediaBox [0 0 595 842]");
  file.replace(second, 9, "/Unknown_");
  const Document document = read_pdf(file);
  CHECK(document.pages.size() == 1);
  REQUIRE(document.notes.size() == 1);
  CHECK(document.notes[0].origin.page == 2);
}
