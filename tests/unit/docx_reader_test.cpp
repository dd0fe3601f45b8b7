// SPDX-License-Identifier: GPL-3.0-or-later
// What the DOCX reader makes of each construct of WordprocessingML.
#include "readers/docx.h"
#include "support/docx_writer.h"
#include "support/outline.h"

#include <catch2/catch.hpp>
#include <fmt/format.h>

using namespace gouji;
using namespace gouji::test;

namespace {

Document read(const std::string& package) {
  const Format& format = docx_format();
  REQUIRE(format.sniff(as_bytes(package)) > 0);
  Result<Document> document = format.read(as_bytes(package));
  if (!document)
    FAIL(document.error().message.en);
  return std::move(*document);
}

Error error_of(const std::string& package) {
  const Result<Document> document = docx_format().read(as_bytes(package));
  REQUIRE(!document);
  return document.error();
}

std::string outline(const std::string& body, const std::string& styles = {},
                    const std::string& numbering = {}) {
  return test::outline(read(write_docx(body, styles, numbering)));
}

std::string p(const std::string& text) {
  return "<w:p><w:r><w:t>" + text + "</w:t></w:r></w:p>";
}

std::string tc(const std::string& text, const std::string& properties = {}) {
  return "<w:tc><w:tcPr>" + properties + "</w:tcPr>" + p(text) + "</w:tc>";
}

} // namespace

TEST_CASE("paragraphs and tables come in order") {
  const std::string table =
      "<w:tbl><w:tblGrid><w:gridCol w:w=\"100\"/><w:gridCol w:w=\"100\"/></w:tblGrid>"
      "<w:tr>" +
      tc("a", "<w:gridSpan w:val=\"2\"/>") + "</w:tr><w:tr>" + tc("b") + tc("c") +
      "</w:tr></w:tbl>";
  CHECK(outline(p("before") + table + p("after")) == "before\n[|1x2:a/|b|c]\nafter\n");
}

TEST_CASE("a package with one part twice is refused") {
  Parts parts = docx_parts(p("one"));
  parts.emplace_back("WORD\\Document.xml", "<x/>");
  CHECK(error_of(write_zip(parts)).code == Code::damaged);
}

// ---- text

TEST_CASE("insertions, links, content controls and smart tags are walked through") {
  CHECK(outline(
            "<w:p><w:ins><w:r><w:t>1</w:t></w:r></w:ins><w:hyperlink><w:r><w:t>2</w:t></w:r></"
            "w:hyperlink>"
            "<w:sdt><w:sdtPr><w:text/></w:sdtPr><w:sdtContent><w:r><w:t>3</w:t></w:r></"
            "w:sdtContent></w:sdt>"
            "<w:smartTag><w:customXml><w:r><w:t>4</w:t></w:r></w:customXml></w:smartTag></w:p>") ==
        "1234\n");
}

TEST_CASE("tracked deletions and what was moved away are left out, with a note") {
  const Document document = read(
      write_docx("<w:p><w:r><w:t>2</w:t></w:r><w:del><w:r><w:delText>9</w:delText></w:r></w:del>"
                 "<w:moveFrom><w:r><w:t>8</w:t></w:r></w:moveFrom>"
                 "<w:moveTo><w:r><w:t>7</w:t></w:r></w:moveTo></w:p>"));
  CHECK(test::outline(document) == "27\n");
  REQUIRE(document.notes.size() == 1);
  CHECK(document.notes[0].message.en == "2 tracked deletions are left out");
}

TEST_CASE("a deleted paragraph mark joins two paragraphs") {
  CHECK(outline("<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:r><w:t>one </w:t></w:r></w:p>" +
                p("two")) == "onetwo\n");
  CHECK(outline("<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:r><w:t>last</w:t></w:r></w:p>") ==
        "last\n");
}

TEST_CASE("white space of text counts only where it is preserved") {
  CHECK(outline("<w:p><w:r><w:t> a\n </w:t></w:r><w:r><w:t xml:space=\"preserve\"> b\nc "
                "</w:t></w:r></w:p>") == "a b c \n");
}

TEST_CASE("tabs, breaks, hyphens and symbols become characters") {
  CHECK(outline("<w:p><w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/><w:t>c</w:t><w:noBreakHyphen/"
                "><w:softHyphen/>"
                "<w:t>d</w:t><w:sym w:font=\"Wingdings\" w:char=\"F0FC\"/><w:sym w:font=\"Times\" "
                "w:char=\"F041\"/>"
                "<w:sym w:font=\"宋体\" w:char=\"2460\"/></w:r></w:p>") == "a\tb\nc-d\uF0FCA①\n");
  CHECK(outline("<w:p><w:r><w:br w:type=\"page\"/><w:t>a</w:t></w:r></w:p>") == "a\n");
}

TEST_CASE("results of fields are text, instructions are not, even nested") {
  const auto mark = [](const std::string& kind) {
    return "<w:r><w:fldChar w:fldCharType=\"" + kind + "\"/></w:r>";
  };
  const auto run = [](const std::string& text) { return "<w:r><w:t>" + text + "</w:t></w:r>"; };
  CHECK(outline("<w:p>" + run("a") + mark("begin") + run("IF") + mark("begin") + run("x") +
                mark("separate") + run("inner") + mark("end") + mark("separate") + run("b") +
                mark("end") + run("c") + "</w:p>") == "abc\n");
  CHECK(outline("<w:p><w:fldSimple w:instr=\"PAGE\">" + run("7") + "</w:fldSimple></w:p>") ==
        "7\n");
  // A field that never ends takes no more than its paragraph.
  CHECK(outline("<w:p>" + mark("begin") + run("lost") + "</w:p>" + p("kept")) == "kept\n");
  // A result may go on over paragraphs.
  CHECK(outline("<w:p>" + mark("begin") + run("TOC") + mark("separate") + run("1") + "</w:p>" +
                p("2") + "<w:p>" + mark("end") + run("3") + "</w:p>") == "1\n2\n3\n");
}

TEST_CASE("marks of notes and comments are no part of a number") {
  CHECK(outline("<w:p><w:r><w:t>22</w:t></w:r><w:r><w:footnoteReference w:id=\"1\"/></w:r>"
                "<w:r><w:commentReference w:id=\"1\"/></w:r>"
                "<w:r><w:endnoteReference w:customMarkFollows=\"1\"/><w:t>1</w:t></w:r></w:p>") ==
        "22\n");
}

TEST_CASE("hidden text is left out, by run or by style") {
  const std::string styles =
      "<w:style w:type=\"character\" w:styleId=\"h\"><w:rPr><w:vanish/></w:rPr></w:style>";
  const Document document = read(write_docx(
      "<w:p><w:r><w:t>a</w:t></w:r><w:r><w:rPr><w:vanish/></w:rPr><w:t>b</w:t></w:r>"
      "<w:r><w:rPr><w:rStyle w:val=\"h\"/></w:rPr><w:t>c</w:t></w:r>"
      "<w:r><w:rPr><w:rStyle w:val=\"h\"/><w:vanish w:val=\"0\"/></w:rPr><w:t>d</w:t></w:r></w:p>",
      styles));
  CHECK(test::outline(document) == "ad\n");
  REQUIRE(document.notes.size() == 1);
  CHECK(document.notes[0].message.en == "hidden text is left out");
}

TEST_CASE("of alternative content one is read: the first that is understood, else the fallback") {
  const auto alternative = [](const std::string& needed) {
    return "<w:p><w:r><mc:AlternateContent><mc:Choice Requires=\"" + needed +
           "\"><w:t>new</w:t></mc:Choice><mc:Choice Requires=\"wps\"><w:t>second</w:t></mc:Choice>"
           "<mc:Fallback><w:t>old</w:t></mc:Fallback></mc:AlternateContent></w:r></w:p>";
  };
  CHECK(outline(alternative("wps")) == "new\n");
  CHECK(outline(alternative("zzz")) == "second\n");
  CHECK(
      outline("<w:p><w:r><mc:AlternateContent><mc:Choice Requires=\"v\"><w:t>new</w:t></mc:Choice>"
              "<mc:Fallback><w:t>old</w:t></mc:Fallback></mc:AlternateContent></w:r></w:p>") ==
      "old\n");
}

TEST_CASE("what a text box holds follows its paragraph, tables too") {
  const std::string box =
      "<mc:AlternateContent><mc:Choice Requires=\"wps\"><w:drawing><wps:txbx><w:txbxContent>" +
      p("boxed") + "<w:tbl><w:tr>" + tc("in") + "</w:tr></w:tbl>" +
      "</w:txbxContent></wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox>"
      "<w:txbxContent>" +
      p("boxed") +
      "</w:txbxContent></v:textbox></w:pict></mc:Fallback>"
      "</mc:AlternateContent>";
  CHECK(outline("<w:p><w:r><w:t>a</w:t>" + box + "<w:t>b</w:t></w:r></w:p>" + p("c")) ==
        "ab\nboxed\n[|in]\nc\n");
}

TEST_CASE("the reading above a word is not the word") {
  CHECK(outline("<w:p><w:r><w:ruby><w:rt><w:r><w:t>han</w:t></w:r></w:rt>"
                "<w:rubyBase><w:r><w:t>汉</w:t></w:r></w:rubyBase></w:ruby></w:r></w:p>") ==
        "汉\n");
}

// ---- styles

TEST_CASE("headings, sizes and alignment come from styles, which may stand in a ring") {
  const std::string styles =
      "<w:docDefaults><w:rPrDefault><w:rPr><w:sz "
      "w:val=\"21\"/></w:rPr></w:rPrDefault></w:docDefaults>"
      "<w:style w:type=\"paragraph\" w:default=\"1\" w:styleId=\"n\"><w:name "
      "w:val=\"Normal\"/></w:style>"
      "<w:style w:type=\"paragraph\" w:styleId=\"base\"><w:basedOn w:val=\"ring\"/>"
      "<w:pPr><w:jc w:val=\"center\"/><w:outlineLvl w:val=\"1\"/></w:pPr><w:rPr><w:sz "
      "w:val=\"44\"/></w:rPr></w:style>"
      "<w:style w:type=\"paragraph\" w:styleId=\"ring\"><w:basedOn w:val=\"base\"/>"
      "<w:pPr><w:outlineLvl w:val=\"0\"/></w:pPr></w:style>"
      "<w:style w:type=\"paragraph\" w:styleId=\"named\"><w:name w:val=\"heading 3\"/></w:style>";
  const auto styled = [](const std::string& style) {
    return "<w:p><w:pPr><w:pStyle w:val=\"" + style + "\"/></w:pPr><w:r><w:t>x</w:t></w:r></w:p>";
  };
  const Document document =
      read(write_docx(styled("base") + styled("ring") + styled("named") + p("x"), styles));
  const auto paragraph = [&](std::size_t i) { return std::get<Paragraph>(document.flow.at(i)); };
  CHECK(paragraph(0).heading == 2);
  CHECK(paragraph(0).centered);
  CHECK(paragraph(0).font_size == 22);
  CHECK(paragraph(1).heading == 1);
  CHECK(paragraph(2).heading == 3);
  CHECK(paragraph(3).heading == 0);
  CHECK_FALSE(paragraph(3).centered);
  CHECK(paragraph(3).font_size == 10.5);
}

TEST_CASE("a paragraph's size is that of most of its text") {
  const Document document =
      read(write_docx("<w:p><w:r><w:rPr><w:sz w:val=\"20\"/></w:rPr><w:t>ab</w:t></w:r>"
                      "<w:r><w:rPr><w:sz w:val=\"36\"/></w:rPr><w:t>long text</w:t></w:r></w:p>"));
  CHECK(std::get<Paragraph>(document.flow.at(0)).font_size == 18);
}

// ---- numbering

namespace {

std::string level(int index, const std::string& format, const std::string& text,
                  const std::string& more = {}) {
  return fmt::format("<w:lvl w:ilvl=\"{}\"><w:start w:val=\"1\"/><w:numFmt "
                     "w:val=\"{}\"/>{}<w:lvlText w:val=\"{}\"/></w:lvl>",
                     index, format, more, text);
}

std::string list(int id, const std::string& levels, const std::string& overrides = {}) {
  return fmt::format(
      "<w:abstractNum w:abstractNumId=\"{0}\">{1}</w:abstractNum><w:num w:numId=\"{0}\">"
      "<w:abstractNumId w:val=\"{0}\"/>{2}</w:num>",
      id, levels, overrides);
}

std::string item(int id, int at, const std::string& text) {
  return fmt::format(
      "<w:p><w:pPr><w:numPr><w:ilvl w:val=\"{}\"/><w:numId w:val=\"{}\"/></w:numPr></w:pPr>"
      "<w:r><w:t>{}</w:t></w:r></w:p>",
      at, id, text);
}

} // namespace

TEST_CASE("labels are written as their definition says") {
  const std::string numbering =
      list(1, level(0, "chineseCounting", "%1、") + level(1, "chineseCounting", "（%2）") +
                  level(2, "decimal", "%3.") + level(3, "decimal", "%1.%4", "<w:isLgl/>"));
  CHECK(outline(item(1, 0, "a") + item(1, 1, "b") + item(1, 1, "c") + item(1, 2, "d") +
                    item(1, 0, "e") + item(1, 1, "f") + item(1, 3, "g"),
                {}, numbering) == "一、a\n（一）b\n（二）c\n1.d\n二、e\n（一）f\n2.1 g\n");
}

TEST_CASE("labels inside cells are part of the cell's text") {
  CHECK(outline("<w:tbl><w:tr><w:tc>" + item(1, 0, "x") + "</w:tc><w:tc>" + item(1, 0, "") +
                    "</w:tc></w:tr></w:tbl>",
                {}, list(1, level(0, "decimal", "%1."))) == "[|1.x|2.]\n");
}

TEST_CASE("a list that restates its start begins anew, others go on") {
  const std::string numbering = list(1, level(0, "decimal", "%1.")) +
                                "<w:num w:numId=\"2\"><w:abstractNumId w:val=\"1\"/></w:num>"
                                "<w:num w:numId=\"3\"><w:abstractNumId w:val=\"1\"/><w:lvlOverride "
                                "w:ilvl=\"0\"><w:startOverride w:val=\"5\"/>"
                                "</w:lvlOverride></w:num>";
  CHECK(outline(item(1, 0, "a") + item(2, 0, "b") + item(3, 0, "c") + item(3, 0, "d"), {},
                numbering) == "1.a\n2.b\n5.c\n6.d\n");
}

TEST_CASE("a level restarts after the level that its definition names") {
  const std::string numbering = list(
      1, level(0, "decimal", "%1.") + level(1, "decimal", "%2)", "<w:lvlRestart w:val=\"0\"/>"));
  CHECK(outline(item(1, 0, "a") + item(1, 1, "b") + item(1, 0, "c") + item(1, 1, "d"), {},
                numbering) == "1.a\n1)b\n2.c\n2)d\n");
}

TEST_CASE("a style numbers its paragraphs, and zero takes the number away") {
  const std::string styles =
      "<w:style w:type=\"paragraph\" w:styleId=\"h2\"><w:pPr><w:numPr><w:numId "
      "w:val=\"1\"/></w:numPr></w:pPr></w:style>";
  const std::string numbering = list(
      1, level(0, "decimal", "%1.") + level(1, "upperLetter", "%2.", "<w:pStyle w:val=\"h2\"/>"));
  CHECK(outline(
            "<w:p><w:pPr><w:pStyle w:val=\"h2\"/></w:pPr><w:r><w:t>x</w:t></w:r></w:p>"
            "<w:p><w:pPr><w:pStyle w:val=\"h2\"/><w:numPr><w:numId w:val=\"0\"/></w:numPr></w:pPr>"
            "<w:r><w:t>y</w:t></w:r></w:p>",
            styles, numbering) == "A.x\ny\n");
}

TEST_CASE("a definition that only names a numbering style is followed to it") {
  const std::string styles =
      "<w:style w:type=\"numbering\" w:styleId=\"s\"><w:pPr><w:numPr><w:numId "
      "w:val=\"1\"/></w:numPr></w:pPr></w:style>";
  const std::string numbering =
      list(1, level(0, "decimal", "%1)")) + list(2, "<w:numStyleLink w:val=\"s\"/>");
  CHECK(outline(item(2, 0, "x"), styles, numbering) == "1)x\n");
}

TEST_CASE("bullets and unknown lists write nothing") {
  CHECK(outline(item(1, 0, "x") + item(7, 0, "y"), {}, list(1, level(0, "bullet", "●"))) ==
        "x\ny\n");
}

// ---- tables

namespace {

std::string grid(std::initializer_list<int> widths) {
  std::string text = "<w:tblGrid>";
  for (const int width : widths)
    text += fmt::format("<w:gridCol w:w=\"{}\"/>", width);
  return text + "</w:tblGrid>";
}

std::string row(const std::string& cells, const std::string& properties = {}) {
  return "<w:tr><w:trPr>" + properties + "</w:trPr>" + cells + "</w:tr>";
}

std::string table(const std::string& inside) {
  return "<w:tbl><w:tblPr/>" + inside + "</w:tbl>";
}

std::string span(int columns) {
  return fmt::format("<w:gridSpan w:val=\"{}\"/>", columns);
}

constexpr const char* restart = "<w:vMerge w:val=\"restart\"/>";
constexpr const char* go_on = "<w:vMerge/>";

} // namespace

TEST_CASE("vertical merges span rows; a continuation without a start is a cell of its own") {
  CHECK(outline(table(grid({100, 100}) + row(tc("a", restart) + tc("b")) +
                      row(tc("", go_on) + tc("c")) + row(tc("d", restart) + tc("e", go_on)))) ==
        "[|2x1:a|b/|c/|d|e]\n");
}

TEST_CASE("text under a merged cell is told") {
  const Document document =
      read(write_docx(table(grid({100}) + row(tc("a", restart)) + row(tc("covered", go_on)))));
  CHECK(test::outline(document) == "[|2x1:a]\n");
  REQUIRE(document.notes.size() == 1);
  CHECK(document.notes[0].message.en == "table 1: text under a merged cell is left out: covered");
}

TEST_CASE("cells carry the names that Writer gives them, continuations counted") {
  const Document document = read(write_docx(
      table(grid({100, 100, 100}) + row(tc("a", restart) + tc("b", span(2))) +
            row(tc("", go_on) + tc("c") + tc("d")) + row(tc("e"), "<w:gridBefore w:val=\"2\"/>"))));
  const Table& read_table = std::get<Table>(document.flow.at(0));
  std::string names;
  for (const Cell& cell : read_table.cells)
    names += cell.text + "=" + cell.origin.anchor + " ";
  CHECK(names == "a=A1 b=B1 c=B2 d=C2 = = e=B3 ");
}

TEST_CASE("edges that miss each other by some twips are one grid line") {
  CHECK(outline(table(
            grid({1000, 30, 970, 20, 980}) + row(tc("a") + tc("b", span(2)) + tc("c", span(2))) +
            row(tc("d", span(2)) + tc("e", span(2)) + tc("f")) + row(tc("g", span(5))))) ==
        "[|a|b|c/|d|e|f/|1x3:g]\n");
}

TEST_CASE("a narrow column of its own stays one") {
  CHECK(outline(table(grid({1000, 40, 960}) + row(tc("a") + tc("b") + tc("c")))) == "[|a|b|c]\n");
}

TEST_CASE("rows that do not fill the grid stand by their widths") {
  const std::string half = "<w:tcW w:w=\"1000\" w:type=\"dxa\"/>";
  CHECK(outline(table(grid({500, 500, 1000}) + row(tc("a") + tc("b") + tc("c")) +
                      row(tc("d", half) + tc("e", half)))) == "[|a|b|c/|1x2:d|e]\n");
  const std::string all = "<w:tcW w:w=\"5000\" w:type=\"pct\"/>";
  CHECK(outline(table(grid({500, 500, 1000}) + row(tc("a") + tc("b") + tc("c")) +
                      row(tc("d", all)))) == "[|a|b|c/|1x3:d]\n");
}

TEST_CASE("without a grid, spans count columns") {
  CHECK(outline(table(row(tc("a", span(2))) + row(tc("b") + tc("c")))) == "[|1x2:a/|b|c]\n");
  CHECK(outline(table(grid({0, 0}) + row(tc("a", span(2))) + row(tc("b") + tc("c")))) ==
        "[|1x2:a/|b|c]\n");
  CHECK(outline(table(grid({5}) + row(tc("a") + tc("b")) + row(tc("c") + tc("d")))) ==
        "[|a|b/|c|d]\n");
}

TEST_CASE("a span beyond reason goes to the last column") {
  CHECK(outline(table(grid({100, 100}) + row(tc("a", "<w:gridSpan w:val=\"2147483648\"/>")) +
                      row(tc("b") + tc("c")))) == "[|1x2:a/|b|c]\n");
}

TEST_CASE("what is left out before and after a row's cells is empty") {
  CHECK(outline(table(grid({100, 100, 100}) + row(tc("a") + tc("b") + tc("c")) +
                      row(tc("d"), "<w:gridBefore w:val=\"1\"/><w:gridAfter w:val=\"1\"/>"))) ==
        "[|a|b|c/||d|]\n");
}

TEST_CASE("old horizontal merges are spans") {
  CHECK(outline(
            table(grid({100, 100, 100}) +
                  row(tc("a", "<w:hMerge w:val=\"restart\"/>") + tc("", "<w:hMerge/>") + tc("b")) +
                  row(tc("c") + tc("d") + tc("e")))) == "[|1x2:a|b/|c|d|e]\n");
}

TEST_CASE("tracked rows: an inserted one is there, a deleted or hidden one is not") {
  CHECK(outline(table(grid({100}) + row(tc("a"), "<w:ins/>") + row(tc("b"), "<w:del/>") +
                      row(tc("c"), "<w:hidden/>") + row(tc("d")))) == "[|a/|d]\n");
}

TEST_CASE("a nested table follows its table and is no text of its cell") {
  const std::string inner = table(grid({10}) + row(tc("in")));
  const Document document = read(write_docx(
      table(grid({100}) + row("<w:tc>" + p("x") + inner + p("y") + "</w:tc>")) + p("after")));
  CHECK(test::outline(document) == "[|x\ny]\n[|in]\nafter\n");
  CHECK(std::get<Table>(document.flow.at(0)).depth == 0);
  CHECK(std::get<Table>(document.flow.at(1)).depth == 1);
}

TEST_CASE("rows and cells stand in content controls too") {
  CHECK(outline(table(
            "<w:sdt><w:sdtContent>" +
            row("<w:sdt><w:sdtPr/><w:sdtContent>" + tc("a") + "</w:sdtContent></w:sdt>" + tc("b")) +
            "</w:sdtContent></w:sdt>")) == "[|a|b]\n");
}

// ---- packages

TEST_CASE("strict documents and main parts of any name are read") {
  Parts parts = docx_parts(p("x"));
  std::string& content = parts.at(2).second;
  const std::string transitional = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
  content.replace(content.find(transitional), transitional.size(),
                  "http://purl.oclc.org/ooxml/wordprocessingml/main");
  parts.at(2).first = "content/main.xml";
  std::string& relationships = parts.at(1).second;
  relationships.replace(relationships.find("word/document.xml"), 17, "/content/./main.xml");
  CHECK(test::outline(read(write_zip(parts))) == "x\n");
}

TEST_CASE("a damaged package says what is wrong") {
  CHECK(error_of("PK\3\4 no archive").code == Code::damaged);
  CHECK(error_of(write_zip({{"[Content_Types].xml", "<x/>"}})).message.en ==
        "the package has no part word/document.xml");
  CHECK(error_of(write_docx("<w:p>"))
            .message.en.starts_with("the part word/document.xml cannot be read: line 1: "));
  Parts parts = docx_parts(p("x"));
  parts.at(2).second = "<!DOCTYPE x [<!ENTITY e \"y\">]><x>&e;</x>";
  CHECK(error_of(write_zip(parts)).message.en == "the part word/document.xml cannot be read: line "
                                                 "1: a document type declaration is not allowed");
  parts.at(2).second = "<x/>";
  CHECK(error_of(write_zip(parts)).message.en ==
        "the part word/document.xml cannot be read: it has no document body");
}

TEST_CASE("damaged styles are left out with a note") {
  Parts parts = docx_parts(p("x"), "<w:style>");
  const Document document = read(write_zip(parts));
  CHECK(test::outline(document) == "x\n");
  REQUIRE(document.notes.size() == 1);
  CHECK(document.notes[0].message.en.starts_with("the part word/styles.xml could not be read"));
}

TEST_CASE("what inflates beyond its bound is refused") {
  Parts parts = docx_parts(p("x"));
  parts.at(2).second += std::string(8u << 20, ' ');
  CHECK(error_of(write_zip(parts)).code == Code::limit);
}

TEST_CASE("depth and attributes have bounds") {
  std::string deep;
  for (int i = 0; i < 300; ++i)
    deep += "<w:sdt>";
  CHECK(error_of(write_docx(deep)).code == Code::limit);
  std::string wide = "<w:p";
  for (int i = 0; i < 2000; ++i)
    wide += fmt::format(" a{}=\"\"", i);
  CHECK(error_of(write_docx(wide + "/>")).code == Code::limit);
}

TEST_CASE("an encrypted document is told from a damaged one") {
  std::string compound = "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1" + std::string(504, '\0');
  CHECK(docx_format().sniff(as_bytes(compound)) == 0);
  for (const char c : std::string("EncryptedPackage"))
    compound += std::string{c, '\0'};
  CHECK(docx_format().sniff(as_bytes(compound)) > 90);
  CHECK(error_of(compound).code == Code::encrypted);
}
