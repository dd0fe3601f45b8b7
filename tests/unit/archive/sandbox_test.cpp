// SPDX-License-Identifier: GPL-3.0-or-later
// A worker that tries what it must not: a child confines itself as a worker does, tries, and is
// stopped.
#include "archive/sandbox.h"
#include "unit/archive/sample_record.h"

#include <catch2/catch.hpp>
#include <fcntl.h>
#include <netinet/in.h>
#include <sys/mman.h>
#include <sys/ptrace.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <csignal>
#include <fstream>
#include <functional>
#include <new>

using namespace gouji;
using namespace gouji::test;

namespace {

/// Exit statuses of a child; errno values lie below.
constexpr int done = 200, not_confined = 201, not_enforced = 202;

/// What happens to a confined child that does `deed`, which returns 0 or an errno: its exit status,
/// or minus the signal that ended it.
int outcome_of(const std::function<int()>& deed, bool needs_landlock = false) {
  const pid_t child = fork();
  if (child == 0) {
    WorkerLimits limits;
    limits.memory = std::uint64_t{512} << 20;
    const auto confined = limit_process(limits) ? confine_process() : Result<Confinement>();
    if (!confined)
      _exit(not_confined);
    // Sanitizers need more than the filter allows; old kernels have no Landlock.
    if (!confined->system_calls || (needs_landlock && !confined->files))
      _exit(not_enforced);
    const int error = deed();
    _exit(error == 0 ? done : error);
  }
  int status = 0;
  REQUIRE(waitpid(child, &status, 0) == child);
  return WIFSIGNALED(status) ? -WTERMSIG(status) : WEXITSTATUS(status);
}

/// Checks what becomes of a deed; says so where nothing is enforced.
void expect(const char* what, int expected, const std::function<int()>& deed,
            bool needs_landlock = false) {
  INFO(what);
  const int outcome = outcome_of(deed, needs_landlock);
  if (outcome == not_enforced)
    WARN("not enforced here (sanitizer, or a kernel without Landlock): " << what);
  else
    CHECK(outcome == expected);
}

int error_of(long result) {
  return result < 0 ? errno : 0;
}

int opened(const std::string& path, int flags) {
  return error_of(open(path.c_str(), flags | O_CLOEXEC, 0600));
}

} // namespace

TEST_CASE("a confined process that reaches for the network is ended") {
  expect("socket", -SIGSYS, [] { return error_of(socket(AF_INET, SOCK_STREAM, 0)); });
  expect("local socket", -SIGSYS, [] { return error_of(socket(AF_UNIX, SOCK_STREAM, 0)); });
  const int before = socket(AF_INET, SOCK_STREAM, 0); // one that was open before
  expect("connect", -SIGSYS, [before] {
    sockaddr_in address{};
    address.sin_family = AF_INET;
    return error_of(connect(before, reinterpret_cast<sockaddr*>(&address), sizeof address));
  });
  close(before);
}

TEST_CASE("a confined process that starts or touches another process is ended") {
  expect("fork", -SIGSYS, [] { return error_of(fork()); });
  expect("vfork", -SIGSYS, [] { return error_of(syscall(SYS_vfork)); });
  expect("execve", -SIGSYS, [] { return error_of(execl("/bin/true", "true", nullptr)); });
  expect("kill", -SIGSYS, [] { return error_of(kill(getppid(), SIGTERM)); });
  expect("ptrace", -SIGSYS, [] { return error_of(ptrace(PTRACE_TRACEME, 0, nullptr, nullptr)); });
  expect("another's limits", -SIGSYS,
         [] { return error_of(syscall(SYS_prlimit64, getppid(), RLIMIT_CPU, nullptr, nullptr)); });
}

TEST_CASE("a confined process can write, make, rename and remove no file") {
  const Folder folder;
  const std::string there = folder.path("there"), other = folder.path("other");
  std::ofstream(there) << "content";
  expect("write", EACCES, [&] { return opened(there, O_WRONLY); });
  expect("read and write", EACCES, [&] { return opened(there, O_RDWR); });
  expect("truncate by opening", EACCES, [&] { return opened(there, O_RDONLY | O_TRUNC); });
  expect("create", EACCES, [&] { return opened(other, O_WRONLY | O_CREAT); });
  expect("nameless file", EACCES, [&] { return opened(folder.path(""), O_TMPFILE | O_RDWR); });
  expect("remove", EACCES, [&] { return error_of(unlink(there.c_str())); });
  expect("rename", EACCES, [&] { return error_of(rename(there.c_str(), other.c_str())); });
  expect("link", EACCES, [&] { return error_of(link(there.c_str(), other.c_str())); });
  expect("folder", EACCES, [&] { return error_of(mkdir(other.c_str(), 0700)); });
  expect("openat2", -SIGSYS,
         [&] { return error_of(syscall(SYS_openat2, AT_FDCWD, there.c_str(), nullptr, 0)); });
  expect("file in memory", -SIGSYS, [] { return error_of(memfd_create("x", 0)); });
  const int before = open(there.c_str(), O_WRONLY | O_CLOEXEC); // one that was open before
  expect("write through it", EFBIG, [before] { return error_of(write(before, "x", 1)); });
  close(before);
  std::string content;
  std::getline(std::ifstream(there), content);
  CHECK(content == "content");
  CHECK_FALSE(std::filesystem::exists(other));
}

TEST_CASE("a confined process reads what it was handed and the fonts, nothing else") {
  const Folder folder;
  const std::string handed = folder.path("handed"), other = folder.path("other");
  std::ofstream(handed) << "x";
  std::ofstream(other) << "x";
  const int file = open(handed.c_str(), O_RDONLY | O_CLOEXEC);
  expect("the descriptor", done, [file] {
    char byte = 0;
    return pread(file, &byte, 1, 0) == 1 ? 0 : EIO;
  });
  close(file);
  const bool needs_landlock = true;
  expect(
      "its neighbour", EACCES, [&] { return opened(other, O_RDONLY); }, needs_landlock);
  expect(
      "accounts", EACCES, [] { return opened("/etc/passwd", O_RDONLY); }, needs_landlock);
  expect(
      "other processes", EACCES, [] { return opened("/proc/self/environ", O_RDONLY); },
      needs_landlock);
  if (std::filesystem::exists("/etc/fonts/fonts.conf"))
    expect(
        "fonts", done, [] { return opened("/etc/fonts/fonts.conf", O_RDONLY); }, needs_landlock);
}

TEST_CASE("a confined process has bounded memory and time") {
  expect("memory", ENOMEM, [] {
    // The allocation is the deed: it must not be optimized away.
    void* volatile block = operator new (std::size_t{1} << 30, std::nothrow);
    return block ? 0 : ENOMEM;
  });
  expect("processor time", -SIGXCPU, [] {
    limit_next_document(0);
    for (;;)
      getppid();
    return 0;
  });
}

TEST_CASE("bounds that are lower already are kept, and no hindrance") {
  const pid_t child = fork();
  if (child == 0) {
    // As under `ulimit -n 40; ulimit -t 1000`, where only root may raise a bound.
    const rlimit files{40, 40}, time{1000, 1000};
    rlimit files_after{}, time_after{};
    const bool fine = setrlimit(RLIMIT_NOFILE, &files) == 0 && setrlimit(RLIMIT_CPU, &time) == 0 &&
                      limit_process({}).has_value();
    limit_next_document(20);
    getrlimit(RLIMIT_NOFILE, &files_after);
    getrlimit(RLIMIT_CPU, &time_after);
    _exit(fine && files_after.rlim_cur == 40 && time_after.rlim_cur < 1000 &&
                  time_after.rlim_max == 1000
              ? done
              : not_confined);
  }
  int status = 0;
  REQUIRE(waitpid(child, &status, 0) == child);
  CHECK((WIFEXITED(status) && WEXITSTATUS(status) == done));
}
