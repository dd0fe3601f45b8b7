// SPDX-License-Identifier: GPL-3.0-or-later
// An archive file: what is in it, and putting things in. archive_reading.h takes them out.
#pragma once

#include "archive/database.h"
#include "archive/record.h"

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace gouji {

/// A path as it was when it was read.
struct SourceFile {
  std::string path;
  std::int64_t bytes = 0;
  std::int64_t modified = 0; ///< nanoseconds since 1970

  bool operator==(const SourceFile&) const = default;
};

struct RunInfo {
  std::string command; ///< "bulk", "bulk 2/8", "merge"
  std::string program; ///< version
  std::string layouts; ///< digest of the layout files
};

/// What an archive holds under a content's hash, or under a path.
enum class Known {
  no,       ///< nothing
  document, ///< a converted document
  failure,  ///< a failure
  container ///< (paths only) a ZIP, whose members have rows of their own
};

/// An archive open for writing, by nobody else at the same time. All functions throw
/// DatabaseError; what was written since the last `commit` is lost then, and nothing else.
class Archive {
public:
  /// Opens or makes an archive. Errors: invalid (no archive, a newer one, in use by another
  /// process), unreadable.
  static Result<Archive> open(const std::string& path);

  /// Makes a row in `run`, and the rows of the layouts.
  void begin_run(const RunInfo& info, const Layouts& layouts);
  /// Notes the end; the file is then one plain file without a journal beside it.
  void end_run(const std::string& sandbox);
  void commit();
  /// Stores records of other layouts from now on.
  void use_layouts(const Layouts& layouts);
  /// Notes results under another run from now on.
  void use_run(std::int64_t run);
  /// The same run as in another archive: its command, program, layouts, started, finished and
  /// sandbox stand in `row` from `first` on. Made when it is not here yet.
  void adopt_run(const Statement& row, int first);

  std::string setting(const std::string& name);
  void set_setting(const std::string& name, const std::string& value);

  Known known(const std::string& sha256);
  /// What the path is recorded as with this size and time. Nothing, too, when its worker was killed
  /// from outside: that says nothing about the file.
  Known recorded(const SourceFile& file);
  /// What a document was converted with; nothing when there is none.
  struct Versions {
    std::string program, layouts;
  };
  std::optional<Versions> versions(const std::string& sha256);
  struct Failed {
    std::string status; ///< empty: no failure
    std::int64_t run = 0;
  };
  /// The failure under this hash, and the run that noted it.
  Failed failed(const std::string& sha256);
  std::optional<Versions> source_versions(const std::string& path);

  /// Puts a record or a failure in the place of whatever the hash had.
  void put_record(const std::string& sha256, const Record& record);
  void put_failure(const std::string& sha256, const Failure& failure, const std::string& command);
  /// Notes that the path has the content with this hash, which is known.
  void put_source(const SourceFile& file, const std::string& sha256);
  /// Notes that the path is a ZIP of documents, each of which has its own row.
  void put_container(const SourceFile& file, int members);
  /// Notes that the path could not even be read.
  void put_unreadable(const SourceFile& file, const Failure& failure, const std::string& command);

  /// Takes out documents and failures that no path has any more: the files have other content now.
  void drop_orphans();

  /// Takes out what `add_year_findings` put in.
  void clear_year_findings();
  /// Adds findings that hold a document against last year's, after its own.
  void add_year_findings(std::int64_t document, std::int64_t prior,
                         const std::vector<Finding>& findings, const std::string& layout);

  struct Counts {
    std::int64_t documents = 0, with_errors = 0, failures = 0, sources = 0;
  };
  Counts counts();

  Database& database();
  std::int64_t run() const;

  Archive(Archive&&) noexcept;
  Archive& operator=(Archive&&) noexcept;
  ~Archive();

private:
  struct State;
  explicit Archive(std::unique_ptr<State> state);
  std::unique_ptr<State> state_;
};

} // namespace gouji
