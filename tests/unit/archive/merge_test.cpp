// SPDX-License-Identifier: GPL-3.0-or-later
// Archives: what stands for what, and parts put together in any order.
#include "archive/export.h"
#include "archive/merge.h"
#include "unit/archive/sample_record.h"

#include <catch2/catch.hpp>

using namespace gouji;
using namespace gouji::test;

namespace {

const std::string hash_a(64, 'a'), hash_b(64, 'b');
const Failure damaged{"damaged", {"broken", "损坏"}, 1};

Archive open_archive(const std::string& path, const std::string& program = "1.0") {
  Result<Archive> archive = Archive::open(path);
  REQUIRE(archive);
  archive->begin_run({"bulk", program, "layouts"}, small_layouts());
  return std::move(*archive);
}

SourceFile file(const std::string& path) {
  return {path, 10, 20};
}

std::string exported(const std::string& path) {
  std::string out;
  const auto sink = [&](std::string_view bytes) -> Result<void> {
    out += bytes;
    return {};
  };
  REQUIRE(export_archive(path, {}, Language::english, sink));
  return out;
}

void merge(const std::vector<std::string>& parts, const std::string& path) {
  REQUIRE(merge_archives(parts, path, "1.0", small_layouts()));
}

Record record_by(const std::string& agency) {
  Record record = sample_record();
  record.outcome.report.agency = agency;
  return record;
}

} // namespace

TEST_CASE("parts in any order, also twice, make the same archive") {
  const Folder folder;
  const std::string one = folder.path("1.db"), two = folder.path("2.db");
  {
    Archive archive = open_archive(one);
    archive.put_record(hash_a, sample_record());
    archive.put_source(file("a.pdf"), hash_a);
    archive.put_unreadable(file("gone"), {"missing", {"gone", "缺失"}, 1}, "gouji convert gone");
    archive.end_run("sf");
  }
  {
    Archive archive = open_archive(two);
    archive.put_failure(hash_b, damaged, "gouji convert b");
    archive.put_source(file("b.pdf"), hash_b);
    archive.put_container(file("c.zip"), 0);
    archive.end_run("sf");
  }
  merge({one, two}, folder.path("x.db"));
  merge({two, one, two}, folder.path("y.db"));
  CHECK(exported(folder.path("x.db")) == exported(folder.path("y.db")));
  CHECK(Archive::open(folder.path("x.db"))->counts().sources == 4);
}

TEST_CASE("in a merge a document stands above a failure, a newer program above an older") {
  const Folder folder;
  const std::string failed = folder.path("1.db"), old = folder.path("2.db"),
                    fresh = folder.path("3.db");
  {
    Archive archive = open_archive(failed, "3.0");
    archive.put_failure(hash_a, damaged, "gouji convert a");
    archive.put_source(file("a.pdf"), hash_a);
    archive.end_run("sf");
  }
  for (const auto& [path, program] : {std::pair{old, "1.9"}, std::pair{fresh, "1.10"}}) {
    Archive archive = open_archive(path, program);
    archive.put_record(hash_a, record_by(program));
    archive.put_source(file("a.pdf"), hash_a);
    archive.end_run("sf");
  }
  merge({failed, old, fresh}, folder.path("x.db"));
  merge({fresh, old, failed}, folder.path("y.db"));
  CHECK(exported(folder.path("x.db")) == exported(folder.path("y.db")));
  CHECK(exported(folder.path("x.db")).find("\"agency\": \"1.10\"") != std::string::npos);
  CHECK(Archive::open(folder.path("x.db"))->counts().failures == 0);
}

TEST_CASE("under one path the later file stands, whichever part could read it") {
  const Folder folder;
  const std::string later = folder.path("1.db"), earlier = folder.path("2.db"),
                    reader = folder.path("3.db");
  {
    Archive archive = open_archive(later);
    archive.put_failure(hash_a, damaged, "gouji convert q");
    archive.put_source({"q", 10, 50}, hash_a);
    archive.end_run("sf");
  }
  {
    Archive archive = open_archive(earlier);
    archive.put_record(hash_b, record_by("earlier"));
    archive.put_source({"q", 10, 10}, hash_b);
    archive.end_run("sf");
  }
  {
    Archive archive = open_archive(reader);
    archive.put_record(hash_a, record_by("later"));
    archive.put_source(file("p"), hash_a);
    archive.end_run("sf");
  }
  merge({later, earlier, reader}, folder.path("x.db"));
  merge({later, reader, earlier}, folder.path("y.db"));
  merge({earlier}, folder.path("z.db"));
  merge({reader, later}, folder.path("z.db"));
  const std::string merged = exported(folder.path("x.db"));
  CHECK(merged == exported(folder.path("y.db")));
  CHECK(merged == exported(folder.path("z.db")));
  CHECK(merged.find("earlier") == std::string::npos);
}

TEST_CASE("a path is done when it is recorded with its size and time") {
  const Folder folder;
  Archive archive = open_archive(folder.path("a.db"));
  CHECK(archive.recorded(file("a")) == Known::no);
  archive.put_record(hash_a, sample_record());
  archive.put_source(file("a"), hash_a);
  CHECK(archive.recorded(file("a")) == Known::document);
  CHECK(archive.recorded({"a", 11, 20}) == Known::no);
  CHECK(archive.recorded({"a", 10, 21}) == Known::no);
  archive.put_failure(hash_b, damaged, "");
  archive.put_source(file("b"), hash_b);
  CHECK(archive.recorded(file("b")) == Known::failure);
  archive.put_container(file("c"), 2);
  CHECK(archive.recorded(file("c")) == Known::container);
}

TEST_CASE("a worker killed from outside leaves its document to be done") {
  const Folder folder;
  Archive archive = open_archive(folder.path("a.db"));
  archive.put_failure(hash_a, {status::killed, {"killed", "被终止"}, 1}, "");
  archive.put_source(file("a"), hash_a);
  CHECK(archive.recorded(file("a")) == Known::no);
}

TEST_CASE("a second result of a content takes the place of the first") {
  const Folder folder;
  Archive archive = open_archive(folder.path("a.db"));
  archive.put_failure(hash_a, damaged, "");
  archive.put_source(file("a"), hash_a);
  archive.put_source(file("copy"), hash_a);
  archive.put_record(hash_a, sample_record());
  CHECK(archive.recorded(file("copy")) == Known::document);
  archive.put_failure(hash_a, damaged, "");
  CHECK(archive.recorded(file("a")) == Known::failure);
  CHECK(archive.counts().documents == 0);
  CHECK(archive.counts().failures == 1);
  CHECK_FALSE(archive.database().prepare("PRAGMA foreign_key_check").row());
  CHECK_FALSE(archive.database().prepare("SELECT 1 FROM value").row());
}

TEST_CASE("what no path has any more goes at the end of a run") {
  const Folder folder;
  Archive archive = open_archive(folder.path("a.db"));
  archive.put_record(hash_a, sample_record());
  archive.put_source(file("a"), hash_a);
  archive.put_failure(hash_b, damaged, "");
  archive.put_source({"a", 12, 30}, hash_b); // the file has other content now
  archive.drop_orphans();
  CHECK(archive.counts().documents == 0);
  CHECK(archive.counts().failures == 1);
}

TEST_CASE("an archive is open for one writer at a time") {
  const Folder folder;
  const Archive archive = open_archive(folder.path("a.db"));
  const Result<Archive> second = Archive::open(folder.path("a.db"));
  REQUIRE_FALSE(second);
  CHECK(second.error().message.en.find("another program") != std::string::npos);
}
