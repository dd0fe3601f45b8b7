// SPDX-License-Identifier: GPL-3.0-or-later
// Small pictures of pages as PNG files. Poppler's own writer makes them of 24 bits a pixel, which
// is two and a half times as long.
#pragma once

#include <cstdint>
#include <span>
#include <string>

namespace gouji {

/// A grey picture of sixteen shades (PNG, 2nd edition, §11.2.2: greyscale, 4 bits). `pixels` are
/// rows of `row_bytes` bytes from the top, a byte a pixel, 255 white; of each row the first `width`
/// count. Empty when there is no memory for it.
std::string make_grey_png(std::span<const std::uint8_t> pixels, std::size_t width,
                          std::size_t height, std::size_t row_bytes);

} // namespace gouji
