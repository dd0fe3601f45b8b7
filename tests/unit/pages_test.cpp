// SPDX-License-Identifier: GPL-3.0-or-later
// Documents of many pages: read page by page as on the whole.
#include "pipeline/process.h"
#include "readers/pdf.h"
#include "support/pdf_writer.h"
#include "tables/continuation.h"
#include "tables/heading_sizes.h"
#include "tables/recover.h"

#include <catch2/catch.hpp>
#include <fmt/format.h>

#include <array>
#include <random>
#include <string>
#include <vector>

using namespace gouji;
using namespace gouji::test;

namespace {

constexpr double top = 760, row_height = 20;

void draw_table(PdfWriter& pdf, double from, int rows, int columns, std::mt19937& random) {
  const double left = 60, width = 80, bottom = from - row_height * rows;
  for (int r = 0; r <= rows; ++r)
    pdf.line(left, from - row_height * r, left + width * columns, from - row_height * r);
  for (int c = 0; c <= columns; ++c)
    pdf.line(left + width * c, from, left + width * c, bottom);
  for (int r = 0; r < rows; ++r)
    for (int c = 0; c < columns; ++c)
      pdf.text(left + width * c + 5, from - row_height * r - 14, 9,
               fmt::format("{}", random() % 10'000));
}

/// Pages with running heads, page numbers, prose and tables, some of which go on overleaf.
std::string random_document(std::mt19937& random) {
  PdfWriter pdf;
  const int pages = 1 + static_cast<int>(random() % 30);
  for (int page = 1; page <= pages; ++page) {
    pdf.begin_page();
    if (random() % 3 != 0)
      pdf.text(60, 810, 9, fmt::format("Head of chapter {}", page % 2));
    pdf.text(290, 30, 9, fmt::format("{}", page));
    double y = top - 80;
    if (random() % 2 == 0) {
      pdf.text(60, y, 11, fmt::format("Words over the table of page {}, and then", page));
      y -= 40;
    }
    draw_table(pdf, y, 3 + static_cast<int>(random() % 10), 3 + page / 8, random);
  }
  return pdf.finish();
}

PageFlow page_with_head(int number, const std::string& head) {
  PageFlow page{number, 595, 842, {}};
  Paragraph paragraph;
  paragraph.text = head;
  page.pieces.push_back({paragraph, {}, {}, false, false, true});
  return page;
}

/// Which pages keep their head.
std::vector<std::size_t> kept(const std::vector<std::string>& heads) {
  std::vector<std::string> texts;
  PageJoiner joiner([&](Block&& block) { texts.push_back(std::get<Paragraph>(block).text); });
  for (std::size_t i = 0; i < heads.size(); ++i)
    joiner.add(page_with_head(static_cast<int>(i) + 1, heads[i]));
  joiner.finish();
  std::vector<std::size_t> pages;
  for (const std::string& text : texts)
    pages.push_back(
        static_cast<std::size_t>(std::find(heads.begin(), heads.end(), text) - heads.begin()));
  return pages;
}

} // namespace

TEST_CASE("blocks read page by page are those of the whole document") {
  const std::array formats{pdf_format()};
  const unsigned first_seed = Catch::rngSeed() != 0 ? Catch::rngSeed() : 1;
  std::size_t tables = 0;
  for (unsigned seed = first_seed; seed < first_seed + 25; ++seed) {
    CAPTURE(seed);
    std::mt19937 random(seed);
    const std::string file = random_document(random);
    std::vector<Block> flow;
    int pages = 0;
    const auto read =
        read_blocks(as_bytes(file), "a.pdf", formats, [&](const Source& source, Block&& block) {
          pages = source.pages;
          tables += std::holds_alternative<Table>(block);
          flow.push_back(std::move(block));
        });
    REQUIRE(read);
    mark_headings(flow);
    auto document = pdf_format().read(as_bytes(file));
    REQUIRE(document);
    CHECK(pages == static_cast<int>(document->pages.size()));
    CHECK(read->source == Source{"a.pdf", "pdf", "", pages});
    REQUIRE(flow == recover_tables(std::move(*document)));
  }
  CHECK(tables > 100);
}

TEST_CASE("tables are handed on before the last page is read") {
  std::mt19937 random(1);
  PdfWriter pdf;
  for (int page = 0; page < 40; ++page) {
    pdf.begin_page();
    pdf.text(60, 650, 11, "Words between the tables.");
    draw_table(pdf, 600, 4, 4, random);
  }
  const std::string file = pdf.finish();
  int page = 0, first_table_at = 0;
  const auto read = [&](const std::function<void(const Page&)>& take) {
    REQUIRE(read_pdf_pages(as_bytes(file), {}, [&](Page&& p, int) {
      page = p.number;
      take(p);
      return true;
    }));
  };
  recover_pages(read, [&](Block&& block) {
    if (first_table_at == 0 && std::holds_alternative<Table>(block))
      first_table_at = page;
  });
  CHECK(first_table_at > 0);
  CHECK(first_table_at < 15);
}

TEST_CASE("a line in the margin is a running head when a page nearby has it, too") {
  std::vector<std::string> heads;
  for (int i = 0; i < 40; ++i)
    heads.push_back("only here " + std::string(1, static_cast<char>('A' + i)));
  CHECK(kept(heads).size() == 40);
  heads[3] = heads[5] = "Chapter one"; // odd and even pages have their own
  heads[10] = heads[38] = "A title that comes back much later";
  const std::vector<std::size_t> left = kept(heads);
  CHECK(left.size() == 38);
  CHECK(std::find(left.begin(), left.end(), 3) == left.end());
  CHECK(std::find(left.begin(), left.end(), 10) != left.end());
}
