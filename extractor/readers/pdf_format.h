// SPDX-License-Identifier: GPL-3.0-or-later
// How a PDF is recognised. That needs no Poppler: only who reads one has to load it.
#pragma once

#include "readers/format.h"

#include <array>

namespace gouji {

/// How sure the bytes are a PDF: its header may stand behind others (PDF 32000 Annex H, note 13).
int sniff_pdf(Bytes bytes);

inline constexpr std::array pdf_extensions{std::string_view("pdf")};

/// The row for the format table, with the functions that are to be used.
constexpr Format make_pdf_format(decltype(Format::read) read, decltype(Format::draw) draw,
                                 decltype(Format::read_pages) read_pages) {
  return {"pdf", pdf_extensions, sniff_pdf, read, draw, read_pages};
}

} // namespace gouji
