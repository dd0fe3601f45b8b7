// SPDX-License-Identifier: GPL-3.0-or-later
// One document packed into an archive is read; more are not guessed between.
#include "readers/html.h"
#include "readers/text.h"
#include "readers/zip_document.h"
#include "unit/readers/drawn.h"

#include <catch2/catch.hpp>
#include <zip.h>

#include <array>
#include <string>
#include <utility>
#include <vector>

using namespace gouji;

namespace {

std::string packed(const std::vector<std::pair<std::string, std::string>>& files) {
  zip_error_t error;
  zip_error_init(&error);
  zip_source_t* memory = zip_source_buffer_create(nullptr, 0, 0, &error);
  zip_source_keep(memory);
  zip_t* archive = zip_open_from_source(memory, ZIP_TRUNCATE, &error);
  REQUIRE(archive);
  for (const auto& [name, content] : files)
    REQUIRE(zip_file_add(archive, name.c_str(),
                         zip_source_buffer(archive, content.data(), content.size(), 0), 0) >= 0);
  REQUIRE(zip_close(archive) == 0);
  std::string out;
  std::array<char, 4096> chunk{};
  zip_source_open(memory);
  for (zip_int64_t got = 0; (got = zip_source_read(memory, chunk.data(), chunk.size())) > 0;)
    out.append(chunk.data(), static_cast<std::size_t>(got));
  zip_source_close(memory);
  zip_source_free(memory);
  return out;
}

const std::array formats{html_format(), text_format()};

} // namespace

TEST_CASE("the one document of an archive is read, whatever lies beside it") {
  const std::string zip = packed({{"报告/", ""},
                                  {"报告/年报.HTM", "<html><p>政府</p></html>"},
                                  {"报告/a.png", "\x89PNG\r\n\x1a\n"},
                                  {"__MACOSX/._年报.HTM", "<html><p>x"}});
  CHECK(sniff_zip(as_bytes(zip)) > 90);
  const auto document = read_zipped(as_bytes(zip), formats);
  REQUIRE(document);
  CHECK(document->format == "html");
  CHECK(drawn(*document) == "政府");
}

TEST_CASE("of several documents none is chosen") {
  const std::string zip = packed({{"a.html", "<html><p>a"}, {"b.html", "<html><p>b"}});
  const auto document = read_zipped(as_bytes(zip), formats);
  REQUIRE_FALSE(document);
  CHECK(document.error().code == Code::unsupported);
  CHECK_FALSE(read_zipped(as_bytes(packed({{"a.png", "\x89PNG\r\n\x1a\n"}})), formats));
}

TEST_CASE("documents that only use the container are not taken for archives") {
  CHECK(sniff_zip(as_bytes(packed({{"[Content_Types].xml", "x"}}))) == 0);
  CHECK(sniff_zip(as_bytes(packed({{"mimetype", "x"}}))) == 0);
  CHECK(sniff_zip(as_bytes("PK\3\4")) == 0);
  CHECK(sniff_zip(as_bytes("")) == 0);
}

TEST_CASE("a damaged archive is an error") {
  const std::string zip = packed({{"a.html", std::string(5000, 'x')}});
  for (const std::size_t cut : {std::size_t{1}, zip.size() / 2, zip.size() - 1}) {
    const auto document = read_zipped(as_bytes(std::string_view(zip).substr(0, cut)), formats);
    REQUIRE_FALSE(document);
  }
}
