// SPDX-License-Identifier: GPL-3.0-or-later
#include "readers/pdf_format.h"

namespace gouji {

int sniff_pdf(Bytes bytes) {
  constexpr std::size_t header_reach = 1024;
  const std::size_t at = as_text(bytes).substr(0, header_reach).find("%PDF-");
  return at == 0 ? 100 : at != std::string_view::npos ? 90 : 0;
}

} // namespace gouji
