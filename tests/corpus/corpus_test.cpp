// SPDX-License-Identifier: GPL-3.0-or-later
// Every case of tests/corpus/*.txt must become the flow written below it, and ruled ones must do so
// however their lines are drawn.
#include "corpus/drawing.h"
#include "tables/recover.h"

#include <catch2/catch.hpp>

using namespace gouji;

namespace {

void check(const std::string& file) {
  const auto cases = drawing::read_cases(std::string(GOUJI_SOURCE_DIR "/tests/corpus/") + file);
  REQUIRE_FALSE(cases.empty());
  for (const drawing::Case& c : cases) {
    INFO(file << ": " << c.name);
    using drawing::Style;
    std::vector<Style> styles{Style::plain};
    if (c.ruled)
      styles = {Style::plain,  Style::doubled,      Style::dashed, Style::dotted,
                Style::gapped, Style::cell_by_cell, Style::shaken};
    for (const Style style : styles) {
      INFO("style " << static_cast<int>(style));
      const auto flow = recover_tables(drawing::draw(c, style));
      CHECK(drawing::describe(flow) == c.expected);
      for (const Block& block : flow)
        if (const auto* t = std::get_if<Table>(&block))
          CHECK(grid_fault(*t).empty());
    }
  }
}

} // namespace

TEST_CASE("ruled tables come back from their drawings") {
  check("ruled.txt");
}

TEST_CASE("tables without lines come back from their drawings") {
  check("unruled.txt");
}

TEST_CASE("tables that page breaks cut are one table") {
  check("page_breaks.txt");
}
