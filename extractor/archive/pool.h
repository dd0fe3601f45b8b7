// SPDX-License-Identifier: GPL-3.0-or-later
// Worker processes: starting, watching, replacing.
#pragma once

#include "archive/channel.h"
#include "archive/record.h"
#include "archive/sandbox.h"

#include <chrono>
#include <optional>
#include <string>
#include <vector>

namespace gouji {

using Clock = std::chrono::steady_clock;

/// How a worker is started and what it may use.
struct WorkerSetup {
  std::vector<std::string> command; ///< program and arguments
  WorkerLimits limits;
  /// Wall time between two messages, in which a stuck document that uses no CPU time is found too.
  std::chrono::seconds patience{60};
};

/// A number of worker processes. One that ends is replaced as
/// soon as it is needed again; none outlives the pool.
class WorkerPool {
public:
  struct Event {
    std::size_t worker = 0;
    std::optional<Message> message; ///< nothing: the worker ended, and `failure` says why
    Failure failure;
  };

  /// One worker for each setup.
  explicit WorkerPool(std::vector<WorkerSetup> setups);
  ~WorkerPool();
  WorkerPool(const WorkerPool&) = delete;
  WorkerPool& operator=(const WorkerPool&) = delete;

  /// Starts the worker when it does not run. Error: internal.
  Result<void> ensure_started(std::size_t worker);
  /// Hands over a document and starts the worker's clock, which begins anew with each of its
  /// messages. `file` stays the caller's.
  void give(std::size_t worker, std::string_view body, int file);
  /// `file` may come along; it stays the caller's.
  void answer(std::size_t worker, MessageKind decision, std::string_view body = {}, int file = -1);
  /// The worker has nothing to do: its clock stops.
  void finish(std::size_t worker);
  /// Ends the worker, if it runs: nothing it still says shall count.
  void discard(std::size_t worker);
  /// How long the worker has been at what it does.
  Clock::duration busy_for(std::size_t worker) const;

  /// What happened, after at most `longest`.
  std::vector<Event> wait(std::chrono::milliseconds longest);

private:
  struct Worker {
    WorkerSetup setup;
    pid_t process = 0; ///< 0: not running
    int socket = -1;
    MessageBuffer buffer;
    std::optional<Clock::time_point> since; ///< start of what it does
    bool overdue = false;
    bool ready = false;
  };

  Failure bury(Worker& worker, std::chrono::milliseconds moment);

  std::vector<Worker> workers_;
};

} // namespace gouji
