// SPDX-License-Identifier: GPL-3.0-or-later
// Contract of the reader of saved web pages: any bytes become a Document with valid grids, or an
// Error with a message in both languages. No crash, no hang, no leak.
#include "readers/mhtml.h"

#include <cstdint>
#include <cstdlib>
#include <variant>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace gouji;
  const Bytes bytes = std::as_bytes(std::span(data, size));
  mhtml_format().sniff(bytes);
  const Result<Document> document = mhtml_format().read(bytes);
  if (!document) {
    if (document.error().message.en.empty() || document.error().message.zh.empty())
      std::abort();
    return 0;
  }
  for (const Block& block : document->flow)
    if (const auto* table = std::get_if<Table>(&block); table && !grid_fault(*table).empty())
      std::abort();
  return 0;
}
