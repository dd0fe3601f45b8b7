// SPDX-License-Identifier: GPL-3.0-or-later
#include "readers/format.h"

#include <catch2/catch.hpp>

#include <array>
#include <string>

using namespace gouji;
using namespace std::string_literals;

namespace {

constexpr std::array<std::string_view, 1> extension{"x"};

int sniff_exact(Bytes bytes) {
  return as_text(bytes).starts_with("<exact") ? 90 : 0;
}
int sniff_loose(Bytes bytes) {
  return as_text(bytes).starts_with("<") ? 40 : 0;
}
Result<Document> read_nothing(Bytes) {
  return Document{};
}

const std::array<Format, 2> formats{Format{"loose", extension, sniff_loose, read_nothing},
                                    Format{"exact", extension, sniff_exact, read_nothing}};

Error refusal(const std::string& content) {
  const auto found = detect(as_bytes(content), formats);
  REQUIRE_FALSE(found.has_value());
  return found.error();
}

} // namespace

TEST_CASE("the format that is surest of the content is taken") {
  CHECK((*detect(as_bytes("<exact/>"), formats))->name == "exact");
  CHECK((*detect(as_bytes("<other/>"), formats))->name == "loose");
}

TEST_CASE("an empty file is told from an unknown one") {
  CHECK(refusal("").code == Code::empty);
  CHECK(refusal("hello").code == Code::unsupported);
  CHECK(refusal("hello").message.en.find("loose, exact") != std::string::npos);
}

TEST_CASE("a file of another kind is named in the message") {
  const auto says = [](const std::string& content, const std::string& en, const std::string& zh) {
    const Error error = refusal(content);
    CHECK(error.code == Code::unsupported);
    CHECK(error.message.en.find(en) != std::string::npos);
    CHECK(error.message.zh.find(zh) != std::string::npos);
  };
  says("\xFF\xD8\xFF\xE0", "picture", "图片");
  says("Rar!\x1A\x07\x01", "archive", "压缩包");
  says("PK\x03\x04"s + std::string(26, '\0') + "xl/workbook.xml", "spreadsheet", "电子表格");
  says("PK\x03\x04"s + std::string(26, '\0') + "OFD.xml", "OFD", "OFD");
  says("PK\x03\x04"s + std::string(26, '\0') + "readme.txt", "archive", "压缩包");
  says("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", "Word 97", "Word 97");
  says("MZ\x90", "program", "可执行程序");
}
