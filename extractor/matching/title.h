// SPDX-License-Identifier: GPL-3.0-or-later
// Which of the first paragraphs are the report's title, and what it says: agency and year.
#pragma once

#include "document/document.h"
#include "matching/layout.h"

#include <cstddef>
#include <string>
#include <vector>

namespace gouji {

struct Title {
  std::string text;   ///< as printed, on one line; empty when there is none
  std::string agency; ///< without year and the form's own words
  int year = 0;
  std::size_t first = 0, count = 0; ///< which of the paragraphs it is
};

/// Finds the title among `paragraphs`, which stand before the first section: one to three of them
/// whose words end in the form's own (`form_words`: its text, an alias, or nearly so) once the year
/// is taken out. Centred, large and heading paragraphs are preferred, then those nearest to the
/// report's text; what a web page prints around it (its path, "published on") is passed over.
/// `form_words` null: the largest, first heading.
Title read_title(const std::vector<const Paragraph*>& paragraphs, const Label* form_words);

} // namespace gouji
