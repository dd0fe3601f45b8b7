// SPDX-License-Identifier: GPL-3.0-or-later
// A child is run by a guardian process between it and the caller. The guardian holds one end of a
// pipe: when the caller is gone, even by SIGKILL, the pipe closes, and the guardian clears up.
#include "readers/child_process.h"

#include "base/limits.h"

#include <fcntl.h>
#include <poll.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <atomic>
#include <cerrno>
#include <csignal>
#include <filesystem>
#include <system_error>

namespace gouji {
namespace {

/// What the guardian's exit status says.
enum Status : int { child_exited = 0, child_not_started = 1, child_timed_out = 2, caller_gone = 3 };

void bound_resources(const ChildOrder& order) {
  const auto set = [](auto resource, rlim_t value) {
    rlimit bounds{value, value};
    setrlimit(resource, &bounds);
  };
  set(RLIMIT_CORE, 0);
  set(RLIMIT_CPU, static_cast<rlim_t>(order.limit.count()));
  set(RLIMIT_FSIZE, limits::file_bytes);
  if (order.memory > 0)
    set(RLIMIT_AS, order.memory);
}

std::vector<char*> pointers(const std::vector<std::string>& strings) {
  std::vector<char*> out;
  out.reserve(strings.size() + 1);
  for (const std::string& string : strings)
    out.push_back(const_cast<char*>(string.c_str())); // execve's prototype; it does not write
  out.push_back(nullptr);
  return out;
}

void close_standard_streams() {
  if (const int null = open("/dev/null", O_RDWR); null >= 0)
    for (const int stream : {0, 1, 2})
      dup2(null, stream);
}

/// The caller may hold anything open: windows, and above all the lifeline of another child, which
/// would not break while this one lives.
void close_other_files(int kept) {
  closefrom(kept + 1);
  if (kept > 3)
    close_range(3, static_cast<unsigned>(kept) - 1, 0);
}

/// The child's own part. Never returns.
[[noreturn]] void become(const ChildOrder& order) {
  setpgid(0, 0);
  for (const int number : {SIGINT, SIGTERM, SIGHUP, SIGPIPE, SIGCHLD})
    signal(number, SIG_DFL);
  closefrom(3);
  if (!order.errors.empty())
    if (const int file = open(order.errors.c_str(), O_WRONLY | O_CREAT | O_TRUNC, 0600); file >= 0)
      dup2(file, 2);
  bound_resources(order);
  const auto arguments = pointers(order.arguments), environment = pointers(order.environment);
  if (chdir(order.folder.c_str()) == 0)
    execve(arguments[0], arguments.data(), environment.data());
  _exit(127);
}

/// The child stays to be reaped.
bool has_ended(pid_t child) {
  siginfo_t info{};
  return waitid(P_PID, static_cast<id_t>(child), &info, WEXITED | WNOHANG | WNOWAIT) == 0 &&
         info.si_pid == child;
}

/// Waits until the child ends, its time is over or the caller is gone.
Status watch(pid_t child, int lifeline, std::chrono::seconds limit) {
  // glibc 2.36 declares pidfd_open without C linkage. Old containers refuse it: the child is then
  // looked at now and then.
  const auto process = static_cast<int>(syscall(SYS_pidfd_open, child, 0));
  constexpr std::chrono::milliseconds now_and_then{20};
  const auto end = std::chrono::steady_clock::now() + limit;
  Status status = child_timed_out;
  while (true) {
    const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(
        end - std::chrono::steady_clock::now());
    if (left.count() <= 0)
      break;
    const auto pause = process < 0 ? std::min(left, now_and_then) : left;
    std::array<pollfd, 2> events{pollfd{process, POLLIN, 0}, pollfd{lifeline, POLLIN, 0}};
    if (poll(events.data(), events.size(), static_cast<int>(pause.count())) < 0 && errno != EINTR)
      break;
    if (events[0].revents != 0 || (process < 0 && has_ended(child))) {
      status = child_exited;
      break;
    }
    if (events[1].revents != 0) {
      status = caller_gone;
      break;
    }
  }
  // Also after a good end: helpers that the program left running.
  kill(-child, SIGKILL);
  int result = 0;
  while (waitpid(child, &result, 0) < 0 && errno == EINTR) {
  }
  if (status == child_exited && WIFEXITED(result) && WEXITSTATUS(result) == 127)
    status = child_not_started;
  return status;
}

[[noreturn]] void guard(const ChildOrder& order, int lifeline) {
  setsid(); // the terminal's Ctrl-C is for the caller; the pipe tells when it is gone
  for (const int number : {SIGINT, SIGTERM, SIGHUP, SIGPIPE})
    signal(number, SIG_IGN);
  signal(SIGCHLD, SIG_DFL);
  close_other_files(lifeline);
  close_standard_streams(); // whoever reads the caller's output need not wait for the guardian
  const pid_t child = fork();
  if (child == 0)
    become(order);
  Status status = child_not_started;
  if (child > 0) {
    setpgid(child, child); // whoever of the two comes first
    status = watch(child, lifeline, order.limit);
  }
  if (status == caller_gone) {
    std::error_code ignored;
    std::filesystem::remove_all(order.folder, ignored);
  }
  _exit(status);
}

} // namespace

ChildEnd run_child(const ChildOrder& order) {
  std::array<int, 2> lifeline{};
  if (order.arguments.empty() || access(order.arguments.front().c_str(), X_OK) != 0 ||
      pipe2(lifeline.data(), O_CLOEXEC) != 0)
    return ChildEnd::not_started;
  const pid_t guardian = fork();
  if (guardian == 0) {
    close(lifeline[1]);
    guard(order, lifeline[0]);
  }
  close(lifeline[0]);
  std::atomic<int> held{lifeline[1]};
  const auto let_go = [&held] {
    if (const int end = held.exchange(-1); end >= 0)
      close(end);
  };
  const std::stop_callback on_stop(order.stop, let_go);
  int result = 0;
  pid_t ended = guardian;
  while (guardian > 0 && (ended = waitpid(guardian, &result, 0)) < 0 && errno == EINTR) {
  }
  let_go();
  if (guardian < 0 || ended < 0 || !WIFEXITED(result))
    return ChildEnd::not_started;
  switch (WEXITSTATUS(result)) {
  case child_exited:
    return ChildEnd::exited;
  case child_timed_out:
    return ChildEnd::timed_out;
  case caller_gone:
    return ChildEnd::stopped;
  default:
    return ChildEnd::not_started;
  }
}

} // namespace gouji
