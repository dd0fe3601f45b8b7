// SPDX-License-Identifier: GPL-3.0-or-later
// What the PDF module exports.
#include "readers/pdf_module.h"

#include "readers/pdf.h"

#include <string_view>

extern "C" __attribute__((visibility("default"))) const gouji::Format*
gouji_pdf_format(const char* version) {
  return std::string_view(version) == GOUJI_VERSION ? &gouji::pdf_format() : nullptr;
}
