// SPDX-License-Identifier: GPL-3.0-or-later
// Chunks and rows by the PNG specification (2nd edition); zlib packs and checks.
#include "readers/png.h"

#include <zlib.h>

#include <string_view>

namespace gouji {

namespace {

/// §7.1: most significant byte first.
void put_number(std::string& out, std::size_t number) {
  for (int shift = 24; shift >= 0; shift -= 8)
    out += static_cast<char>(number >> shift & 0xFF);
}

/// §5.3: length, type, data, CRC of type and data.
void put_chunk(std::string& out, std::string_view type, std::string_view data) {
  put_number(out, data.size());
  const std::size_t checked = out.size();
  (out += type) += data;
  put_number(out, crc32(0, reinterpret_cast<const Bytef*>(out.data() + checked),
                        static_cast<uInt>(out.size() - checked)));
}

} // namespace

std::string make_grey_png(std::span<const std::uint8_t> pixels, std::size_t width,
                          std::size_t height, std::size_t row_bytes) {
  std::string header;
  put_number(header, width);
  put_number(header, height);
  header.append("\x04\x00\x00\x00\x00", 5); // 4 bits, greyscale, no interlace

  std::string rows; // each begins with its filter (§9.2): none, best for few shades
  rows.reserve(height * (width / 2 + 2));
  const auto shade = [&](std::size_t x, std::size_t y) {
    return x < width ? (pixels[y * row_bytes + x] + 8u) / 17u : 0u;
  };
  for (std::size_t y = 0; y < height; ++y) {
    rows += '\0';
    for (std::size_t x = 0; x < width; x += 2)
      rows += static_cast<char>(shade(x, y) << 4 | shade(x + 1, y));
  }
  uLongf size = compressBound(rows.size());
  std::string packed(size, '\0');
  if (compress2(reinterpret_cast<Bytef*>(packed.data()), &size,
                reinterpret_cast<const Bytef*>(rows.data()), rows.size(),
                Z_BEST_COMPRESSION) != Z_OK)
    return {};
  packed.resize(size);

  std::string out("\x89PNG\r\n\x1A\n", 8); // §5.2
  put_chunk(out, "IHDR", header);
  put_chunk(out, "IDAT", packed);
  put_chunk(out, "IEND", {});
  return out;
}

} // namespace gouji
