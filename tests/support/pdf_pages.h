// SPDX-License-Identifier: GPL-3.0-or-later
// Reads what a PdfWriter wrote, for tests of the PDF reader.
#pragma once

#include "readers/pdf.h"
#include "support/pdf_writer.h"
#include "text/normalize.h"

#include <catch2/catch.hpp>

#include <string>

namespace gouji::test {

inline std::string text_of(const Page& page) {
  std::string text;
  for (const Glyph& glyph : page.glyphs)
    append_utf8(text, glyph.character);
  return text;
}

inline Document read_pdf(const std::string& file) {
  const auto document = pdf_format().read(as_bytes(file));
  if (!document)
    FAIL(document.error().message.en);
  return *document;
}

/// The error of a file that cannot be read.
inline Error pdf_error(const std::string& file) {
  const auto document = pdf_format().read(as_bytes(file));
  REQUIRE_FALSE(document);
  CHECK_FALSE(document.error().message.en.empty());
  CHECK_FALSE(document.error().message.zh.empty());
  return document.error();
}

/// The one page of the document.
inline Page read_page(PdfWriter& writer) {
  const Document document = read_pdf(writer.finish());
  REQUIRE(document.pages.size() == 1);
  return document.pages.front();
}

inline void check_box(const Rect& box, double x0, double y0, double x1, double y1) {
  CHECK(box.x0 == Approx(x0).margin(0.01));
  CHECK(box.y0 == Approx(y0).margin(0.01));
  CHECK(box.x1 == Approx(x1).margin(0.01));
  CHECK(box.y1 == Approx(y1).margin(0.01));
}

inline void check_ruling(const Ruling& ruling, Axis axis, double position, double from, double to,
                         double thickness) {
  CHECK(ruling.axis == axis);
  CHECK(ruling.position == Approx(position).margin(0.01));
  CHECK(ruling.from == Approx(from).margin(0.01));
  CHECK(ruling.to == Approx(to).margin(0.01));
  CHECK(ruling.thickness == Approx(thickness).margin(0.01));
}

} // namespace gouji::test
