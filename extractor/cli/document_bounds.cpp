// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/document_bounds.h"

#include "base/limits.h"
#include "base/sanitized.h"
#include "cli/commands.h"
#include "cli/messages.h"

#include <fmt/format.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <unistd.h>

#include <algorithm>
#include <csignal>

namespace gouji {

namespace {

// Made beforehand: a signal handler may not.
std::string no_time, no_memory, at_hand;

[[noreturn]] void end_with(const std::string& message) {
  static_cast<void>(!write(STDERR_FILENO, message.data(), message.size()));
  _exit(exit_unusable);
}

extern "C" void on_time_over(int) {
  end_with(no_time);
}

/// Libraries abort when they get no memory; so does a mistake of gouji's own.
extern "C" void on_abort(int) {
  constexpr std::size_t room = 64u << 20;
  void* const probe = mmap(nullptr, room, PROT_NONE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  if (probe == MAP_FAILED)
    end_with(no_memory);
  std::signal(SIGABRT, SIG_DFL);
  std::raise(SIGABRT);
}

rlimit limit_of(__rlimit_resource_t resource) {
  rlimit limit{};
  getrlimit(resource, &limit);
  return limit;
}

/// Whole seconds of processor time that are over: of both clocks together, as the kernel counts.
rlim_t seconds_used() {
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  const auto micros = usage.ru_utime.tv_usec + usage.ru_stime.tv_usec;
  return static_cast<rlim_t>(usage.ru_utime.tv_sec + usage.ru_stime.tv_sec + micros / 1'000'000);
}

/// Puts other text in the place of one that a signal handler reads.
void exchange(std::string& text, std::string other, int signal) {
  sigset_t held, before;
  sigemptyset(&held);
  sigaddset(&held, signal);
  pthread_sigmask(SIG_BLOCK, &held, &before);
  text.swap(other);
  pthread_sigmask(SIG_SETMASK, &before, nullptr);
}

} // namespace

void bound_document(const std::string& path, Language language) {
  static const rlim_t own_time = [] { // what the user allows, once for all documents
    std::signal(SIGXCPU, on_time_over);
    std::signal(SIGABRT, on_abort);
    return limit_of(RLIMIT_CPU).rlim_cur;
  }();
  rlimit time = limit_of(RLIMIT_CPU);
  const rlim_t used = seconds_used();
  time.rlim_cur = std::min({own_time, time.rlim_max, used + 1 + limits::document_seconds});
  setrlimit(RLIMIT_CPU, &time);
  rlimit memory = limit_of(RLIMIT_AS);
  memory.rlim_cur = std::min<rlim_t>({memory.rlim_cur, memory.rlim_max, limits::process_memory});
  if (!sanitized)
    setrlimit(RLIMIT_AS, &memory);

  const auto message = [&](const Words& words) {
    return fmt::format("gouji: {}: {}\n", path, words.in(language));
  };
  at_hand = path;
  // The kernel looks at the clock some times a second only: a bound that is over may still come.
  const rlim_t left = time.rlim_cur - std::min(used, time.rlim_cur);
  const rlim_t told = std::clamp<rlim_t>(left, 1, limits::document_seconds);
  exchange(no_time, message(fill(phrases::out_of_time, told)), SIGXCPU);
  no_memory = message(fill(phrases::out_of_memory));
}

const std::string& document_at_hand() {
  return at_hand;
}

} // namespace gouji
