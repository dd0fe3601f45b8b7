// SPDX-License-Identifier: GPL-3.0-or-later
// pdf_bench [FILE...]: CPU time of reading PDFs, in this process, beside `pdftotext -bbox-layout`
// on the same bytes; for generated reports of 1, 10, 100 and 1,000 pages and for the files named.
// Time per page and memory must not grow with the pages.
#include "readers/pdf.h"
#include "support/pdf_writer.h"

#include <fmt/format.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <iterator>

using namespace gouji;
using gouji::test::PdfWriter;

namespace {

/// A page of text above a ruled table, much like a report's.
void add_page(PdfWriter& writer, int number) {
  writer.begin_page();
  for (int line = 0; line < 15; ++line)
    writer.text(72, 780 - 20 * line, 12,
                fmt::format("主动公开政府信息和依申请公开情况第{}页第{}行", number, line));
  for (int row = 0; row <= 20; ++row)
    writer.line(72, 450 - 18 * row, 522, 450 - 18 * row);
  for (int column = 0; column <= 9; ++column)
    writer.line(72 + 50 * column, 90, 72 + 50 * column, 450);
  for (int row = 0; row < 20; ++row)
    for (int column = 0; column < 9; ++column)
      writer.text(80 + 50 * column, 436 - 18 * row, 10, fmt::format("{}", row * 9 + column));
}

double seconds(const rusage& usage) {
  const auto one = [](const timeval& t) {
    return static_cast<double>(t.tv_sec) + 1e-6 * static_cast<double>(t.tv_usec);
  };
  return one(usage.ru_utime) + one(usage.ru_stime);
}

/// CPU seconds of `pdftotext -bbox-layout` on the file, program start included; 0 when it fails.
double pdftotext(const std::string& path) {
  rusage usage{};
  int status = 0;
  const pid_t child = fork();
  if (child == 0) {
    execlp("pdftotext", "pdftotext", "-q", "-bbox-layout", path.c_str(), "/dev/null", nullptr);
    _exit(127);
  }
  wait4(child, &status, 0, &usage);
  return status == 0 ? seconds(usage) : 0;
}

void measure(const std::string& name, const std::string& file) {
  const std::string path =
      std::filesystem::temp_directory_path() / fmt::format("pdf_bench.{}", getpid());
  std::ofstream(path, std::ios::binary) << file;
  rusage before{}, after{};
  std::size_t glyphs = 0, rulings = 0;
  getrusage(RUSAGE_SELF, &before);
  const auto summary = read_pdf_pages(as_bytes(file), {}, [&](Page&& page, int) {
    glyphs += page.glyphs.size();
    rulings += page.rulings.size();
    return true;
  });
  getrusage(RUSAGE_SELF, &after);
  const double own = seconds(after) - seconds(before), theirs = pdftotext(path);
  std::filesystem::remove(path);
  const int pages = summary ? summary->pages : 0;
  fmt::print("{:<24} {:>5} pages {:>8} characters {:>7} rulings {:>8.1f} ms {:>6.2f} ms a page "
             "{:>6.0f} MB peak; pdftotext {:>8.1f} ms, ratio {:.2f}\n",
             name, pages, glyphs, rulings, 1e3 * own, pages ? 1e3 * own / pages : 0.0,
             static_cast<double>(after.ru_maxrss) / 1024, 1e3 * theirs,
             theirs > 0 ? own / theirs : 0.0);
}

} // namespace

int main(int count, char** names) {
  for (const int pages : {1, 10, 100, 1'000}) {
    PdfWriter writer;
    for (int number = 1; number <= pages; ++number)
      add_page(writer, number);
    measure("generated", writer.finish());
  }
  for (int i = 1; i < count; ++i) {
    std::ifstream stream(names[i], std::ios::binary);
    measure(std::filesystem::path(names[i]).filename(),
            {std::istreambuf_iterator<char>(stream), {}});
  }
}
