// SPDX-License-Identifier: GPL-3.0-or-later
// What the ODF reader makes of each construct of OpenDocument.
#include "readers/odf.h"
#include "support/docx_writer.h"
#include "support/outline.h"

#include <catch2/catch.hpp>

using namespace gouji;
using namespace gouji::test;

namespace {

const std::string declarations =
    R"( xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0")"
    R"( xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0")"
    R"( xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0")"
    R"( xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0")"
    R"( xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0")"
    R"( xmlns:svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0")"
    R"( xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0")";

std::string flat(const std::string& body, const std::string& styles = {}) {
  return "<?xml version=\"1.0\"?><office:document" + declarations +
         " office:mimetype=\"application/vnd.oasis.opendocument.text\"><office:automatic-styles>" +
         styles + "</office:automatic-styles><office:body><office:text>" + body +
         "</office:text></office:body></office:document>";
}

Document read(const std::string& bytes) {
  const Format& format = odt_format();
  REQUIRE(format.sniff(as_bytes(bytes)) > 0);
  Result<Document> document = format.read(as_bytes(bytes));
  if (!document)
    FAIL(document.error().message.en);
  return std::move(*document);
}

Error error_of(const std::string& bytes) {
  const Result<Document> document = odt_format().read(as_bytes(bytes));
  REQUIRE(!document);
  return document.error();
}

std::string outline(const std::string& body, const std::string& styles = {}) {
  return test::outline(read(flat(body, styles)));
}

std::string p(const std::string& text) {
  return "<text:p>" + text + "</text:p>";
}

std::string cell(const std::string& text, const std::string& attributes = {}) {
  return "<table:table-cell " + attributes + ">" + p(text) + "</table:table-cell>";
}

std::string row(const std::string& cells, const std::string& attributes = {}) {
  return "<table:table-row " + attributes + ">" + cells + "</table:table-row>";
}

std::string table(const std::string& inside) {
  return "<table:table>" + inside + "</table:table>";
}

const std::string covered = "<table:covered-table-cell/>";

} // namespace

TEST_CASE("ODF: white space collapses, stated spaces, tabs and breaks stay") {
  CHECK(outline(p("  a \n b<text:span> c</text:span> <text:s "
                  "text:c=\"2\"/>d<text:tab/>e<text:line-break/>f ")) == "a b c   d\te\nf\n");
}

TEST_CASE("ODF: deletions, notes, comments and hidden text are left out") {
  const std::string styles =
      "<style:style style:name=\"H\" style:family=\"text\"><style:text-properties "
      "text:display=\"none\"/></style:style>";
  CHECK(outline("<text:tracked-changes><text:changed-region><text:deletion>" + p("gone") +
                    "</text:deletion></text:changed-region></text:tracked-changes>" +
                    p("2<text:change "
                      "text:change-id=\"1\"/>7<text:note><text:note-citation>1</text:note-citation>"
                      "<text:note-body>" +
                      p("note") + "</text:note-body></text:note><office:annotation>" + p("c") +
                      "</office:annotation><text:span text:style-name=\"H\">hidden</text:span>") +
                    "<text:section text:display=\"none\">" + p("no") +
                    "</text:section><text:section>" + p("yes") + "</text:section>",
                styles) == "27\nyes\n");
}

TEST_CASE("ODF: what text boxes and shapes hold follows the paragraph") {
  CHECK(outline(p("a<draw:frame><draw:text-box>" + p("boxed") + table(row(cell("in"))) +
                  "</draw:text-box><svg:title>t</svg:title></draw:frame>b") +
                p("c")) == "ab\nboxed\n[|in]\nc\n");
}

TEST_CASE("ODF: headings, sizes and alignment come from styles, which may stand in a ring") {
  const std::string styles =
      "<style:default-style style:family=\"paragraph\"><style:text-properties "
      "fo:font-size=\"12pt\" "
      "style:font-size-asian=\"10.5pt\"/></style:default-style>"
      "<style:style style:name=\"A\" style:family=\"paragraph\" style:parent-style-name=\"B\">"
      "<style:text-properties style:font-size-asian=\"200%\"/></style:style>"
      "<style:style style:name=\"B\" style:family=\"paragraph\" style:parent-style-name=\"A\">"
      "<style:paragraph-properties fo:text-align=\"center\"/></style:style>";
  const Document document = read(flat(
      "<text:h text:outline-level=\"2\" text:style-name=\"A\">标题</text:h>" + p("ab"), styles));
  const Paragraph& heading = std::get<Paragraph>(document.flow.at(0));
  CHECK(heading.heading == 2);
  CHECK(heading.centered);
  CHECK(heading.font_size == 21);
  CHECK(std::get<Paragraph>(document.flow.at(1)).font_size == 12);
}

TEST_CASE("ODF: list labels are written as their style says") {
  const std::string styles =
      "<text:list-style style:name=\"L\"><text:list-level-style-number text:level=\"1\" "
      "style:num-format=\"一, 二, 三, ...\" "
      "style:num-suffix=\"、\"/><text:list-level-style-number text:level=\"2\" "
      "style:num-format=\"1\" style:num-prefix=\"（\" "
      "style:num-suffix=\"）\"/><text:list-level-style-number text:level=\"3\" "
      "style:num-format=\"1\" text:display-levels=\"2\" "
      "style:num-suffix=\".\"/><text:list-level-style-bullet text:level=\"4\"/></text:list-style>";
  const auto item = [](const std::string& inside) {
    return "<text:list-item>" + inside + "</text:list-item>";
  };
  const auto sub = [](const std::string& inside) {
    return "<text:list>" + inside + "</text:list>";
  };
  const std::string list =
      "<text:list xml:id=\"i\" text:style-name=\"L\">" +
      item(p("a") + p("more") + sub(item(p("b") + sub(item(p("c") + sub(item(p("bullet")))))))) +
      item(p("d")) + "<text:list-header>" + p("head") + "</text:list-header></text:list>";
  CHECK(outline(list + "<text:list text:continue-list=\"i\" text:style-name=\"L\">" + item(p("e")) +
                    "</text:list>" + "<text:list text:style-name=\"L\">" + item(p("f")) +
                    "</text:list>" +
                    "<text:list text:style-name=\"L\" text:continue-numbering=\"true\">" +
                    item(p("g")) + "<text:list-item text:start-value=\"9\">" + p("h") +
                    "</text:list-item></text:list>",
                styles) ==
        "一、a\nmore\n（1）b\n1.1.c\nbullet\n二、d\nhead\n三、e\n一、f\n二、g\n九、h\n");
}

TEST_CASE("ODF: headings are numbered by the outline") {
  const std::string styles = "<text:outline-style><text:outline-level-style text:level=\"1\" "
                             "style:num-format=\"一, 二, 三, ...\" "
                             "style:num-suffix=\"、\"/></text:outline-style>";
  CHECK(outline(
            "<text:h text:outline-level=\"1\">a</text:h><text:h text:outline-level=\"2\">b</text:h>"
            "<text:h text:outline-level=\"1\">c</text:h>",
            styles) == "一、a\nb\n二、c\n");
}

TEST_CASE("ODF: spans, covered cells and header rows") {
  CHECK(outline(table("<table:table-header-rows>" +
                      row(cell("a", "table:number-rows-spanned=\"2\"") +
                          cell("b", "table:number-columns-spanned=\"2\"") + covered) +
                      "</table:table-header-rows>" + row(covered + cell("c") + cell("d")))) ==
        "[|2x1:a|1x2:b/|c|d]\n");
  // Some programs do not write covered cells.
  CHECK(outline(table(row(cell("a", "table:number-rows-spanned=\"2\"") +
                          cell("b", "table:number-columns-spanned=\"2\"")) +
                      row(cell("c") + cell("d")))) == "[|2x1:a|1x2:b/|c|d]\n");
  CHECK(outline(table(row(cell("a") + cell("b", "table:number-rows-spanned=\"2\"")) +
                      row(cell("c")))) == "[|a|2x1:b/|c]\n");
  CHECK(outline(table(
            row(cell("a", "table:number-rows-spanned=\"2\" table:number-columns-spanned=\"2\"") +
                covered + cell("b")) +
            row(covered + covered + cell("c")))) == "[|2x1:a|b/|c]\n");
}

TEST_CASE("ODF: repeated rows and cells are there as often as stated") {
  CHECK(outline(table(row(cell("0", "table:number-columns-repeated=\"3\""),
                          "table:number-rows-repeated=\"2\""))) == "[|0|0|0/|0|0|0]\n");
  CHECK(error_of(flat(table(row(cell("0"), "table:number-rows-repeated=\"1000000000\"")))).code ==
        Code::limit);
  CHECK(
      error_of(flat(table(row(cell("0", "table:number-columns-repeated=\"99999999999\""))))).code ==
      Code::limit);
}

TEST_CASE("ODF: cells carry the names that Writer gives them") {
  const Document document = read(flat(
      table(row(cell("a", "table:number-rows-spanned=\"2\" table:number-columns-spanned=\"2\"") +
                covered + cell("b")) +
            row(covered + covered + cell("c")))));
  const Table& got = std::get<Table>(document.flow.at(0));
  CHECK(got.cells.at(1).origin.anchor == "B1");
  CHECK(got.cells.at(2).origin.anchor == "B2");
}

TEST_CASE("ODF: a row that a tracked deletion emptied is left out") {
  const std::string gone = "<text:change text:change-id=\"1\"/>";
  const Document document = read(flat(
      table(row(cell("a", "table:number-rows-spanned=\"3\"") + cell("b")) +
            row(covered + cell(gone)) + row(covered + cell("c")) + row(cell("d") + cell("")))));
  CHECK(test::outline(document) == "[|2x1:a|b/|c/|d|]\n");
  CHECK(std::get<Table>(document.flow.at(0)).cells.at(2).origin.anchor == "B3");
  REQUIRE(document.notes.size() == 1);
  CHECK(document.notes[0].message.en == "1 tracked deletions are left out");
}

TEST_CASE("ODF: a nested table follows its table") {
  CHECK(outline(table(row("<table:table-cell>" + p("x") + table(row(cell("in"))) +
                          "</table:table-cell>"))) == "[|x]\n[|in]\n");
}

TEST_CASE("ODF: a sub-table is part of the grid") {
  const std::string styles =
      "<style:style style:name=\"w\" style:family=\"table-column\"><style:table-column-properties "
      "style:column-width=\"2cm\"/></style:style>"
      "<style:style style:name=\"n\" style:family=\"table-column\"><style:table-column-properties "
      "style:column-width=\"1cm\"/></style:style>";
  const auto columns = [](const std::string& style) {
    return "<table:table-column table:style-name=\"" + style +
           "\" table:number-columns-repeated=\"2\"/>";
  };
  CHECK(
      outline(table(columns("w") +
                    row(cell("a") + "<table:table-cell><table:table table:is-sub-table=\"true\">" +
                        columns("n") + row(cell("b") + cell("c")) +
                        row(cell("d", "table:number-columns-spanned=\"2\"") + covered) +
                        "</table:table></table:table-cell>") +
                    row(cell("e") + cell("f"))),
              styles) == "[|2x1:a|b|c/|1x2:d/|e|1x2:f]\n");
}

TEST_CASE("ODF: packages are read by their mimetype, styles.xml and content.xml") {
  const std::string content =
      "<office:document-content" + declarations + "><office:body><office:text>" +
      "<text:p "
      "text:style-name=\"C\">x</text:p></office:text></office:body></office:document-content>";
  const std::string styles =
      "<office:document-styles" + declarations +
      "><office:styles><style:style style:name=\"C\" "
      "style:family=\"paragraph\"><style:paragraph-properties "
      "fo:text-align=\"center\"/></style:style>"
      "</office:styles><office:automatic-styles><style:style style:name=\"C\" "
      "style:family=\"paragraph\"/>"
      "</office:automatic-styles><office:master-styles><text:p>head</text:p></office:master-styles>"
      "</office:document-styles>";
  const std::string manifest =
      "<m:manifest xmlns:m=\"urn:oasis:names:tc:opendocument:xmlns:manifest:1.0\">"
      "<m:file-entry m:full-path=\"content.xml\">{}</m:file-entry></m:manifest>";
  Parts parts{
      {"content.xml", content}, {"styles.xml", styles}, {"META-INF/manifest.xml", manifest}};
  const Document document = read(write_zip(parts));
  CHECK(test::outline(document) == "x\n");
  CHECK(std::get<Paragraph>(document.flow.at(0)).centered);

  std::string& entry = parts.at(2).second;
  entry.replace(entry.find("{}"), 2, "<m:encryption-data/>");
  CHECK(error_of(write_zip(parts)).code == Code::encrypted);
}

TEST_CASE("ODF: what is no text document is refused") {
  CHECK(error_of("<office:document" + declarations + "><office:body/></office:document>").code ==
        Code::damaged);
  CHECK(odt_format().sniff(as_bytes("<html><body/></html>")) == 0);
  CHECK(odt_format().sniff(
            as_bytes("PK\3\4 mimetypeapplication/vnd.oasis.opendocument.spreadsheet")) == 0);
}
