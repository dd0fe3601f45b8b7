// SPDX-License-Identifier: GPL-3.0-or-later
// Document by document through the same functions that a bulk run stores with.
#include "archive/merge.h"

#include "archive/archive_reading.h"
#include "archive/bulk.h"
#include "archive/layout_rows.h"
#include "archive/prior_years.h"

namespace gouji {

namespace {

constexpr int batch_documents = 500;

/// One part going into the archive.
class Merging {
public:
  Merging(Archive& archive, ArchiveReading& part) : archive_(archive), part_(part) {}

  void run() {
    archive_.use_layouts(part_.layouts());
    for (const std::int64_t id : part_.documents())
      take_document(id);
    take_failures();
    take_sources();
    archive_.commit();
  }

private:
  void take_document(std::int64_t id) {
    Statement row = part_.database().prepare(
        "SELECT d.sha256, d.bytes, d.microseconds, r.command, r.program, r.layouts, r.started, "
        "r.finished, r.sandbox FROM document d JOIN run r ON r.id=d.run WHERE d.id=?");
    row.bind(id).row();
    const std::string sha256(row.text(0));
    const std::string program(row.text(4));
    if (const auto present = archive_.versions(sha256))
      if (!lower_version(present->program, program))
        return;
    archive_.adopt_run(row, 3);
    Record record;
    record.outcome = part_.document(id, Findings::own);
    record.tables = part_.drawings(id);
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
      if (archive_.known(sha256) != Known::no)
        continue;
      archive_.adopt_run(rows, 6);
      archive_.put_failure(sha256, failure_at(rows), std::string(rows.text(5)));
    }
  }

  void take_sources() {
    Statement rows = part_.database().prepare(
        "SELECT coalesce(d.sha256, f.sha256), f.status, f.message_en, f.message_zh, f.attempts, "
        "f.command, s.path, s.bytes, s.modified, s.members, r.command, r.program, r.layouts, "
        "r.started, r.finished, r.sandbox FROM source s LEFT JOIN document d ON d.id=s.document "
        "LEFT JOIN failure f ON f.id=s.failure LEFT JOIN run r ON r.id=f.run");
    while (rows.row()) {
      const SourceFile file{std::string(rows.text(6)), rows.integer(7), rows.integer(8)};
      if (!rows.is_null(9)) {
        archive_.put_container(file, static_cast<int>(rows.integer(9)));
        continue;
      }
      const std::string sha256(rows.text(0));
      if (!archive_.gives_way(file, sha256))
        continue;
      if (!sha256.empty()) {
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
  int taken_ = 0;
};

} // namespace

Result<void> merge_archives(const std::vector<std::string>& parts, const std::string& path,
                            const std::string& program, const Layouts& layouts) {
  Result<Archive> archive = Archive::open(path);
  if (!archive)
    return tl::unexpected<Error>(archive.error());
  try {
    archive->begin_run({"merge", program, {}}, layouts);
    const std::int64_t own_run = archive->run();
    bool years = archive->setting("prior") == "1";
    for (const std::string& part : parts) {
      Result<ArchiveReading> reading = ArchiveReading::open(part);
      if (!reading)
        return tl::unexpected<Error>(reading.error());
      Statement prior = reading->database().prepare("SELECT value FROM setting WHERE name='prior'");
      years = years || (prior.row() && prior.text(0) == "1");
      Merging(*archive, *reading).run();
    }
    archive->use_layouts(layouts);
    compare_years(*archive, layouts, years);
    archive->use_run(own_run);
    archive->end_run({});
    return {};
  } catch (const DatabaseError& error) {
    return tl::unexpected<Error>(Error{Code::unreadable, describe(error), path, 0, 0});
  }
}

} // namespace gouji
