// SPDX-License-Identifier: GPL-3.0-or-later
// What a worker sends: it comes back whole, and nonsense is told from it.
#include "archive/wire.h"
#include "unit/archive/sample_record.h"

#include <catch2/catch.hpp>

#include <random>

using namespace gouji;
using namespace gouji::test;

TEST_CASE("a record comes back from its bytes as it was") {
  const Layouts layouts = small_layouts();
  const Record sent = sample_record();
  const auto got = unpack_record(pack_record(sent), layouts);
  REQUIRE(got);
  CHECK(got->outcome.source == sent.outcome.source);
  CHECK(got->outcome.report.layout == layouts.front());
  CHECK(got->outcome.report.agency == sent.outcome.report.agency);
  CHECK(got->outcome.report.sections == sent.outcome.report.sections);
  CHECK(got->outcome.report.values == sent.outcome.report.values);
  CHECK(got->outcome.findings == sent.outcome.findings);
  CHECK(got->outcome.notes == sent.outcome.notes);
  CHECK(got->tables == sent.tables);
  CHECK(got->bytes == 1234);
  CHECK(got->microseconds == 5678);
}

TEST_CASE("a record without a form comes back too") {
  Record sent;
  sent.outcome.source.format = "text";
  const auto got = unpack_record(pack_record(sent), {});
  REQUIRE(got);
  CHECK(got->outcome.report.layout == nullptr);
}

TEST_CASE("a record that is cut off anywhere, or has more behind it, is none") {
  const Layouts layouts = small_layouts();
  const std::string bytes = pack_record(sample_record());
  for (std::size_t length = 0; length < bytes.size(); ++length)
    REQUIRE_FALSE(unpack_record(bytes.substr(0, length), layouts));
  CHECK_FALSE(unpack_record(bytes + '\0', layouts));
}

TEST_CASE("damaged records are refused or read, and harm nobody") {
  const Layouts layouts = small_layouts();
  const std::string bytes = pack_record(sample_record());
  std::mt19937 dice(Catch::rngSeed());
  for (int round = 0; round < 5'000; ++round) {
    std::string damaged = bytes;
    for (int i = 0; i < 3; ++i)
      damaged[dice() % damaged.size()] = static_cast<char>(dice());
    if (const auto record = unpack_record(damaged, layouts))
      for (const Finding& finding : record->outcome.findings)
        for (const int field : finding.fields)
          REQUIRE(static_cast<std::size_t>(field) < record->outcome.report.values.size());
  }
}

TEST_CASE("a record must fit a form that both ends know") {
  CHECK_FALSE(unpack_record(pack_record(sample_record()), {}));

  Record record = sample_record();
  record.outcome.findings.front().fields = {99};
  CHECK_FALSE(unpack_record(pack_record(record), small_layouts()));
  record = sample_record();
  record.outcome.report.values.pop_back();
  CHECK_FALSE(unpack_record(pack_record(record), small_layouts()));
}

TEST_CASE("a table comes back as it was, and one with a position without a cell is none") {
  Table table;
  table.rows = 1;
  table.columns = 2;
  table.cells = {{0, 0, 1, 1, "甲", {1, {0, 0, 5, 5}, "A1", 0}}, {0, 1, 1, 1, "3", {}}};
  CHECK(unpack_table(pack_table(table)) == table);
  table.columns = 3;
  CHECK_FALSE(unpack_table(pack_table(table)));
}

TEST_CASE("a failure comes back as it was") {
  const Failure sent{status::timeout, {"too slow", "超时"}, 2};
  CHECK(unpack_failure(pack_failure(sent)) == sent);
  CHECK_FALSE(unpack_failure("nonsense"));
}
