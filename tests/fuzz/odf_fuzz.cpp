// SPDX-License-Identifier: GPL-3.0-or-later
// Contract of the ODF reader: whatever the bytes are (a package or one XML file), reading ends with
// a Document whose tables are valid grids, or with an Error; nothing crashes, hangs or leaks.
#include "readers/odf.h"

#include <cstdint>
#include <cstdlib>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace gouji;
  const Result<Document> document =
      odt_format().read(as_bytes({reinterpret_cast<const char*>(data), size}));
  if (document)
    for (const Block& block : document->flow)
      if (const Table* table = std::get_if<Table>(&block); table && !grid_fault(*table).empty())
        std::abort();
  return 0;
}
