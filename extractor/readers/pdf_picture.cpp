// SPDX-License-Identifier: GPL-3.0-or-later
// A part of a page as a person sees it, drawn by Poppler's own renderer. Unlike reading, this runs
// the decoders of pictures and fonts: callers do it in a confined process.
#include "readers/messages.h"
#include "readers/pdf.h"
#include "readers/pdf_pages.h"
#include "readers/png.h"
#include "readers/poppler.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace gouji {

namespace {

constexpr double longest_side = 1'600; ///< pixels of a picture

} // namespace

Result<std::string> draw_pdf_part(Bytes bytes, const PagePart& part) {
  prepare_poppler();
  // The file takes the stream, the stream does not take the bytes.
  PDFDoc file(
      new MemStream(as_text(bytes).data(), 0, static_cast<Goffset>(bytes.size()), Object(objNull)));
  if (!file.isOk() || part.page < 1 || part.page > file.getNumPages() || part.area.empty())
    return fail(Code::damaged, fill(phrases::pdf_no_picture));
  const double scale =
      std::min(part.scale, longest_side / std::max(part.area.width(), part.area.height()));
  const double dots_per_inch = 72 * scale;
  const auto pixel = [&](double points) { return static_cast<int>(std::lround(points * scale)); };
  SplashColor paper = {255};
  SplashOutputDev device(splashModeMono8, 1, false, paper);
  device.startDoc(&file);
  file.displayPageSlice(&device, part.page, dots_per_inch, dots_per_inch, 0, false, true, false,
                        pixel(part.area.x0), pixel(part.area.y0),
                        std::max(1, pixel(part.area.width())),
                        std::max(1, pixel(part.area.height())));
  SplashBitmap* const bitmap = device.getBitmap();
  if (!bitmap || !bitmap->getDataPtr())
    return fail(Code::damaged, fill(phrases::pdf_no_picture));
  const auto width = static_cast<std::size_t>(bitmap->getWidth());
  const auto height = static_cast<std::size_t>(bitmap->getHeight());
  const auto row_bytes = static_cast<std::size_t>(bitmap->getRowSize());
  std::string png =
      make_grey_png({bitmap->getDataPtr(), row_bytes * height}, width, height, row_bytes);
  return png.empty() ? fail(Code::internal, fill(phrases::pdf_no_picture))
                     : Result<std::string>(std::move(png));
}

} // namespace gouji
