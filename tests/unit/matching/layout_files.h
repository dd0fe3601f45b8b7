// SPDX-License-Identifier: GPL-3.0-or-later
// The layouts and the contract's tables, for tests.
#pragma once

#include "matching/layout_loader.h"

#include <catch2/catch.hpp>

#include <fstream>
#include <sstream>
#include <string>
#include <vector>

namespace gouji_test {

/// A file of the project, by its path in the source tree.
inline std::string read_file(const std::string& path) {
  std::ifstream file(std::string(GOUJI_SOURCE_DIR "/") + path, std::ios::binary);
  REQUIRE(file);
  std::ostringstream text;
  text << file.rdbuf();
  return text.str();
}

inline gouji::Layout shipped_layout(const std::string& id) {
  const std::string xml = read_file("layouts/" + id + ".xml");
  const auto layout = gouji::load_layout(gouji::as_bytes(xml), id + ".xml");
  if (!layout)
    FAIL(layout.error().source << ":" << layout.error().line << ": " << layout.error().message.en);
  return *layout;
}

/// The lines of a TSV without its heading, each a list of columns.
inline std::vector<std::vector<std::string>> read_tsv(const std::string& path) {
  std::istringstream lines(read_file(path));
  std::vector<std::vector<std::string>> rows;
  for (std::string line; std::getline(lines, line);) {
    std::vector<std::string> columns(1);
    for (const char c : line)
      if (c == '\t')
        columns.emplace_back();
      else
        columns.back() += c;
    rows.push_back(std::move(columns));
  }
  REQUIRE(rows.size() > 1);
  rows.erase(rows.begin());
  return rows;
}

} // namespace gouji_test
