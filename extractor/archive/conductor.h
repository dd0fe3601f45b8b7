// SPDX-License-Identifier: GPL-3.0-or-later
// The state of a bulk run: what each worker does, who waits for whom.
#pragma once

#include "archive/archive.h"
#include "archive/bulk.h"
#include "archive/task.h"

#include <deque>
#include <map>
#include <set>
#include <string>

namespace gouji {

/// Gives inputs to workers and puts their answers into the archive. Every function may throw
/// DatabaseError.
class Conductor {
public:
  Conductor(const BulkOptions& options, const Layouts& layouts, Archive& archive,
            BulkProgress& progress);

  /// Hands the next inputs to workers that have none. False when nothing is left to hand out and
  /// nobody works. Error: internal.
  Result<bool> hand_out();
  /// Takes what workers answered, waiting a moment for it. Error: internal.
  Result<void> take_answers();
  void note_slowest();

private:
  /// A document that LibreOffice turns into a DOCX, between two visits to the worker.
  struct Detour {
    Descriptor docx;  ///< a file in memory
    std::string kind; ///< what the document was: "doc"; empty until it is converted
    bool misnamed = false;
  };
  /// One document at one worker.
  struct Turn {
    Task task;
    Descriptor file;
    std::string sha256;     ///< known once the worker has told it
    std::int64_t bytes = 0; ///< likewise
    bool read = false;      ///< the worker has told the hash, and was told to go on
    std::optional<Detour> detour;
  };
  /// One worker and its converter. While a document is converted the next one is read and decided
  /// on, so that the worker never waits.
  struct Lane {
    /// What the worker was asked for, in that order: to read a document, or to convert one it has
    /// read. It answers in the same order, so the first is what it is at.
    std::deque<Turn> asked;
    std::deque<Turn> foreign; ///< for the converter; it is at the first
  };
  /// What a worker made of a document, not stored yet.
  struct Answer {
    Turn turn;
    std::string record; ///< packed
  };
  /// A ZIP whose members are not all done.
  struct Container {
    SourceFile source;
    int members = 0, open = 0;
  };

  std::optional<Task> next_task();
  Result<bool> assign(std::size_t worker, Task task);
  Result<bool> feed(std::size_t worker);
  bool is_idle(std::size_t worker) const;
  bool is_done(const Task& task);
  bool wanted(const std::string& sha256);
  bool outdated(const Archive::Versions& versions) const;

  // Workers come first in the pool, then as many converters: the one of worker w is w + jobs.
  bool is_converter(std::size_t process) const { return process >= lanes_.size(); }

  Result<void> on_event(WorkerPool::Event event);
  Result<void> on_message(std::size_t worker, Message message);
  Result<void> on_hash(std::size_t worker, std::string_view body);
  bool decide(Turn& turn, const std::string& sha256, std::int64_t bytes);
  void on_entries(const Turn& turn, std::string_view body);
  void on_failure(const Turn& turn, std::string_view body);
  void on_end(std::size_t worker, const Failure& failure);
  void on_converter_end(std::size_t worker, const Failure& failure);
  Result<void> on_foreign(std::size_t worker, Turn turn, std::string_view body);
  Result<void> on_converter(std::size_t worker, const Message& message);
  Result<void> start_conversion(std::size_t worker);

  void store(const Answer& answer);
  void store_failure(const Turn& turn, const Failure& failure);
  void judge(Turn turn, Failure failure);
  void give_back(const Turn& turn);
  void close(const Turn& turn);
  void task_done(const Task& task);
  void release_waiting(const std::string& sha256);

  const BulkOptions& options_;
  const Layouts& layouts_;
  Archive& archive_;
  BulkProgress& progress_;
  Inputs inputs_;
  WorkerPool pool_;
  std::vector<Lane> lanes_;     ///< by worker
  std::vector<Answer> answers_; ///< in the order they came
  std::deque<Task> members_;    ///< of ZIPs, and what was given back: before further inputs
  std::deque<Task> suspects_;   ///< ended a worker once: tried again alone, at the end
  std::map<std::string, std::vector<Task>> waiting_; ///< by hash: same content, being read now
  std::map<std::string, Container> containers_;      ///< by path
  std::set<std::string> reread_;                     ///< hashes that this run converted again
  int ends_before_ready_ = 0;
};

} // namespace gouji
