// SPDX-License-Identifier: GPL-3.0-or-later
// Contract of the DOCX reader: whatever the bytes are, reading ends with a Document whose tables
// are valid grids, or with an Error; nothing crashes, hangs or leaks. Bytes that begin like a
// package are one. Others are its parts (body, styles, numbering, a NUL between each), which
// compression would hide from the fuzzer.
#include "readers/docx.h"
#include "readers/docx_body.h"
#include "readers/docx_names.h"

#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <string_view>

using namespace gouji;

namespace {

void check(const Document& document) {
  for (const Block& block : document.flow)
    if (const Table* table = std::get_if<Table>(&block); table && !grid_fault(*table).empty())
      std::abort();
}

void read_parts(std::string_view parts) {
  const auto next = [&] {
    const std::string_view part = parts.substr(0, parts.find('\0'));
    parts.remove_prefix(std::min(part.size() + 1, parts.size()));
    return memory_source(as_bytes(part));
  };
  XmlReader body(docx::vocabulary, next());
  XmlReader style_part(docx::vocabulary, next());
  XmlReader numbering_part(docx::vocabulary, next());
  const docx::Styles styles = docx::read_styles(style_part);
  const auto numbering = [&] { return docx::Numbering::read(numbering_part, styles); };
  Document document;
  if (docx::read_body(body, styles, numbering, document))
    check(document);
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  if (!bytes.starts_with("PK"))
    read_parts(bytes);
  else if (const Result<Document> document = docx_format().read(as_bytes(bytes)))
    check(*document);
  return 0;
}
