// SPDX-License-Identifier: GPL-3.0-or-later
// The format table: the one place that knows every reader.
#include "cli/formats.h"

#include <array>

#include "readers/docx.h"
#include "readers/html.h"
#include "readers/mhtml.h"
#include "readers/pdf.h"
#include "readers/text.h"

namespace gouji {

std::span<const Format> known_formats() {
  static const std::array formats{pdf_format(), docx_format(), html_format(), mhtml_format(),
                                  text_format()};
  return formats;
}

} // namespace gouji
