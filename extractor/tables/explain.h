// SPDX-License-Identifier: GPL-3.0-or-later
// All that recovery saw on a page, for who asks why: the tables, what competed with them, and the
// evidence for every boundary. `recover_page` alone does none of this work.
#pragma once

#include "document/document.h"
#include "tables/boundaries.h"
#include "tables/reading.h"

#include <vector>

namespace gouji {

struct PageEvidence {
  int page = 0;
  std::vector<Block> blocks;                     ///< as `recover_page` gives them
  Readings readings;                             ///< every candidate for a table, chosen or not
  std::vector<std::vector<Boundary>> boundaries; ///< of each table among `blocks`, in order
};

/// Cost: that of `recover_page` and, for each table, the page's glyphs and lines.
PageEvidence explain_page(const Page& page);

} // namespace gouji
