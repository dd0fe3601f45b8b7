// SPDX-License-Identifier: GPL-3.0-or-later
// What an archive open for writing consists of; for archive.cpp and archive_writing.cpp only.
#pragma once

#include "archive/archive.h"

namespace gouji {

/// Every statement the writing of a document runs, prepared once.
struct Statements {
  Statement put_document, document_id, put_value, put_section, put_finding, put_finding_field,
      put_finding_place, put_drawing, put_failure, failure_id, put_source, put_bare_failure,
      find_source, find_versions, find_source_versions, clear_values, clear_sections,
      clear_findings, clear_drawings, move_to_document, move_to_failure, drop_failure,
      drop_document, old_bare_failure, drop_failure_id, find_failure;

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

} // namespace gouji
