// SPDX-License-Identifier: GPL-3.0-or-later
// Random reports as archives keep them that saved only a page's text: labels and digits run
// together. A number that is answered is the printed one or a finding names it, and most are.
#include "../support/printed_form.h"
#include "checks/check.h"
#include "matching/matcher.h"
#include "readers/text.h"
#include "tables/recover.h"

#include <catch2/catch.hpp>

#include <algorithm>
#include <cstdlib>

using namespace gouji;
using namespace gouji::test;

namespace {

struct Gluing {
  unsigned spaces = 0;    ///< a space at one in so many borders of cells; 0: none
  unsigned misprints = 0; ///< one number in so many is not what the totals want; 0: none
  enum class Lines { none, tables, rows, cells } lines = Lines::none; ///< each on its own
};

bool chance(unsigned in, std::mt19937& random) {
  return in > 0 && random() % in == 0;
}

/// The text of a grid, cell behind cell.
std::string glue(const FormGrid& grid, const Gluing& how, std::mt19937& random) {
  std::string text;
  for (const FormRow& row : grid.rows) {
    for (const FormCell& cell : row.cells) {
      text += cell.text;
      if (how.lines == Gluing::Lines::cells)
        text += '\n';
      else if (chance(how.spaces, random))
        text += ' ';
    }
    if (how.lines == Gluing::Lines::rows)
      text += '\n';
  }
  return text;
}

/// The report as a text file, read.
std::vector<Block> glued_report(const Layout& layout, const std::vector<FormGrid>& grids,
                                const Gluing& how, std::mt19937& random) {
  const std::string border = how.lines == Gluing::Lines::none ? " " : "\n";
  std::string text = "某区2020年" + layout.report_title.text + "\n";
  text += "本报告由某区按照规定编制，全文如下。";
  for (const LayoutSection& section : layout.sections) {
    text += section.title.text + border;
    bool printed = false;
    for (std::size_t t = 0; t < layout.tables.size(); ++t)
      if (layout.tables[t].section == section.number) {
        text += glue(grids[t], how, random) + border;
        printed = true;
      }
    if (!printed)
      text += "全年制定规范性文件3件，规章1件，收到申请21件，予以公开6件。" + border;
  }
  Result<Document> document = text_format().read(as_bytes(text));
  REQUIRE(document);
  return recover_tables(std::move(*document));
}

/// Numbers for the form: those that count changes may be negative, amounts have decimals.
std::vector<Decimal> numbers_for(const Layout& layout, std::mt19937& random, const Gluing& how,
                                 int most) {
  std::vector<Decimal> numbers = consistent_numbers(layout, random, most);
  for (std::size_t f = 0; f < numbers.size(); ++f) {
    if (layout.fields[f].unit == Unit::signed_count && random() % 2 == 0)
      numbers[f] = Decimal() - numbers[f];
    if (layout.fields[f].unit == Unit::amount && random() % 2 == 0)
      numbers[f] += Decimal::from_millionths(static_cast<int>(random() % 100) * 10'000);
    if (layout.fields[f].unit == Unit::count && chance(how.misprints, random))
      numbers[f] += Decimal(1);
  }
  return numbers;
}

struct Tally {
  std::size_t fields = 0, right = 0, wrong = 0;
  double share() const { return static_cast<double>(right) / static_cast<double>(fields); }
};

Tally run(const std::string& id, const Gluing& how, int most, unsigned rounds) {
  const auto layout = std::make_shared<const Layout>(read_project_layout(id));
  const unsigned seed = std::getenv("GOUJI_SEED")
                            ? static_cast<unsigned>(std::atoi(std::getenv("GOUJI_SEED")))
                            : 8000;
  Tally tally;
  for (unsigned round = 0; round < rounds; ++round) {
    std::mt19937 random(seed + round);
    const std::vector<Decimal> truth = numbers_for(*layout, random, how, most);
    std::vector<Block> flow = glued_report(*layout, print_form(*layout, truth, false), how, random);
    INFO(id << ", seed " << seed << ", round " << round);
    const Result<Report> report = match_with_prose(flow, Layouts{layout});
    REQUIRE(report);
    REQUIRE(report->layout);
    CHECK(silent_errors(*report, check(*report), truth) == std::vector<std::string>{});
    for (std::size_t f = 0; f < truth.size(); ++f) {
      if (!layout->fields[f].edition.empty())
        continue;
      ++tally.fields;
      if (report->values[f].has_number())
        ++(report->values[f].number == truth[f] ? tally.right : tally.wrong);
    }
  }
  return tally;
}

} // namespace

TEST_CASE("digits that ran together in a text are told apart or named as not told") {
  for (const char* id : {"ogi-2021", "ogi-2019"}) {
    CHECK(run(id, {}, 9, 8).share() > 0.97);
    CHECK(run(id, {}, 400, 6).share() > 0.7);
  }
}

TEST_CASE("spaces between some numbers help to tell them apart") {
  for (const char* id : {"ogi-2021", "ogi-2019"}) {
    CHECK(run(id, {3, 0, Gluing::Lines::tables}, 400, 6).share() > 0.8);
    CHECK(run(id, {1, 0, Gluing::Lines::tables}, 400, 6).share() == 1);
  }
}

TEST_CASE("a text with a row or a cell a line is read") {
  for (const char* id : {"ogi-2021", "ogi-2019"}) {
    CHECK(run(id, {0, 0, Gluing::Lines::cells}, 400, 6).share() == 1);
    CHECK(run(id, {1, 0, Gluing::Lines::rows}, 400, 6).share() == 1);
    CHECK(run(id, {0, 0, Gluing::Lines::rows}, 9, 6).share() > 0.97);
  }
}

TEST_CASE("totals that are misprinted mislead no cut without a finding") {
  for (const char* id : {"ogi-2021", "ogi-2019"}) {
    run(id, {0, 40, Gluing::Lines::tables}, 30, 6);
    run(id, {4, 40, Gluing::Lines::none}, 400, 6);
  }
}
