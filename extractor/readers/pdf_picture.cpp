// SPDX-License-Identifier: GPL-3.0-or-later
// A part of a page as a person sees it, drawn by Poppler's own renderer. Unlike reading, this runs
// the decoders of pictures and fonts: callers do it in a confined process.
#include "readers/messages.h"
#include "readers/pdf.h"
#include "readers/pdf_pages.h"
#include "readers/poppler.h"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <memory>

namespace gouji {

namespace {

constexpr double longest_side = 1'600; ///< pixels of a picture

/// Sixteen greys do for text and lines, and pack into half the bytes of 256.
void reduce_greys(SplashBitmap& bitmap) {
  SplashColorPtr row = bitmap.getDataPtr();
  for (int y = 0; y < bitmap.getHeight(); ++y, row += bitmap.getRowSize())
    for (int x = 0; x < bitmap.getWidth(); ++x)
      row[x] = static_cast<unsigned char>((row[x] + 8) / 17 * 17);
}

Result<std::string> as_png(SplashBitmap& bitmap, double dots_per_inch) {
  char* bytes = nullptr;
  std::size_t size = 0;
  std::FILE* const file = open_memstream(&bytes, &size);
  if (!file)
    return fail(Code::internal, fill(phrases::pdf_no_picture));
  const SplashError error =
      bitmap.writeImgFile(splashFormatPng, file, dots_per_inch, dots_per_inch);
  std::fclose(file);
  const std::unique_ptr<char, decltype(&std::free)> owner(bytes, std::free);
  if (error != splashOk)
    return fail(Code::internal, fill(phrases::pdf_no_picture));
  return std::string(bytes, size);
}

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
  reduce_greys(*bitmap);
  return as_png(*bitmap, dots_per_inch);
}

} // namespace gouji
