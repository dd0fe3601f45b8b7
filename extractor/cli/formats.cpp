// SPDX-License-Identifier: GPL-3.0-or-later
// The format table: the one place that knows every reader.
#include "cli/formats.h"

#include "cli/pdf_loader.h"
#include "readers/docx.h"
#include "readers/html.h"
#include "readers/mhtml.h"
#include "readers/odf.h"
#include "readers/office.h"
#include "readers/text.h"
#include "readers/zip_document.h"

#include <array>
#include <string_view>
#include <vector>

namespace gouji {

namespace {

std::span<const Format> single_documents() {
  static const std::array formats{pdf_format_on_demand(), docx_format(),  odt_format(),
                                  html_format(),          mhtml_format(), office_format(),
                                  text_format()};
  return formats;
}

/// An archive that holds one document of any kind above.
Format zip_format() {
  static constexpr std::array extensions{std::string_view("zip")};
  return {"zip", extensions, sniff_zip,
          [](Bytes bytes) { return read_zipped(bytes, single_documents()); }};
}

} // namespace

std::span<const Format> known_formats() {
  static const std::vector<Format> formats = [] {
    std::vector<Format> all(single_documents().begin(), single_documents().end());
    all.push_back(zip_format());
    return all;
  }();
  return formats;
}

} // namespace gouji
