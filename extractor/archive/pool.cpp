// SPDX-License-Identifier: GPL-3.0-or-later
// posix_spawn for the start (the parent holds a database: fork alone would copy its locks), poll
// for the watch, wait4 for the end.
#include "archive/pool.h"

#include "archive/messages.h"
#include "archive/request.h"
#include "archive/worker.h"

#include <fcntl.h>
#include <poll.h>
#include <spawn.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <csignal>
#include <cstring>

extern char** environ;

namespace gouji {

namespace {

/// Starts `command` with `socket` as its worker_socket.
Result<pid_t> spawn(const std::vector<std::string>& command, int socket) {
  std::vector<char*> arguments;
  arguments.reserve(command.size() + 1);
  for (const std::string& argument : command)
    arguments.push_back(const_cast<char*>(argument.c_str())); // posix_spawn's signature is older
  arguments.push_back(nullptr);
  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  posix_spawn_file_actions_adddup2(&actions, socket, worker_socket);
  pid_t process = 0;
  const int error =
      posix_spawn(&process, arguments.front(), &actions, nullptr, arguments.data(), environ);
  posix_spawn_file_actions_destroy(&actions);
  if (error != 0)
    return fail(Code::internal, fill(phrases::worker_not_started, std::strerror(error)));
  return process;
}

/// Why a worker ended, from its exit status and what it had used.
Failure judge(int end, long peak_kib, bool overdue, const WorkerSetup& setup) {
  const auto limit_mib = setup.limits.memory >> 20;
  const long peak_mib = peak_kib >> 10;
  if (overdue)
    return {status::timeout, fill(phrases::took_too_long, setup.patience.count()), 1};
  if (WIFSIGNALED(end) && WTERMSIG(end) == SIGXCPU)
    return {status::timeout, fill(phrases::used_too_much_time, setup.limits.seconds), 1};
  if (WIFEXITED(end) && WEXITSTATUS(end) == worker_out_of_memory)
    return {status::memory, fill(phrases::needs_memory, limit_mib), 1};
  // Libraries abort when memory runs out; the peak tells such an end from others.
  if (limit_mib > 0 && peak_mib * 2 > static_cast<long>(limit_mib))
    return {status::memory, fill(phrases::needs_memory, limit_mib), 1};
  if (WIFSIGNALED(end) && WTERMSIG(end) == SIGSYS)
    return {status::crash, fill(phrases::tried_forbidden), 1};
  // Not the pool's doing (`overdue` is set then): another program, or the system short of memory.
  if (WIFSIGNALED(end) && WTERMSIG(end) == SIGKILL)
    return {status::killed, fill(phrases::killed_from_outside), 1};
  if (WIFSIGNALED(end))
    return {status::crash, fill(phrases::ended_by_signal, WTERMSIG(end), strsignal(WTERMSIG(end))),
            1};
  return {status::crash, fill(phrases::ended_with_status, WEXITSTATUS(end)), 1};
}

/// What a process gets for ending by itself before it is ended.
constexpr std::chrono::milliseconds at_once{0};
/// One that has its socket closed: time to leave in order.
constexpr std::chrono::milliseconds leaving{100};
/// One that closed its end is about to end, and its own reason is to be seen; on a machine that has
/// much else to do it may have to wait for its turn.
constexpr std::chrono::milliseconds ending{5'000};

} // namespace

WorkerPool::WorkerPool(std::vector<WorkerSetup> setups) {
  for (WorkerSetup& setup : setups)
    workers_.push_back({std::move(setup), 0, -1, {}, {}, false, false});
}

WorkerPool::~WorkerPool() {
  for (Worker& worker : workers_)
    bury(worker, leaving);
}

Result<void> WorkerPool::ensure_started(std::size_t index) {
  Worker& worker = workers_.at(index);
  if (worker.process != 0)
    return {};
  int ends[2];
  if (socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends) != 0)
    return fail(Code::internal, fill(phrases::worker_not_started, std::strerror(errno)));
  // dup2 onto itself would keep close-on-exec: keep the child's end away from its place.
  const int child_end = fcntl(ends[1], F_DUPFD_CLOEXEC, worker_socket + 1);
  close(ends[1]);
  const Result<pid_t> process = spawn(worker.setup.command, child_end);
  close(child_end);
  if (!process) {
    close(ends[0]);
    return tl::unexpected<Error>(process.error());
  }
  worker.process = *process;
  worker.socket = ends[0];
  return {};
}

void WorkerPool::give(std::size_t index, std::string_view body, int file) {
  Worker& worker = workers_.at(index);
  if (!worker.since)
    worker.since = Clock::now();
  worker.overdue = false;
  // A worker that is gone is found by the next wait.
  send_message(worker.socket, MessageKind::document, body, file);
}

void WorkerPool::answer(std::size_t index, MessageKind decision, std::string_view body, int file) {
  send_message(workers_.at(index).socket, decision, body, file);
}

void WorkerPool::finish(std::size_t index) {
  workers_.at(index).since.reset();
}

void WorkerPool::discard(std::size_t index) {
  Worker& worker = workers_.at(index);
  worker.overdue = true; // no reason of its own counts
  bury(worker, at_once);
}

Clock::duration WorkerPool::busy_for(std::size_t index) const {
  const auto& since = workers_.at(index).since;
  return since ? Clock::now() - *since : Clock::duration::zero();
}

/// Closes the socket and waits for the process's end, which is brought about after a `moment`.
Failure WorkerPool::bury(Worker& worker, std::chrono::milliseconds moment) {
  if (worker.process == 0) {
    worker.overdue = false;
    return {};
  }
  if (worker.socket >= 0)
    close(worker.socket);
  int end = 0;
  rusage usage{};
  pid_t ended = 0;
  for (const auto start = Clock::now(); ended == 0 && Clock::now() - start < moment;) {
    ended = wait4(worker.process, &end, WNOHANG, &usage);
    if (ended == 0)
      usleep(2'000);
  }
  if (ended == 0) {
    kill(worker.process, SIGKILL);
    while (wait4(worker.process, &end, 0, &usage) < 0 && errno == EINTR) {
    }
  }
  Failure failure = judge(end, usage.ru_maxrss, worker.overdue, worker.setup);
  if (!worker.ready && failure.status != status::killed)
    failure = {status_of(Code::internal),
               WIFEXITED(end) && WEXITSTATUS(end) == worker_not_confined
                   ? fill(phrases::worker_not_confined)
                   : fill(phrases::worker_not_ready),
               1};
  worker = Worker{std::move(worker.setup), 0, -1, {}, {}, false, false};
  return failure;
}

std::vector<WorkerPool::Event> WorkerPool::wait(std::chrono::milliseconds longest) {
  std::vector<pollfd> watched;
  std::vector<std::size_t> owner;
  for (std::size_t i = 0; i < workers_.size(); ++i)
    if (workers_[i].process != 0) {
      watched.push_back({workers_[i].socket, POLLIN, 0});
      owner.push_back(i);
    }
  std::vector<Event> events;
  if (poll(watched.data(), watched.size(), static_cast<int>(longest.count())) < 0)
    return events;
  for (std::size_t k = 0; k < watched.size(); ++k) {
    Worker& worker = workers_[owner[k]];
    if (worker.since && Clock::now() - *worker.since > worker.setup.patience) {
      worker.overdue = true;
      kill(worker.process, SIGKILL);
    }
    if (watched[k].revents == 0)
      continue;
    const bool there = worker.buffer.take_from(worker.socket);
    while (auto message = worker.buffer.next()) {
      worker.ready = true;
      if (worker.since)
        worker.since = Clock::now();
      events.push_back({owner[k], std::move(message), {}});
    }
    if (worker.buffer.broken()) {
      bury(worker, at_once);
      events.push_back(
          {owner[k], std::nullopt, {status::crash, fill(phrases::nonsense_answer), 1}});
    } else if (!there) {
      events.push_back({owner[k], std::nullopt, bury(worker, worker.overdue ? at_once : ending)});
    }
  }
  return events;
}

} // namespace gouji
