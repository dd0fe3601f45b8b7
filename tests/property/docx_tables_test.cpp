// SPDX-License-Identifier: GPL-3.0-or-later
// Random merged tables written as DOCX come back exactly, also when their rows miss each other.
#include "readers/docx.h"
#include "support/docx_writer.h"
#include "support/random_table.h"

#include <catch2/catch.hpp>

using namespace gouji;
using namespace gouji::test;

namespace {

/// The table that is read from the document, without what only the file knows.
Table read_back(const std::string& package) {
  Result<Document> document = docx_format().read(as_bytes(package));
  REQUIRE(document);
  REQUIRE(document->flow.size() == 1);
  Table table = std::get<Table>(std::move(document->flow[0]));
  table.origin = {};
  for (Cell& cell : table.cells)
    cell.origin = {};
  return table;
}

} // namespace

TEST_CASE("random merged tables come back exactly, with edges off by up to 30 twips") {
  const unsigned first_seed = Catch::rngSeed() != 0 ? Catch::rngSeed() : 1;
  for (const int jitter : {0, 2, 5, 10, 20, 30})
    for (unsigned seed = first_seed; seed < first_seed + 50; ++seed) {
      CAPTURE(jitter, seed);
      std::mt19937 random(seed);
      const Table table = random_table(random, 12, 12);
      const Table got = read_back(write_docx(docx_table(table, random, jitter)));
      REQUIRE(grid_fault(got) == "");
      REQUIRE(got == table);
    }
}

TEST_CASE("wide random tables come back exactly") {
  for (unsigned seed = 1; seed <= 20; ++seed) {
    CAPTURE(seed);
    std::mt19937 random(seed);
    const Table table = random_table(random, 8, 63);
    REQUIRE(read_back(write_docx(docx_table(table, random, 0))) == table);
  }
}
