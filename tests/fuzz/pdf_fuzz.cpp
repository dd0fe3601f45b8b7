// SPDX-License-Identifier: GPL-3.0-or-later
// Contract of the PDF reader: any bytes become pages or an Error with a message in both languages.
// No crash, no leak, no undefined behaviour; every page has a finite positive size, every box and
// line on it is finite and in order, every ruling and picture lies on the page, every character can
// be written as UTF-8.
#include "readers/pdf.h"
#include "text/normalize.h"

#include <cmath>
#include <cstdint>
#include <cstdlib>

using namespace gouji;

namespace {

void require(bool holds) {
  if (!holds)
    std::abort();
}

void check_box(const Rect& box) {
  require(std::isfinite(box.x0) && std::isfinite(box.y0) && std::isfinite(box.x1) &&
          std::isfinite(box.y1));
  require(box.x0 <= box.x1 && box.y0 <= box.y1);
}

void check_page(const Page& page) {
  require(std::isfinite(page.width) && std::isfinite(page.height));
  require(page.width > 0 && page.height > 0);
  std::string text;
  for (const Glyph& glyph : page.glyphs) {
    check_box(glyph.box);
    require(std::isfinite(glyph.baseline) && std::isfinite(glyph.font_size));
    require(glyph.turned >= 0 && glyph.turned < 360);
    append_utf8(text, glyph.character);
  }
  require(valid_utf8(text));
  const Rect whole{-0.01, -0.01, page.width + 0.01, page.height + 0.01};
  const auto on_page = [&](const Rect& box) {
    check_box(box);
    require(box.x0 >= whole.x0 && box.y0 >= whole.y0 && box.x1 <= whole.x1 && box.y1 <= whole.y1);
  };
  for (const Ruling& line : page.rulings) {
    require(line.thickness >= 0);
    line.axis == Axis::horizontal ? on_page({line.from, line.position, line.to, line.position})
                                  : on_page({line.position, line.from, line.position, line.to});
  }
  for (const Shading& shading : page.shadings)
    on_page(shading.box);
  for (const Rect& image : page.images)
    on_page(image);
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto summary =
      read_pdf_pages(std::as_bytes(std::span(data, size)), {{1, 20}}, [](Page&& page, int) {
        check_page(page);
        return true;
      });
  if (!summary)
    require(!summary.error().message.en.empty() && !summary.error().message.zh.empty());
  return 0;
}
