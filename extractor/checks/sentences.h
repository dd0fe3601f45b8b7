// SPDX-License-Identifier: GPL-3.0-or-later
// The report's prose as sentences: normalised to be searched, printed to be quoted.
#pragma once

#include "checks/patterns.h"
#include "report/report.h"
#include "text/mapped_text.h"

#include <cstdint>
#include <string>
#include <vector>

namespace gouji {

/// A sentence of the preamble (section 0) or of a section, up to its full stop or line break.
struct Sentence {
  int section = 0;
  std::string printed; ///< as it stands there, trimmed
  std::u32string text; ///< normalised
  std::vector<std::uint32_t>
      source;         ///< text[i] is printed from byte source[i] on; one more: the end
  Origin origin;      ///< of its paragraph
  bool opens = false; ///< the first of its paragraph
};

/// The sentence as printed, or when it is long the part around its characters `place`.
std::string quote_around(const Sentence& sentence, Span place);

/// All sentences in printed order. Cost: linear in the prose.
std::vector<Sentence> read_sentences(const Report& report);

} // namespace gouji
