// SPDX-License-Identifier: GPL-3.0-or-later
// What an archive open for writing consists of; for archive.cpp and archive_writing.cpp only.
#pragma once

#include "archive/archive.h"

namespace gouji {

/// Every statement the writing of a document runs, prepared once.
struct Statements {
  RowInserter put_values, put_finding_fields;
  Statement put_document, document_id, put_section, put_finding, put_finding_place, put_drawing,
      put_failure, failure_id, put_source, put_bare_failure, find_source, find_versions,
      find_source_versions, clear_values, clear_sections, clear_findings, clear_drawings,
      move_to_document, move_to_failure, drop_failure, drop_document, old_bare_failure,
      drop_failure_id, find_failure;

  /// Throws DatabaseError.
  explicit Statements(Database& db);
};

struct Archive::State {
  Database db;
  std::optional<Statements> statements;
  std::map<std::string, std::vector<std::int64_t>> fields; ///< by layout: row ids of its fields
  std::map<std::string, std::int64_t> adopted;             ///< runs of other archives: row ids here
  std::int64_t run = 0;
  bool in_transaction = false;
  bool replacing = false;

  /// For adding rows. What they refer to is there, as they are written here: SQLite is not asked to
  /// look it up for each of them, which is a tenth of this process's time.
  void begin() {
    if (!in_transaction)
      db.execute("BEGIN IMMEDIATE");
    in_transaction = true;
  }
  /// For replacing and taking out, too: what refers to a row goes with it. (SQLite heeds the switch
  /// only between transactions.)
  void begin_replacing() {
    if (replacing)
      return;
    commit();
    db.execute("PRAGMA foreign_keys=ON");
    replacing = true;
    begin();
  }
  void commit() {
    if (in_transaction)
      db.execute("COMMIT");
    in_transaction = false;
    if (replacing)
      db.execute("PRAGMA foreign_keys=OFF");
    replacing = false;
  }
  std::int64_t id(Statement& statement, const std::string& key) {
    return statement.bind(key).row() ? statement.integer(0) : 0;
  }
  void put_contents(std::int64_t document, const Record& record);
  void put_finding(std::int64_t document, int position, const Finding& finding,
                   const std::vector<std::int64_t>& field_ids, std::optional<std::int64_t> prior);
};

} // namespace gouji
