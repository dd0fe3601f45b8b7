// SPDX-License-Identifier: GPL-3.0-or-later
// Recovery with its readings kept, then each table looked at again.
#include "tables/explain.h"

#include "tables/legible_glyphs.h"
#include "tables/recover.h"

#include <variant>

namespace gouji {

PageEvidence explain_page(const Page& page) {
  PageEvidence evidence;
  evidence.page = page.number;
  evidence.blocks = recover_page(page, &evidence.readings);
  const std::vector<Glyph> glyphs = legible_glyphs(page);
  for (const Block& block : evidence.blocks)
    if (const auto* table = std::get_if<Table>(&block))
      evidence.boundaries.push_back(explain_table(page, glyphs, *table));
  return evidence;
}

} // namespace gouji
