// SPDX-License-Identifier: GPL-3.0-or-later
// Contract of the readers of web pages (HTML and MHTML): any bytes become a flow or an Error with a
// message in both languages. No crash, no leak, no undefined behaviour; every grid is valid, all
// text is UTF-8.
#include "readers/html.h"
#include "readers/mhtml.h"
#include "text/normalize.h"

#include <cstdint>
#include <cstdlib>
#include <variant>

using namespace gouji;

namespace {

void require(bool holds) {
  if (!holds)
    std::abort();
}

void check(const Result<Document>& document) {
  if (!document) {
    require(!document.error().message.en.empty() && !document.error().message.zh.empty());
    return;
  }
  require(!document->flow.empty());
  for (const Block& block : document->flow) {
    if (const auto* table = std::get_if<Table>(&block)) {
      require(grid_fault(*table).empty());
      for (const Cell& cell : table->cells)
        require(valid_utf8(cell.text));
    } else {
      require(valid_utf8(std::get<Paragraph>(block).full_text()));
    }
  }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const Bytes bytes = std::as_bytes(std::span(data, size));
  html_format().sniff(bytes);
  check(html_format().read(bytes));
  if (mhtml_format().sniff(bytes) > 0)
    check(mhtml_format().read(bytes));
  return 0;
}
