// SPDX-License-Identifier: GPL-3.0-or-later
// What the DOCX reader makes of each construct of WordprocessingML.
#include "readers/docx.h"

#include <catch2/catch.hpp>

#include "support/docx_writer.h"

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

/// The flow as text: paragraphs a line each, "[" rows of a table "]" with '|' before each cell that
/// starts in the row; spans as "2x3:".
std::string outline(const Document& document) {
  std::string text;
  for (const Block& block : document.flow) {
    if (const Paragraph* paragraph = std::get_if<Paragraph>(&block)) {
      text += paragraph->full_text() + "\n";
      continue;
    }
    const Table& table = std::get<Table>(block);
    CHECK(grid_fault(table) == "");
    text += "[";
    int row = 0;
    for (const Cell& cell : table.cells) {
      for (; row < cell.row; ++row)
        text += "/";
      text += "|";
      if (cell.row_span > 1 || cell.column_span > 1)
        text += fmt::format("{}x{}:", cell.row_span, cell.column_span);
      text += cell.text;
    }
    text += "]\n";
  }
  return text;
}

std::string outline(const std::string& body, const std::string& styles = {},
                    const std::string& numbering = {}) {
  return outline(read(write_docx(body, styles, numbering)));
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
