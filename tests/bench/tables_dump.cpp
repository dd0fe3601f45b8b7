// SPDX-License-Identifier: GPL-3.0-or-later
// For developers: the tables of PDFs as the JSON of `inspect --stage tables`, many files in one go,
// for scoring and comparing.
//     tables_dump OUT_FOLDER FILE.pdf...     writes OUT_FOLDER/FILE.json
//     tables_dump --flow FILE.pdf            prints the joined flow
#include "readers/pdf.h"
#include "tables/recover.h"
#include "writers/inspect.h"

#include <chrono>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <string_view>

namespace {

std::string read_file(const char* path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

void print_flow(const std::vector<gouji::Block>& flow) {
  for (const gouji::Block& block : flow) {
    if (const auto* p = std::get_if<gouji::Paragraph>(&block)) {
      std::printf("P%s%s %.1f p%d: %s\n", p->centered ? "c" : "", p->heading != 0 ? "h" : "",
                  p->font_size, p->origin.page, p->text.c_str());
      continue;
    }
    const auto& t = std::get<gouji::Table>(block);
    std::printf("T %dx%d depth %d p%d confidence %.2f\n", t.rows, t.columns, t.depth, t.origin.page,
                t.confidence);
    for (const gouji::Words& reason : t.reasons)
      std::printf("  # %s\n", reason.en.c_str());
    int row = -1;
    for (const gouji::Cell& c : t.cells) {
      if (c.row != row)
        std::printf("%s  %2d:", row < 0 ? "" : "\n", c.row);
      row = c.row;
      std::string text = c.text;
      for (char& ch : text)
        ch = ch == '\n' ? '/' : ch;
      std::printf(" [%d", c.column);
      if (c.row_span > 1 || c.column_span > 1)
        std::printf("+%dx%d", c.row_span, c.column_span);
      std::printf(" %s]", text.c_str());
    }
    std::printf("\n");
  }
}

int dump(const char* folder, const char* path, double& seconds) {
  const std::string bytes = read_file(path);
  std::vector<gouji::Block> blocks;
  const auto summary =
      gouji::read_pdf_pages(gouji::as_bytes(bytes), {}, [&](gouji::Page&& page, int) {
        const auto start = std::chrono::steady_clock::now();
        for (gouji::Block& block : gouji::recover_page(page))
          blocks.push_back(std::move(block));
        seconds += std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
        return true;
      });
  if (!summary)
    std::fprintf(stderr, "%s: %s\n", path, summary.error().message.en.c_str());
  const auto name = std::filesystem::path(path).stem().string() + ".json";
  std::ofstream(std::filesystem::path(folder) / name) << gouji::inspect_tables(blocks);
  return summary ? 0 : 1;
}

} // namespace

int main(int argc, char** argv) {
  if (argc == 3 && std::string_view(argv[1]) == "--flow") {
    const std::string bytes = read_file(argv[2]);
    auto document = gouji::pdf_format().read(gouji::as_bytes(bytes));
    if (!document) {
      std::fprintf(stderr, "%s\n", document.error().message.en.c_str());
      return 2;
    }
    print_flow(gouji::recover_tables(std::move(*document)));
    return 0;
  }
  int failed = 0;
  double seconds = 0;
  for (int i = 2; i < argc; ++i)
    failed += dump(argv[1], argv[i], seconds);
  std::fprintf(stderr, "recovery: %.3f s\n", seconds);
  return failed == 0 ? 0 : 2;
}
