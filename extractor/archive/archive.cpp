// SPDX-License-Identifier: GPL-3.0-or-later
// Opening an archive, its runs and settings, and what it knows already. One transaction spans a
// batch of documents.
#include "archive/archive.h"

#include "archive/archive_state.h"
#include "archive/layout_rows.h"
#include "archive/messages.h"
#include "archive/schema_sql.h"

#include <fmt/chrono.h>

#include <chrono>

namespace gouji {

namespace {

std::string now() {
  return fmt::format("{:%Y-%m-%dT%H:%M:%SZ}", fmt::gmtime(std::chrono::system_clock::to_time_t(
                                                  std::chrono::system_clock::now())));
}

/// Nothing when the file is an archive of this version, or was empty and is one now.
std::optional<Words> prepare_schema(Database& db) {
  const auto pragma = [&](const char* name) {
    Statement statement = db.prepare(std::string("PRAGMA ") + name);
    statement.row();
    return statement.integer(0);
  };
  const std::int64_t version = pragma("user_version");
  if (version > archive_version)
    return fill(phrases::archive_newer, version, archive_version);
  if (version == archive_version && pragma("application_id") == archive_application)
    return std::nullopt;
  Statement tables = db.prepare("SELECT count(*) FROM sqlite_schema");
  tables.row();
  if (tables.integer(0) > 0)
    return fill(phrases::not_an_archive);
  db.execute("BEGIN IMMEDIATE");
  db.execute(archive_schema);
  db.execute(fmt::format("PRAGMA application_id={}; PRAGMA user_version={}; COMMIT",
                         archive_application, archive_version));
  return std::nullopt;
}

} // namespace

Archive::Archive(std::unique_ptr<State> state) : state_(std::move(state)) {}
Archive::Archive(Archive&&) noexcept = default;
Archive& Archive::operator=(Archive&&) noexcept = default;
Archive::~Archive() = default;

Result<Archive> Archive::open(const std::string& path) {
  const auto refuse = [&](Code code, Words message) {
    return tl::unexpected<Error>(Error{code, std::move(message), path, 0, 0});
  };
  try {
    auto state =
        std::make_unique<State>(State{{path, Database::Mode::create}, {}, {}, {}, 0, false, false});
    // One writer: the lock is taken with the first statement and kept until the file is closed.
    state->db.execute("PRAGMA locking_mode=EXCLUSIVE; PRAGMA journal_mode=WAL; "
                      "PRAGMA synchronous=NORMAL; PRAGMA foreign_keys=OFF; "
                      "PRAGMA cache_size=-16384; PRAGMA wal_autocheckpoint=4000");
    if (const auto wrong = prepare_schema(state->db))
      return refuse(Code::invalid, *wrong);
    state->statements.emplace(state->db);
    return Archive(std::move(state));
  } catch (const DatabaseError& error) {
    return refuse(Code::unreadable, describe(error));
  }
}

void Archive::begin_run(const RunInfo& info, const Layouts& layouts) {
  state_->begin_replacing();
  Statement insert =
      state_->db.prepare("INSERT INTO run(command, program, layouts, started) VALUES (?,?,?,?)");
  insert.bind(info.command, info.program, info.layouts, now()).run();
  state_->run = state_->db.last_id();
  state_->fields = put_layouts(state_->db, layouts);
}

void Archive::end_run(const std::string& sandbox) {
  state_->begin();
  state_->db.prepare("UPDATE run SET finished=?, sandbox=? WHERE id=?")
      .bind(now(), sandbox, state_->run)
      .run();
  commit();
  // A finished archive is one plain file that can be read from anywhere.
  state_->statements.reset();
  state_->db.execute("PRAGMA wal_checkpoint(TRUNCATE); PRAGMA journal_mode=DELETE");
  state_->statements.emplace(state_->db);
}

void Archive::use_layouts(const Layouts& layouts) {
  state_->begin_replacing();
  state_->fields = put_layouts(state_->db, layouts);
}

void Archive::use_run(std::int64_t run) {
  state_->run = run;
}

void Archive::adopt_run(const Statement& row, int first) {
  state_->begin();
  const auto text = [&](int at) {
    return row.is_null(first + at) ? std::nullopt
                                   : std::optional(std::string(row.text(first + at)));
  };
  const std::string key = text(0).value_or("") + '\n' + text(1).value_or("") + '\n' +
                          text(2).value_or("") + '\n' + text(3).value_or("");
  std::int64_t& run = state_->adopted[key];
  if (run == 0) {
    Statement find = state_->db.prepare(
        "SELECT id FROM run WHERE command=? AND program=? AND layouts=? AND started=?");
    if (find.bind(text(0), text(1), text(2), text(3)).row())
      run = find.integer(0);
  }
  if (run == 0) {
    state_->db
        .prepare("INSERT INTO run(command, program, layouts, started, finished, sandbox) VALUES "
                 "(?,?,?,?,?,?)")
        .bind(text(0), text(1), text(2), text(3), text(4), text(5))
        .run();
    run = state_->db.last_id();
  }
  state_->run = run;
}

std::string Archive::setting(const std::string& name) {
  Statement find = state_->db.prepare("SELECT value FROM setting WHERE name=?");
  return find.bind(name).row() ? std::string(find.text(0)) : std::string();
}

void Archive::set_setting(const std::string& name, const std::string& value) {
  state_->begin();
  state_->db.prepare("INSERT OR REPLACE INTO setting VALUES (?,?)").bind(name, value).run();
}

void Archive::commit() {
  state_->commit();
}

Known Archive::known(const std::string& sha256) {
  Statements& s = *state_->statements;
  if (state_->id(s.document_id, sha256) != 0)
    return Known::document;
  return state_->id(s.failure_id, sha256) != 0 ? Known::failure : Known::no;
}

Known Archive::recorded(const SourceFile& file) {
  Statement& find = state_->statements->find_source;
  if (!find.bind(file.path).row() || find.integer(0) != file.bytes ||
      find.integer(1) != file.modified)
    return Known::no;
  if (!find.is_null(2))
    return Known::container;
  if (find.is_null(3))
    return Known::document;
  return find.text(3) == status::killed ? Known::no : Known::failure;
}

namespace {
std::optional<Archive::Versions> first_versions(Statement& statement, const std::string& key) {
  if (!statement.bind(key).row())
    return std::nullopt;
  return Archive::Versions{std::string(statement.text(0)), std::string(statement.text(1))};
}
} // namespace

std::optional<Archive::Versions> Archive::versions(const std::string& sha256) {
  return first_versions(state_->statements->find_versions, sha256);
}
std::optional<Archive::Versions> Archive::source_versions(const std::string& path) {
  return first_versions(state_->statements->find_source_versions, path);
}

Archive::Failed Archive::failed(const std::string& sha256) {
  Statement& find = state_->statements->find_failure;
  return find.bind(sha256).row() ? Failed{std::string(find.text(0)), find.integer(1)} : Failed{};
}

void Archive::drop_orphans() {
  state_->begin_replacing();
  state_->db.execute(
      "DELETE FROM document WHERE NOT EXISTS (SELECT 1 FROM source s WHERE s.document=document.id);"
      "DELETE FROM failure WHERE NOT EXISTS (SELECT 1 FROM source s WHERE s.failure=failure.id)");
}

Archive::Counts Archive::counts() {
  Statement count = state_->db.prepare(
      "SELECT (SELECT count(*) FROM document), (SELECT count(DISTINCT document) FROM finding WHERE "
      "severity='error'), (SELECT count(*) FROM failure), (SELECT count(*) FROM source)");
  count.row();
  return {count.integer(0), count.integer(1), count.integer(2), count.integer(3)};
}

Database& Archive::database() {
  return state_->db;
}
std::int64_t Archive::run() const {
  return state_->run;
}

} // namespace gouji
