// SPDX-License-Identifier: GPL-3.0-or-later
// Opening an archive and writing to it. One transaction spans a batch of documents.
#include "archive/archive.h"

#include "archive/layout_rows.h"
#include "archive/messages.h"
#include "archive/schema_sql.h"
#include "archive/wire.h"
#include "writers/names.h"

#include <fmt/chrono.h>

#include <chrono>

namespace gouji {

namespace {

template <class T> std::optional<T> unless(const T& value, const T& nothing) {
  return value == nothing ? std::nullopt : std::optional<T>(value);
}
/// Row and column numbers from 1, nothing for -1.
std::optional<int> from_one(int index) {
  return unless(index + 1, 0);
}

std::string now() {
  return fmt::format("{:%Y-%m-%dT%H:%M:%SZ}", fmt::gmtime(std::chrono::system_clock::to_time_t(
                                                  std::chrono::system_clock::now())));
}

constexpr const char* place_columns = "page, tbl, row, col, x0, y0, x1, y1, anchor";

struct PlaceColumns {
  std::optional<int> page, table, row, column;
  std::optional<double> x0, y0, x1, y1;
  std::optional<std::string> anchor;

  explicit PlaceColumns(const Place& place)
      : page(unless(place.origin.page, 0)), table(from_one(place.table)), row(from_one(place.row)),
        column(from_one(place.column)), anchor(unless(place.origin.anchor, std::string())) {
    if (place.origin.page > 0 && place.origin.box != Rect{}) {
      x0 = place.origin.box.x0;
      y0 = place.origin.box.y0;
      x1 = place.origin.box.x1;
      y1 = place.origin.box.y1;
    }
  }
};

/// Every statement the writing of a document runs, prepared once.
struct Statements {
  Statement put_document, document_id, put_value, put_section, put_finding, put_finding_field,
      put_finding_place, put_drawing, put_failure, failure_id, put_source, put_bare_failure,
      find_source, find_versions, find_source_versions, clear_values, clear_sections,
      clear_findings, clear_drawings, move_to_document, move_to_failure, drop_failure,
      drop_document, old_bare_failure, drop_failure_id, failure_run;

  explicit Statements(Database& db)
      : put_document(db.prepare(
            "INSERT INTO document(sha256, bytes, format, pages, layout, agency, year, title, "
            "score, microseconds, run) VALUES (?,?,?,?,?,?,?,?,?,?,?) ON CONFLICT(sha256) DO "
            "UPDATE "
            "SET bytes=excluded.bytes, format=excluded.format, pages=excluded.pages, "
            "layout=excluded.layout, agency=excluded.agency, year=excluded.year, "
            "title=excluded.title, score=excluded.score, microseconds=excluded.microseconds, "
            "run=excluded.run")),
        document_id(db.prepare("SELECT id FROM document WHERE sha256=?")),
        put_value(db.prepare(std::string("INSERT INTO value(document, field, state, number, exact, "
                                         "raw, ") +
                             place_columns + ") VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)")),
        put_section(db.prepare("INSERT INTO section VALUES (?,?,?,?,?,?)")),
        put_finding(db.prepare(
            "INSERT INTO finding(document, position, rule, severity, message_en, message_zh, "
            "expected, actual, quote, prior) VALUES (?,?,?,?,?,?,?,?,?,?)")),
        put_finding_field(db.prepare("INSERT INTO finding_field VALUES (?,?,?)")),
        put_finding_place(db.prepare(std::string("INSERT INTO finding_place(finding, position, ") +
                                     place_columns + ") VALUES (?,?,?,?,?,?,?,?,?,?,?)")),
        put_drawing(db.prepare("INSERT INTO drawing VALUES (?,?,?)")),
        put_failure(db.prepare(
            "INSERT INTO failure(sha256, status, message_en, message_zh, attempts, command, run) "
            "VALUES (?,?,?,?,?,?,?) ON CONFLICT(sha256) DO UPDATE SET status=excluded.status, "
            "message_en=excluded.message_en, message_zh=excluded.message_zh, "
            "attempts=excluded.attempts, command=excluded.command, run=excluded.run")),
        failure_id(db.prepare("SELECT id FROM failure WHERE sha256=?")),
        put_source(db.prepare("INSERT OR REPLACE INTO source VALUES (?,?,?,?,?,?)")),
        put_bare_failure(db.prepare("INSERT INTO failure(sha256, status, message_en, message_zh, "
                                    "attempts, command, run) VALUES (NULL,?,?,?,?,?,?)")),
        find_source(db.prepare("SELECT bytes, modified, failure FROM source WHERE path=?")),
        find_versions(db.prepare("SELECT r.program, r.layouts FROM document d JOIN run r ON "
                                 "r.id=d.run WHERE d.sha256=?")),
        find_source_versions(
            db.prepare("SELECT r.program, r.layouts FROM source s JOIN document d ON "
                       "d.id=s.document JOIN run r ON r.id=d.run WHERE s.path=?")),
        clear_values(db.prepare("DELETE FROM value WHERE document=?")),
        clear_sections(db.prepare("DELETE FROM section WHERE document=?")),
        clear_findings(db.prepare("DELETE FROM finding WHERE document=?")),
        clear_drawings(db.prepare("DELETE FROM drawing WHERE document=?")),
        move_to_document(db.prepare("UPDATE source SET document=?2, failure=NULL WHERE failure="
                                    "(SELECT id FROM failure WHERE sha256=?1)")),
        move_to_failure(db.prepare("UPDATE source SET failure=?2, document=NULL WHERE document="
                                   "(SELECT id FROM document WHERE sha256=?1)")),
        drop_failure(db.prepare("DELETE FROM failure WHERE sha256=?")),
        drop_document(db.prepare("DELETE FROM document WHERE sha256=?")),
        old_bare_failure(db.prepare("SELECT f.id FROM source s JOIN failure f ON f.id=s.failure "
                                    "WHERE s.path=? AND f.sha256 IS NULL")),
        drop_failure_id(db.prepare("DELETE FROM failure WHERE id=?")),
        failure_run(db.prepare("SELECT run FROM failure WHERE sha256=?")) {}
};

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

struct Archive::State {
  Database db;
  std::optional<Statements> statements;
  std::map<std::string, std::vector<std::int64_t>> fields; ///< by layout: row ids of its fields
  std::map<std::string, std::int64_t> adopted;             ///< runs of other archives: row ids here
  std::int64_t run = 0;
  bool in_transaction = false;

  void begin() {
    if (!in_transaction)
      db.execute("BEGIN IMMEDIATE");
    in_transaction = true;
  }
  std::int64_t id(Statement& statement, const std::string& key) {
    return statement.bind(key).row() ? statement.integer(0) : 0;
  }
  void put_contents(std::int64_t document, const Record& record);
  void put_finding(std::int64_t document, int position, const Finding& finding,
                   const std::vector<std::int64_t>& field_ids, std::optional<std::int64_t> prior);
};

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
        std::make_unique<State>(State{{path, Database::Mode::create}, {}, {}, {}, 0, false});
    // One writer: the lock is taken with the first statement and kept until the file is closed.
    state->db.execute("PRAGMA locking_mode=EXCLUSIVE; PRAGMA journal_mode=WAL; "
                      "PRAGMA synchronous=NORMAL; PRAGMA foreign_keys=ON; "
                      "PRAGMA cache_size=-65536; PRAGMA wal_autocheckpoint=4000");
    if (const auto wrong = prepare_schema(state->db))
      return refuse(Code::invalid, *wrong);
    state->statements.emplace(state->db);
    return Archive(std::move(state));
  } catch (const DatabaseError& error) {
    return refuse(Code::unreadable, describe(error));
  }
}

void Archive::begin_run(const RunInfo& info, const Layouts& layouts) {
  state_->begin();
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
  state_->begin();
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

bool Archive::gives_way(const SourceFile& file, const std::string& sha256) {
  Statement find = state_->db.prepare("SELECT d.sha256, s.modified, s.members FROM source s LEFT "
                                      "JOIN document d ON d.id=s.document WHERE s.path=?");
  if (!find.bind(file.path).row())
    return true;
  if (!find.is_null(2))
    return false;
  if (find.is_null(0))
    return !sha256.empty() && known(sha256) == Known::document;
  if (known(sha256) != Known::document)
    return false;
  if (find.integer(1) != file.modified)
    return find.integer(1) < file.modified;
  return sha256 < find.text(0);
}

void Archive::commit() {
  if (state_->in_transaction)
    state_->db.execute("COMMIT");
  state_->in_transaction = false;
}

Known Archive::known(const std::string& sha256) {
  Statements& s = *state_->statements;
  if (state_->id(s.document_id, sha256) != 0)
    return Known::document;
  return state_->id(s.failure_id, sha256) != 0 ? Known::failure : Known::no;
}

bool Archive::has_source(const SourceFile& file, bool retry_failed) {
  Statement& find = state_->statements->find_source;
  if (!find.bind(file.path).row())
    return false;
  return find.integer(0) == file.bytes && find.integer(1) == file.modified &&
         !(retry_failed && !find.is_null(2));
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

void Archive::State::put_finding(std::int64_t document, int position, const Finding& finding,
                                 const std::vector<std::int64_t>& field_ids,
                                 std::optional<std::int64_t> prior) {
  const auto text = [](const std::optional<Decimal>& number) {
    return number ? std::optional(number->text()) : std::nullopt;
  };
  statements->put_finding
      .bind(document, position, finding.rule, severity_name(finding.severity), finding.message.en,
            finding.message.zh, text(finding.expected), text(finding.actual), finding.quote, prior)
      .run();
  const std::int64_t id = db.last_id();
  int at = 0;
  for (const int field : finding.fields)
    statements->put_finding_field.bind(id, at++, field_ids.at(static_cast<std::size_t>(field)))
        .run();
  at = 0;
  for (const Place& place : finding.places) {
    const PlaceColumns p(place);
    statements->put_finding_place
        .bind(id, at++, p.page, p.table, p.row, p.column, p.x0, p.y0, p.x1, p.y1, p.anchor)
        .run();
  }
}

void Archive::State::put_contents(std::int64_t document, const Record& record) {
  const Report& report = record.outcome.report;
  static const std::vector<std::int64_t> no_fields;
  const std::vector<std::int64_t>& field_ids =
      report.layout ? fields.at(report.layout->id) : no_fields;
  for (const int field : listed_fields(report)) {
    const auto index = static_cast<std::size_t>(field);
    const Value& value = report.values.at(index);
    const PlaceColumns p(value.place);
    const bool number = value.has_number();
    statements->put_value
        .bind(document, field_ids.at(index), state_name(value.state),
              number ? std::optional(value.number) : std::nullopt,
              number && !value.number.whole() ? std::optional(value.number.text()) : std::nullopt,
              value.raw, p.page, p.table, p.row, p.column, p.x0, p.y0, p.x1, p.y1, p.anchor)
        .run();
  }
  int position = 0;
  for (const Section& section : report.sections)
    statements->put_section
        .bind(document, position++, unless(section.number, 0), section.title, section.printed_title,
              section.text)
        .run();
  position = 0;
  for (const Finding& finding : record.outcome.findings)
    put_finding(document, position++, finding, field_ids, {});
  for (const DrawnTable& drawn : record.tables)
    statements->put_drawing.bind(document, drawn.number + 1, pack_table(drawn.table)).run();
}

void Archive::put_record(const std::string& sha256, const Record& record) {
  state_->begin();
  Statements& s = *state_->statements;
  const Report& report = record.outcome.report;
  s.put_document
      .bind(sha256, record.bytes, record.outcome.source.format,
            unless(record.outcome.source.pages, 0),
            report.layout ? std::optional(report.layout->id) : std::nullopt, report.agency,
            unless(report.year, 0), report.title, report.match.score, record.microseconds,
            state_->run)
      .run();
  const std::int64_t id = state_->id(s.document_id, sha256);
  for (Statement* clear :
       {&s.clear_values, &s.clear_sections, &s.clear_findings, &s.clear_drawings})
    clear->bind(id).run();
  state_->put_contents(id, record);
  s.move_to_document.bind(sha256, id).run();
  s.drop_failure.bind(sha256).run();
}

void Archive::put_failure(const std::string& sha256, const Failure& failure,
                          const std::string& command) {
  state_->begin();
  Statements& s = *state_->statements;
  s.put_failure
      .bind(sha256, failure.status, failure.message.en, failure.message.zh, failure.attempts,
            command, state_->run)
      .run();
  s.move_to_failure.bind(sha256, state_->id(s.failure_id, sha256)).run();
  s.drop_document.bind(sha256).run();
}

void Archive::put_source(const SourceFile& file, const std::string& sha256) {
  state_->begin();
  Statements& s = *state_->statements;
  const std::int64_t document = state_->id(s.document_id, sha256);
  const std::int64_t failure = document != 0 ? 0 : state_->id(s.failure_id, sha256);
  const std::int64_t old = state_->id(s.old_bare_failure, file.path);
  s.put_source
      .bind(file.path, file.bytes, file.modified, unless(document, std::int64_t{0}),
            unless(failure, std::int64_t{0}), nullptr)
      .run();
  if (old != 0)
    s.drop_failure_id.bind(old).run();
}

void Archive::put_container(const SourceFile& file, int members) {
  state_->begin();
  Statements& s = *state_->statements;
  const std::int64_t old = state_->id(s.old_bare_failure, file.path);
  s.put_source.bind(file.path, file.bytes, file.modified, nullptr, nullptr, members).run();
  if (old != 0)
    s.drop_failure_id.bind(old).run();
}

void Archive::put_unreadable(const SourceFile& file, const Failure& failure,
                             const std::string& command) {
  state_->begin();
  Statements& s = *state_->statements;
  const std::int64_t old = state_->id(s.old_bare_failure, file.path);
  s.put_bare_failure
      .bind(failure.status, failure.message.en, failure.message.zh, failure.attempts, command,
            state_->run)
      .run();
  s.put_source.bind(file.path, file.bytes, file.modified, nullptr, state_->db.last_id(), nullptr)
      .run();
  if (old != 0)
    s.drop_failure_id.bind(old).run();
}

std::int64_t Archive::failure_run(const std::string& sha256) {
  return state_->id(state_->statements->failure_run, sha256);
}

void Archive::clear_year_findings() {
  state_->begin();
  state_->db.execute("DELETE FROM finding WHERE prior IS NOT NULL");
}

void Archive::add_year_findings(std::int64_t document, std::int64_t prior,
                                const std::vector<Finding>& findings, const std::string& layout) {
  state_->begin();
  Statement last =
      state_->db.prepare("SELECT coalesce(max(position), -1) FROM finding WHERE document=?");
  last.bind(document).row();
  int position = static_cast<int>(last.integer(0));
  for (const Finding& finding : findings)
    state_->put_finding(document, ++position, finding, state_->fields.at(layout), prior);
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
