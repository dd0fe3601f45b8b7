// SPDX-License-Identifier: GPL-3.0-or-later
// Whatever the bytes are, reading a layout ends with a Layout or with Errors that say what is
// wrong; a layout with mistakes is not loaded.
#include "matching/layout_loader.h"

#include <cstdint>
#include <cstdlib>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const gouji::Bytes xml = std::as_bytes(std::span(data, size));
  const gouji::LoadedLayout read = gouji::read_layout(xml, "fuzz.xml");
  if (gouji::load_layout(xml, "fuzz.xml").has_value() && !read.errors.empty())
    std::abort();
  return 0;
}
