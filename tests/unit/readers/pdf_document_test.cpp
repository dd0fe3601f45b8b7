// SPDX-License-Identifier: GPL-3.0-or-later
// PDFs as a whole: what is refused and why, what is noted, page by page reading.
#include <catch2/catch.hpp>
#include <fmt/format.h>

#include "base/limits.h"
#include "support/pdf_pages.h"

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
  const auto take = [&](Page&& page) {
    seen += text_of(page);
    return page.number < 4;
  };
  const auto some = read_pdf_pages(as_bytes(file), {2, 3}, take);
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
