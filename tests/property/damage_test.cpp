// SPDX-License-Identifier: GPL-3.0-or-later
// Random reports, damaged in the ways published ones are: whatever is lost, a number that is
// answered is the printed one or a finding names it.
#include "../support/printed_form.h"
#include "checks/check.h"
#include "matching/matcher.h"
#include "readers/html.h"
#include "readers/text.h"
#include "tables/recover.h"

#include <catch2/catch.hpp>

#include <cstdlib>
#include <functional>

using namespace gouji;
using namespace gouji::test;

namespace {

struct Damage {
  std::string name;
  /// Changes the grids; false when this grid offers no place for it.
  std::function<bool(std::vector<FormGrid>&, std::mt19937&)> apply;
};

/// Rows of values that no spanning label begins in, so that they can go or move without touching
/// others.
std::vector<std::size_t> free_rows(const FormGrid& grid) {
  std::vector<std::size_t> rows;
  for (std::size_t r = 0; r < grid.rows.size(); ++r) {
    const auto& cells = grid.rows[r].cells;
    const bool values = std::any_of(cells.begin(), cells.end(),
                                    [](const FormCell& cell) { return cell.field >= 0; });
    const bool spans = std::any_of(cells.begin(), cells.end(),
                                   [](const FormCell& cell) { return cell.row_span > 1; });
    if (values && !spans && !grid.rows[r].header)
      rows.push_back(r);
  }
  return rows;
}

std::size_t pick(std::size_t count, std::mt19937& random) {
  return random() % count;
}

template <class Change> Damage row_damage(std::string name, Change change) {
  return {std::move(name), [change](std::vector<FormGrid>& grids, std::mt19937& random) {
            FormGrid& grid = grids[pick(grids.size(), random)];
            const auto rows = free_rows(grid);
            return !rows.empty() && change(grid, rows[pick(rows.size(), random)], random);
          }};
}

std::size_t first_value(const FormRow& row) {
  std::size_t at = 0;
  while (at < row.cells.size() && row.cells[at].field < 0)
    ++at;
  return at;
}

std::vector<Damage> damages(bool ragged) {
  std::vector<Damage> all = {
      row_damage("a row lost",
                 [](FormGrid& grid, std::size_t r, std::mt19937&) {
                   grid.rows.erase(grid.rows.begin() + static_cast<std::ptrdiff_t>(r));
                   return true;
                 }),
      row_damage("a row doubled",
                 [](FormGrid& grid, std::size_t r, std::mt19937&) {
                   grid.rows.insert(grid.rows.begin() + static_cast<std::ptrdiff_t>(r),
                                    FormRow(grid.rows[r]));
                   return true;
                 }),
      row_damage("two rows exchanged",
                 [](FormGrid& grid, std::size_t r, std::mt19937& random) {
                   const auto rows = free_rows(grid);
                   std::swap(grid.rows[r], grid.rows[rows[pick(rows.size(), random)]]);
                   return true;
                 }),
      row_damage("a row's label lost",
                 [](FormGrid& grid, std::size_t r, std::mt19937&) {
                   for (FormCell& cell : grid.rows[r].cells)
                     if (cell.field < 0)
                       cell.text.clear();
                   return true;
                 }),
      row_damage("a label's characters lost",
                 [](FormGrid& grid, std::size_t r, std::mt19937& random) {
                   for (FormCell& cell : grid.rows[r].cells)
                     if (cell.field < 0 && cell.text.size() > 12)
                       cell.text.erase(3 * pick(cell.text.size() / 3 - 1, random), 3);
                   return true;
                 }),
      row_damage("words for a number",
                 [](FormGrid& grid, std::size_t r, std::mt19937& random) {
                   auto& cells = grid.rows[r].cells;
                   FormCell& cell = cells[pick(cells.size(), random)];
                   if (cell.field < 0)
                     return false;
                   cell.text = "见附件";
                   return true;
                 }),
      row_damage("a number left out",
                 [](FormGrid& grid, std::size_t r, std::mt19937& random) {
                   auto& cells = grid.rows[r].cells;
                   FormCell& cell = cells[pick(cells.size(), random)];
                   if (cell.field < 0)
                     return false;
                   cell.text.clear();
                   return true;
                 }),
      row_damage("numbers run together",
                 [](FormGrid& grid, std::size_t r, std::mt19937& random) {
                   auto& cells = grid.rows[r].cells;
                   const std::size_t at = first_value(grid.rows[r]);
                   if (cells.size() - at < 3)
                     return false;
                   const std::size_t from = at + pick(cells.size() - at - 1, random);
                   cells[from].text += cells[from + 1].text;
                   cells[from].column_span += cells[from + 1].column_span;
                   cells.erase(cells.begin() + static_cast<std::ptrdiff_t>(from) + 1);
                   return true;
                 }),
      row_damage("one number over two cells",
                 [](FormGrid& grid, std::size_t r, std::mt19937&) {
                   for (std::size_t c = 0; c < grid.rows[r].cells.size(); ++c) {
                     FormCell& cell = grid.rows[r].cells[c];
                     if (cell.field < 0 || cell.text.size() < 2)
                       continue;
                     FormCell rest{cell.text.substr(1), -1, 1, 1};
                     cell.text.resize(1);
                     grid.rows[r].cells.insert(
                         grid.rows[r].cells.begin() + static_cast<std::ptrdiff_t>(c) + 1, rest);
                     return true;
                   }
                   return false;
                 }),
      {"a grid cut in two",
       [](std::vector<FormGrid>& grids, std::mt19937& random) {
         const std::size_t g = pick(grids.size(), random);
         const auto rows = free_rows(grids[g]);
         if (rows.empty())
           return false;
         const std::size_t r = rows[pick(rows.size(), random)];
         FormGrid second;
         second.rows.assign(grids[g].rows.begin() + static_cast<std::ptrdiff_t>(r),
                            grids[g].rows.end());
         grids[g].rows.resize(r);
         grids.insert(grids.begin() + static_cast<std::ptrdiff_t>(g) + 1, second);
         return true;
       }},
      {"the header lost",
       [](std::vector<FormGrid>& grids, std::mt19937& random) {
         FormGrid& grid = grids[pick(grids.size(), random)];
         std::size_t r = 0;
         while (r < grid.rows.size() && grid.rows[r].header)
           ++r;
         grid.rows.erase(grid.rows.begin(), grid.rows.begin() + static_cast<std::ptrdiff_t>(r));
         return true;
       }},
      {"tables exchanged",
       [](std::vector<FormGrid>& grids, std::mt19937&) {
         std::swap(grids.front(), grids.back());
         return true;
       }},
  };
  if (ragged) {
    all.push_back(
        row_damage("a row shifted left", [](FormGrid& grid, std::size_t r, std::mt19937&) {
          auto& cells = grid.rows[r].cells;
          for (std::size_t c = 0; c < cells.size(); ++c)
            if (cells[c].field < 0 && cells[c].text.empty()) {
              cells.push_back(cells[c]);
              cells.erase(cells.begin() + static_cast<std::ptrdiff_t>(c));
              return true;
            }
          return false;
        }));
    all.push_back(
        row_damage("a row shifted right", [](FormGrid& grid, std::size_t r, std::mt19937&) {
          grid.rows[r].cells.insert(grid.rows[r].cells.begin(), FormCell{});
          return true;
        }));
    all.push_back({"a column lost", [](std::vector<FormGrid>& grids, std::mt19937& random) {
                     FormGrid& grid = grids[pick(grids.size(), random)];
                     const std::size_t width = grid.rows.back().cells.size();
                     const std::size_t from = first_value(grid.rows.back());
                     if (from >= width)
                       return false;
                     const std::size_t column = from + pick(width - from, random);
                     for (FormRow& row : grid.rows)
                       if (column < row.cells.size())
                         row.cells.erase(row.cells.begin() + static_cast<std::ptrdiff_t>(column));
                     return true;
                   }});
  }
  return all;
}

/// What the damaged grids are printed as before they are read.
enum class Print { flow, html, text };

std::vector<Block> printed_as(Print print, const std::vector<FormGrid>& grids) {
  if (print == Print::flow)
    return as_flow(grids);
  const bool html = print == Print::html;
  const std::string printed = html ? as_html(grids) : as_text(grids);
  Result<Document> document = (html ? html_format() : text_format()).read(as_bytes(printed));
  REQUIRE(document);
  return recover_tables(std::move(*document));
}

void run(const std::string& id, bool ragged, unsigned first_seed = 20211, unsigned first_round = 0,
         unsigned rounds = 60, Print print = Print::flow) {
  const auto layout = std::make_shared<const Layout>(read_project_layout(id));
  const unsigned seed = std::getenv("GOUJI_SEED")
                            ? static_cast<unsigned>(std::atoi(std::getenv("GOUJI_SEED")))
                            : first_seed;
  const auto kinds = damages(ragged);
  for (unsigned round = first_round; round < first_round + rounds; ++round)
    for (std::size_t k = 0; k <= kinds.size(); ++k) {
      std::mt19937 random(seed + 1000 * round + static_cast<unsigned>(k));
      const std::vector<Decimal> truth =
          consistent_numbers(*layout, random, round % 3 == 0 ? 9 : 400);
      std::vector<FormGrid> grids = print_form(*layout, truth, ragged);
      std::string name = k == kinds.size() ? "nothing" : kinds[k].name;
      if (k < kinds.size() && !kinds[k].apply(grids, random))
        continue;
      // Every second round is damaged twice.
      const std::size_t also = pick(kinds.size(), random);
      if (k < kinds.size() && round % 2 == 1 && kinds[also].apply(grids, random))
        name += " and " + kinds[also].name;
      const Report report = match(printed_as(print, grids), {layout});
      INFO(id << ", " << (ragged ? "ragged" : "spanned") << ", damage: " << name << ", seed "
              << seed << ", round " << round);
      REQUIRE(report.layout);
      CHECK(silent_errors(report, check(report), truth) == std::vector<std::string>{});
      if (k == kinds.size())
        for (std::size_t f = 0; f < truth.size(); ++f)
          if (layout->fields[f].edition.empty()) {
            INFO(layout->fields[f].id);
            REQUIRE(report.values[f].has_number());
          }
    }
}

} // namespace

TEST_CASE("a damaged report never answers a wrong number without a finding on it") {
  run("ogi-2021", false);
}
TEST_CASE(
    "a damaged report kept as plain text never answers a wrong number without a finding on it") {
  run("ogi-2021", true);
}
TEST_CASE(
    "a damaged report of the 2019 form never answers a wrong number without a finding on it") {
  run("ogi-2019", false, 20191, 0, 30);
  run("ogi-2019", true, 20192, 0, 30);
}
TEST_CASE("a damaged web page never answers a wrong number without a finding on it") {
  for (const char* id : {"ogi-2021", "ogi-2019"})
    for (const bool ragged : {false, true})
      run(id, ragged, 20301, 0, 20, Print::html);
}
TEST_CASE("a damaged text file never answers a wrong number without a finding on it") {
  for (const char* id : {"ogi-2021", "ogi-2019"})
    run(id, true, 20401, 0, 30, Print::text);
}
TEST_CASE("a number beside an empty cell is not believed where a column or its caption is lost") {
  run("ogi-2021", true, 1224001, 59, 1); // table 2: one number over two cells, the last column lost
  run("ogi-2021", true, 1280001, 51, 1); // table 4: shifted right, a column lost
  run("ogi-2021", true, 8782187, 59, 1); // table 2: numbers run together, a column lost
  run("ogi-2021", true, 8477172, 49, 1); // table 4: the same, and the totals make up the column
}
