// SPDX-License-Identifier: GPL-3.0-or-later
// The work list: every input once, links not followed, shards without gaps.
#include "archive/inputs.h"
#include "unit/archive/sample_record.h"

#include <catch2/catch.hpp>

#include <algorithm>
#include <fstream>
#include <map>
#include <set>

using namespace gouji;
using namespace gouji::test;
namespace fs = std::filesystem;

namespace {

std::vector<std::string> listed(std::vector<std::string> paths, Shard shard = {}) {
  Inputs inputs(std::move(paths), shard);
  std::vector<std::string> found;
  while (auto path = inputs.next())
    found.push_back(*path);
  std::sort(found.begin(), found.end());
  return found;
}

void touch(const std::string& path) {
  std::ofstream(path) << "x";
}

} // namespace

TEST_CASE("a folder is walked to any depth, and what is no file is an input too") {
  const Folder folder;
  fs::create_directories(folder.path("a/b/c"));
  touch(folder.path("a/1"));
  touch(folder.path("a/b/c/2"));
  fs::create_symlink(folder.path("a/1"), folder.path("a/link"));
  fs::create_directory_symlink(folder.path("a"), folder.path("a/loop"));
  CHECK(listed({folder.path("a")}) == std::vector{folder.path("a/1"), folder.path("a/b/c/2"),
                                                  folder.path("a/link"), folder.path("a/loop")});
}

TEST_CASE("a pattern stands for what it matches, and for itself when it matches nothing") {
  const Folder folder;
  touch(folder.path("1.pdf"));
  touch(folder.path("2.pdf"));
  touch(folder.path("3.txt"));
  touch(folder.path("[x].pdf"));
  CHECK(listed({folder.path("?.pdf")}) == std::vector{folder.path("1.pdf"), folder.path("2.pdf")});
  CHECK(listed({folder.path("*.doc")}) == std::vector{folder.path("*.doc")});
  CHECK(listed({folder.path("[x].pdf")}) == std::vector{folder.path("[x].pdf")});
  CHECK(listed({folder.path("gone")}) == std::vector{folder.path("gone")});
}

TEST_CASE("shards share out all inputs, each to one, and about evenly") {
  const Folder folder;
  std::vector<std::string> all;
  for (int i = 0; i < 400; ++i) {
    all.push_back(folder.path("report " + std::to_string(i) + ".pdf"));
    touch(all.back());
  }
  std::sort(all.begin(), all.end());
  std::vector<std::string> together;
  for (int number = 1; number <= 8; ++number) {
    const auto part = listed({folder.path("")}, {number, 8});
    CHECK(part.size() > 20);
    CHECK(part.size() == static_cast<std::size_t>(count_inputs({folder.path("")}, {number, 8})));
    together.insert(together.end(), part.begin(), part.end());
  }
  std::sort(together.begin(), together.end());
  CHECK(together == all);
}

TEST_CASE("a list has a path a line, or between NULs with line breaks inside") {
  CHECK(listed_paths("a\r\nb c\n\n/d") == std::vector<std::string>{"a", "b c", "/d"});
  CHECK(listed_paths(std::string("a\nb\0\0c\r\0", 8)) == std::vector<std::string>{"a\nb", "c\r"});
  CHECK(listed_paths("").empty());
}

TEST_CASE("a shown path is UTF-8 in one line, and still tells paths apart") {
  CHECK(shown_path("年报/a b.pdf") == "年报/a b.pdf");
  CHECK(shown_path("a\nb\xff\x7f") == "a\\x0ab\\xff\\x7f");
  CHECK(shown_path("\xe5\xb9") == "\\xe5\\xb9");
}
