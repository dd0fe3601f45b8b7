// SPDX-License-Identifier: GPL-3.0-or-later
// Contract of the plain text reader and of the functions on text: any bytes become a flow or an
// Error with a message in both languages. No crash, no leak, no undefined behaviour; every grid is
// valid, all text is UTF-8, also normalized; an ordinal lies inside its text; what is no number has
// no value.
#include "readers/text.h"
#include "text/normalize.h"
#include "text/number.h"
#include "text/ordinal.h"

#include <cstdint>
#include <cstdlib>
#include <variant>

using namespace gouji;

namespace {

void require(bool holds) {
  if (!holds)
    std::abort();
}

void check_text(const std::string& text) {
  require(valid_utf8(text));
  const std::string once = normalized(text);
  require(valid_utf8(once) && valid_utf8(normalized_prose(text)));
  require(leading_ordinal(once).length <= once.size());
  const CellNumber number = read_number(text);
  require(number.kind == CellNumber::Kind::number || number.value == Decimal());
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const Bytes bytes = std::as_bytes(std::span(data, size));
  text_format().sniff(bytes);
  const auto document = text_format().read(bytes);
  if (!document) {
    require(!document.error().message.en.empty() && !document.error().message.zh.empty());
    return 0;
  }
  for (const Block& block : document->flow) {
    if (const auto* table = std::get_if<Table>(&block)) {
      require(grid_fault(*table).empty());
      for (const Cell& cell : table->cells)
        check_text(cell.text);
    } else {
      check_text(std::get<Paragraph>(block).text);
    }
  }
  return 0;
}
