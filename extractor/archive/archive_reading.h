// SPDX-License-Identifier: GPL-3.0-or-later
// Documents and failures out of an archive, as the values that the writers write.
#pragma once

#include "archive/archive.h"

#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace gouji {

/// One failed input. A content that several paths have is one; `sha256` is empty when the content
/// could not be read.
struct FailedInput {
  std::vector<std::string> paths;
  std::string sha256;
  Failure failure;
  std::string command;
};

/// Which findings of a document to read.
enum class Findings {
  none,
  own, ///< those it has by itself
  all  ///< also those against last year's report
};

/// An archive open for reading. All functions throw DatabaseError.
class ArchiveReading {
public:
  /// The forms are those that the archive describes. Errors: invalid (no archive, a newer one),
  /// missing, unreadable.
  static Result<ArchiveReading> open(const std::string& path);
  /// Reads an archive that is open already; it must outlive this.
  ArchiveReading(Database& db, Layouts layouts);

  const Layouts& layouts() const { return layouts_; }
  /// Row ids of all documents, ordered by hash.
  std::vector<std::int64_t> documents();
  /// A document as `convert` had it; its source's name is that of its first path. Without prose
  /// paragraphs and without flow.
  Outcome document(std::int64_t id, Findings findings = Findings::all);
  std::vector<std::string> paths(std::int64_t document);
  std::vector<PackedTable> packed_tables(std::int64_t document);
  /// The same to be looked into; what is no table is left out.
  std::vector<DrawnTable> drawings(std::int64_t document);
  /// Ordered by hash, those without one last and by path.
  void each_failure(const std::function<void(const FailedInput&)>& take);
  Database& database() { return *db_; }

private:
  struct FieldPlace {
    std::size_t layout = 0;
    int field = -1; ///< -1: the layout at hand has no such field
  };
  void load_field_ids();
  void read_values(std::int64_t id, Report& report);
  void read_findings(std::int64_t id, bool own_only, Outcome& outcome);

  std::shared_ptr<Database> db_;
  Layouts layouts_;
  std::map<std::int64_t, FieldPlace> fields_; ///< by row id
};

} // namespace gouji
