// SPDX-License-Identifier: GPL-3.0-or-later
// Document by document through the same functions that a bulk run stores with.
#include "archive/merge.h"

#include "archive/archive_reading.h"
#include "archive/bulk.h"
#include "archive/layout_rows.h"
#include "archive/prior_years.h"
#include "archive/task.h"

#include <fmt/format.h>

#include <filesystem>
#include <initializer_list>
#include <tuple>

namespace gouji {

namespace {

constexpr int batch_documents = 500;

/// What stands under a path, by what it takes for another part's to stand there instead. What
/// became of a content does not count: that is decided for all its paths at once.
struct Standing {
  enum Kind { unreadable, content, container };
  std::int64_t modified = 0;
  Kind kind = unreadable;
  std::string what; ///< hash, or reason, or number of members: only decides what nothing else does
};

/// The later file stands; of one time that which could be read.
bool stands_above(const Standing& a, const Standing& b) {
  return std::tie(a.modified, a.kind, a.what) > std::tie(b.modified, b.kind, b.what);
}

/// The columns that a Standing is made of.
constexpr const char* standing_columns =
    "coalesce(d.sha256, f.sha256), f.status, f.message_en, s.members, s.modified";

Standing standing_at(const Statement& row, int first) {
  const auto text = [&](int at) { return std::string(row.text(first + at)); };
  const std::int64_t modified = row.integer(first + 4);
  if (!row.is_null(first + 3))
    return {modified, Standing::container, fmt::format("{:020}", row.integer(first + 3))};
  if (!row.is_null(first))
    return {modified, Standing::content, text(0)};
  return {modified, Standing::unreadable, text(1) + ' ' + text(2)};
}

/// One part going into the archive.
class Merging {
public:
  Merging(Archive& archive, ArchiveReading& part)
      : archive_(archive), part_(part),
        present_document_(archive.database().prepare(
            "SELECT r.program, r.started, r.layouts FROM document d JOIN run r ON r.id=d.run WHERE "
            "d.sha256=?")),
        present_failure_(archive.database().prepare(
            "SELECT r.program, r.started, f.status, f.message_en, f.command FROM failure f JOIN "
            "run r ON r.id=f.run WHERE f.sha256=?")),
        present_source_(archive.database().prepare(
            fmt::format("SELECT {} FROM source s LEFT JOIN document d ON d.id=s.document LEFT JOIN "
                        "failure f ON f.id=s.failure WHERE s.path=?",
                        standing_columns))) {}

  void run() {
    archive_.use_layouts(part_.layouts());
    for (const std::int64_t id : part_.documents())
      take_document(id);
    take_failures();
    take_sources();
    archive_.commit();
  }

private:
  /// Is the row's result to be kept rather than the part's? That of the newer program is, then that
  /// of the later run; what else there is only decides between equals.
  static bool keeps(Statement& present, const Statement& row, std::initializer_list<int> columns) {
    if (lower_version(present.text(0), row.text(*columns.begin())))
      return false;
    if (lower_version(row.text(*columns.begin()), present.text(0)))
      return true;
    int at = 0;
    for (const int column : columns) {
      const int order = present.text(at++).compare(row.text(column));
      if (order != 0)
        return order > 0;
    }
    return true;
  }

  void take_document(std::int64_t id) {
    Statement row = part_.database().prepare(
        "SELECT d.sha256, d.bytes, d.microseconds, r.command, r.program, r.layouts, r.started, "
        "r.finished, r.sandbox FROM document d JOIN run r ON r.id=d.run WHERE d.id=?");
    row.bind(id).row();
    const std::string sha256(row.text(0));
    if (present_document_.bind(sha256).row() && keeps(present_document_, row, {4, 6, 5}))
      return;
    archive_.adopt_run(row, 3);
    Record record;
    record.outcome = part_.document(id, Findings::own);
    record.tables = part_.packed_tables(id);
    record.bytes = row.integer(1);
    record.microseconds = row.integer(2);
    archive_.put_record(sha256, record);
    if (++taken_ % batch_documents == 0)
      archive_.commit();
  }

  void take_failures() {
    Statement rows = part_.database().prepare(
        "SELECT f.sha256, f.status, f.message_en, f.message_zh, f.attempts, f.command, r.command, "
        "r.program, r.layouts, r.started, r.finished, r.sandbox FROM failure f JOIN run r ON "
        "r.id=f.run WHERE f.sha256 IS NOT NULL");
    while (rows.row()) {
      const std::string sha256(rows.text(0));
      if (archive_.known(sha256) == Known::document)
        continue;
      if (present_failure_.bind(sha256).row() && keeps(present_failure_, rows, {7, 9, 1, 2, 5}))
        continue;
      archive_.adopt_run(rows, 6);
      archive_.put_failure(sha256, failure_at(rows), std::string(rows.text(5)));
    }
  }

  void take_sources() {
    Statement rows = part_.database().prepare(
        fmt::format("SELECT coalesce(d.sha256, f.sha256), f.status, f.message_en, f.message_zh, "
                    "f.attempts, f.command, s.path, s.bytes, s.modified, s.members, r.command, "
                    "r.program, r.layouts, r.started, r.finished, r.sandbox, {} FROM source s LEFT "
                    "JOIN document d ON d.id=s.document LEFT JOIN failure f ON f.id=s.failure LEFT "
                    "JOIN run r ON r.id=f.run",
                    standing_columns));
    while (rows.row()) {
      const SourceFile file{std::string(rows.text(6)), rows.integer(7), rows.integer(8)};
      const std::string sha256(rows.text(0));
      const Standing standing = standing_at(rows, 16);
      if (present_source_.bind(file.path).row() &&
          !stands_above(standing, standing_at(present_source_, 0)))
        continue;
      if (standing.kind == Standing::container) {
        archive_.put_container(file, static_cast<int>(rows.integer(9)));
      } else if (!sha256.empty()) {
        archive_.put_source(file, sha256);
      } else {
        archive_.adopt_run(rows, 10);
        archive_.put_unreadable(file, failure_at(rows), std::string(rows.text(5)));
      }
    }
  }

  /// status, message_en, message_zh and attempts from column 1 on.
  static Failure failure_at(const Statement& row) {
    return {std::string(row.text(1)),
            {std::string(row.text(2)), std::string(row.text(3))},
            static_cast<int>(row.integer(4))};
  }

  Archive& archive_;
  ArchiveReading& part_;
  Statement present_document_, present_failure_, present_source_;
  int taken_ = 0;
};

} // namespace

Result<void> merge_archives(const std::vector<std::string>& parts, const std::string& path,
                            const std::string& program, const Layouts& layouts) {
  // Before anything is made: a part that is missing or no archive is a slip of the hand.
  std::vector<std::string> others;
  for (const std::string& part : parts) {
    std::error_code unknown;
    if (std::filesystem::equivalent(part, path, unknown))
      continue; // "parts/*.db -o parts/all.db", done again
    if (const auto reading = ArchiveReading::open(part); !reading)
      return tl::unexpected<Error>(reading.error());
    others.push_back(part);
  }
  Result<Archive> archive = Archive::open(path);
  if (!archive)
    return tl::unexpected<Error>(archive.error());
  try {
    archive->begin_run({"merge", program, {}}, layouts);
    const std::int64_t own_run = archive->run();
    bool years = archive->setting("prior") == "1";
    for (const std::string& part : others) {
      Result<ArchiveReading> reading = ArchiveReading::open(part);
      if (!reading)
        return tl::unexpected<Error>(reading.error());
      Statement prior = reading->database().prepare("SELECT value FROM setting WHERE name='prior'");
      years = years || (prior.row() && prior.text(0) == "1");
      Merging(*archive, *reading).run();
    }
    archive->use_layouts(layouts);
    archive->drop_orphans();
    name_commands(*archive);
    compare_years(*archive, layouts, years);
    archive->use_run(own_run);
    archive->end_run({});
    return {};
  } catch (const DatabaseError& error) {
    return tl::unexpected<Error>(Error{Code::unreadable, describe(error), path, 0, 0});
  }
}

} // namespace gouji
