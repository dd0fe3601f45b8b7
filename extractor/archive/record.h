// SPDX-License-Identifier: GPL-3.0-or-later
// What becomes of one input in bulk: the part of an Outcome that an archive keeps, or a failure.
#pragma once

#include "pipeline/process.h"

#include <string>
#include <vector>

namespace gouji {

/// A table with findings on it, kept so that it can be drawn. `number` counts the document's tables
/// from 0, as Place::table does.
struct DrawnTable {
  int number = 0;
  Table table;
};

/// The same on its way into an archive: packed once, by the worker (`pack_table`), and looked into
/// only when it is drawn.
struct PackedTable {
  int number = 0;
  std::string bytes;

  bool operator==(const PackedTable&) const = default;
};

/// A converted document. `outcome.flow` and the matcher's candidates are left out: an archive keeps
/// values, prose and findings, and the tables that findings stand in.
struct Record {
  Outcome outcome;
  std::vector<PackedTable> tables;
  std::int64_t bytes = 0;        ///< size of the input
  std::int64_t microseconds = 0; ///< time the conversion took
};

/// Why an input has no record. The names are stable, the archive stores them: those of `Code`
/// (base/result.h) and five more.
struct Failure {
  std::string status; ///< "damaged", "timeout", ...
  Words message;
  int attempts = 1;

  bool operator==(const Failure&) const = default;
};

namespace status {
inline constexpr const char* timeout = "timeout"; ///< ran longer than it may
inline constexpr const char* memory = "memory";   ///< needed more than it may
inline constexpr const char* crash = "crash";     ///< ended the process that read it
inline constexpr const char* killed = "killed";   ///< somebody ended the process that read it
inline constexpr const char* skipped = "skipped"; ///< no regular file: a link, a pipe, a device
} // namespace status

/// The archive's name for an error code: "damaged".
std::string status_of(Code code);

/// Keeps of an outcome what an archive keeps.
Record make_record(Outcome outcome);

} // namespace gouji
