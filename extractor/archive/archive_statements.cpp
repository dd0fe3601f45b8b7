// SPDX-License-Identifier: GPL-3.0-or-later
// The SQL of everything that writing a document does.
#include "archive/archive_state.h"

namespace gouji {

namespace {
constexpr const char* place_columns = "page, tbl, row, col, x0, y0, x1, y1, anchor";
} // namespace

Statements::Statements(Database& db)
    : put_values(db,
                 std::string("INSERT INTO value(document, field, state, number, exact, raw, ") +
                     place_columns + ")",
                 15),
      put_finding_fields(db, "INSERT INTO finding_field", 3),
      put_document(db.prepare(
          "INSERT INTO document(sha256, bytes, format, pages, layout, agency, year, title, "
          "score, microseconds, run) VALUES (?,?,?,?,?,?,?,?,?,?,?) ON CONFLICT(sha256) DO "
          "UPDATE "
          "SET bytes=excluded.bytes, format=excluded.format, pages=excluded.pages, "
          "layout=excluded.layout, agency=excluded.agency, year=excluded.year, "
          "title=excluded.title, score=excluded.score, microseconds=excluded.microseconds, "
          "run=excluded.run")),
      document_id(db.prepare("SELECT id FROM document WHERE sha256=?")),
      put_section(db.prepare("INSERT INTO section VALUES (?,?,?,?,?,?)")),
      put_finding(db.prepare(
          "INSERT INTO finding(document, position, rule, severity, message_en, message_zh, "
          "expected, actual, quote, prior) VALUES (?,?,?,?,?,?,?,?,?,?)")),
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
      find_source(db.prepare("SELECT s.bytes, s.modified, s.members, f.status FROM source s "
                             "LEFT JOIN failure f ON f.id=s.failure WHERE s.path=?")),
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
      find_failure(db.prepare("SELECT status, run FROM failure WHERE sha256=?")) {}

} // namespace gouji
