// SPDX-License-Identifier: GPL-3.0-or-later
// seccomp through libseccomp, Landlock through its system calls (glibc has no wrappers), resource
// limits.
#include "archive/sandbox.h"

#include "archive/messages.h"
#include "base/sanitized.h"

#include <fcntl.h>
#include <linux/landlock.h>
#include <seccomp.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <csignal>
#include <cstring>
#include <memory>

namespace gouji {

namespace {

/// What readers look into while they work: substitute fonts (fontconfig), Poppler's CMaps, and
/// libraries that are loaded late (character set converters of glibc).
constexpr std::array readable{"/usr/share/poppler",
                              "/usr/share/fonts",
                              "/usr/local/share/fonts",
                              "/etc/fonts",
                              "/usr/share/fontconfig",
                              "/var/cache/fontconfig",
                              "/usr/lib",
                              "/lib",
                              "/etc/ld.so.cache",
                              "/usr/share/ghostscript"};

tl::unexpected<Error> refused(const char* what, int error) {
  return fail(Code::internal, fill(phrases::sandbox_refused, what, std::strerror(error)));
}

/// A lower bound that is there already stays: only root may raise one.
bool set_limit(__rlimit_resource_t resource, rlim_t value) {
  rlimit there{};
  getrlimit(resource, &there);
  const rlim_t lower = std::min(value, there.rlim_max);
  const rlimit both{lower, lower};
  return setrlimit(resource, &both) == 0;
}

/// Adds the folder to the rule set; one that is not there needs no rule.
bool allow_reading(int rules, const char* path) {
  const int folder = open(path, O_PATH | O_CLOEXEC);
  if (folder < 0)
    return true;
  landlock_path_beneath_attr rule{};
  rule.allowed_access = LANDLOCK_ACCESS_FS_READ_FILE | LANDLOCK_ACCESS_FS_READ_DIR;
  rule.parent_fd = folder;
  long done = syscall(SYS_landlock_add_rule, rules, LANDLOCK_RULE_PATH_BENEATH, &rule, 0);
  if (done != 0) { // a plain file takes no folder right
    rule.allowed_access = LANDLOCK_ACCESS_FS_READ_FILE;
    done = syscall(SYS_landlock_add_rule, rules, LANDLOCK_RULE_PATH_BENEATH, &rule, 0);
  }
  close(folder);
  return done == 0;
}

/// False where the kernel has no Landlock.
bool confine_files() {
  landlock_ruleset_attr handled{};
  // Every right of Landlock's first version: what is not named here stays allowed.
  handled.handled_access_fs = (LANDLOCK_ACCESS_FS_MAKE_SYM << 1) - 1;
  const int rules =
      static_cast<int>(syscall(SYS_landlock_create_ruleset, &handled, sizeof handled, 0));
  if (rules < 0)
    return false;
  bool fine = true;
  for (const char* path : readable)
    fine = allow_reading(rules, path) && fine;
  fine = fine && syscall(SYS_landlock_restrict_self, rules, 0) == 0;
  close(rules);
  return fine;
}

struct FilterDeleter {
  void operator()(void* filter) const { seccomp_release(filter); }
};
using Filter = std::unique_ptr<void, FilterDeleter>;

/// What reading a document needs: memory, the descriptors that are open, files for reading, time.
constexpr std::array allowed{SCMP_SYS(read),
                             SCMP_SYS(pread64),
                             SCMP_SYS(readv),
                             SCMP_SYS(write),
                             SCMP_SYS(writev),
                             SCMP_SYS(close),
                             SCMP_SYS(lseek),
                             SCMP_SYS(fstat),
                             SCMP_SYS(newfstatat),
                             SCMP_SYS(stat),
                             SCMP_SYS(lstat),
                             SCMP_SYS(statx),
                             SCMP_SYS(fstatfs),
                             SCMP_SYS(statfs),
                             SCMP_SYS(fadvise64),
                             SCMP_SYS(access),
                             SCMP_SYS(faccessat),
                             SCMP_SYS(faccessat2),
                             SCMP_SYS(readlink),
                             SCMP_SYS(readlinkat),
                             SCMP_SYS(getdents64),
                             SCMP_SYS(getcwd),
                             SCMP_SYS(sendmsg),
                             SCMP_SYS(sendto),
                             SCMP_SYS(recvmsg),
                             SCMP_SYS(recvfrom),
                             SCMP_SYS(poll),
                             SCMP_SYS(ppoll),
                             SCMP_SYS(mmap),
                             SCMP_SYS(munmap),
                             SCMP_SYS(mprotect),
                             SCMP_SYS(mremap),
                             SCMP_SYS(brk),
                             SCMP_SYS(madvise),
                             SCMP_SYS(futex),
                             SCMP_SYS(clock_gettime),
                             SCMP_SYS(clock_getres),
                             SCMP_SYS(gettimeofday),
                             SCMP_SYS(time),
                             SCMP_SYS(times),
                             SCMP_SYS(getrusage),
                             SCMP_SYS(getrlimit),
                             SCMP_SYS(setrlimit),
                             SCMP_SYS(getrandom),
                             SCMP_SYS(getpid),
                             SCMP_SYS(gettid),
                             SCMP_SYS(getppid),
                             SCMP_SYS(getuid),
                             SCMP_SYS(geteuid),
                             SCMP_SYS(getgid),
                             SCMP_SYS(getegid),
                             SCMP_SYS(uname),
                             SCMP_SYS(sysinfo),
                             SCMP_SYS(rt_sigaction),
                             SCMP_SYS(rt_sigprocmask),
                             SCMP_SYS(rt_sigreturn),
                             SCMP_SYS(sigaltstack),
                             SCMP_SYS(sched_yield),
                             SCMP_SYS(sched_getaffinity),
                             SCMP_SYS(restart_syscall),
                             SCMP_SYS(exit),
                             SCMP_SYS(exit_group),
                             SCMP_SYS(clock_nanosleep),
                             SCMP_SYS(nanosleep),
                             SCMP_SYS(fcntl)};

/// What a library may try without harm: it is told no and goes on.
constexpr std::array denied{
    SCMP_SYS(creat),     SCMP_SYS(unlink),    SCMP_SYS(unlinkat), SCMP_SYS(rename),
    SCMP_SYS(renameat),  SCMP_SYS(renameat2), SCMP_SYS(mkdir),    SCMP_SYS(mkdirat),
    SCMP_SYS(rmdir),     SCMP_SYS(link),      SCMP_SYS(linkat),   SCMP_SYS(symlink),
    SCMP_SYS(symlinkat), SCMP_SYS(chmod),     SCMP_SYS(fchmod),   SCMP_SYS(fchmodat),
    SCMP_SYS(chown),     SCMP_SYS(fchown),    SCMP_SYS(fchownat), SCMP_SYS(truncate),
    SCMP_SYS(ftruncate), SCMP_SYS(utimensat), SCMP_SYS(ioctl)};

int add_rules(scmp_filter_ctx filter) {
  int error = 0;
  const auto note = [&](int result) { error = error != 0 ? error : result; };
  for (const int call : allowed)
    note(seccomp_rule_add(filter, SCMP_ACT_ALLOW, call, 0));
  for (const int call : denied)
    note(seccomp_rule_add(filter, SCMP_ACT_ERRNO(EACCES), call, 0));
  // Opening: only with O_RDONLY and without O_CREAT, O_TRUNC, O_TMPFILE.
  constexpr scmp_datum_t writing =
      O_WRONLY | O_RDWR | O_CREAT | O_TRUNC | (O_TMPFILE & ~O_DIRECTORY);
  note(seccomp_rule_add(filter, SCMP_ACT_ALLOW, SCMP_SYS(openat), 1,
                        SCMP_A2(SCMP_CMP_MASKED_EQ, writing, 0)));
  note(seccomp_rule_add(filter, SCMP_ACT_ALLOW, SCMP_SYS(open), 1,
                        SCMP_A1(SCMP_CMP_MASKED_EQ, writing, 0)));
  for (const scmp_datum_t bit :
       {static_cast<scmp_datum_t>(O_WRONLY), static_cast<scmp_datum_t>(O_RDWR),
        static_cast<scmp_datum_t>(O_CREAT), static_cast<scmp_datum_t>(O_TRUNC)}) {
    note(seccomp_rule_add(filter, SCMP_ACT_ERRNO(EACCES), SCMP_SYS(openat), 1,
                          SCMP_A2(SCMP_CMP_MASKED_EQ, bit, bit)));
    note(seccomp_rule_add(filter, SCMP_ACT_ERRNO(EACCES), SCMP_SYS(open), 1,
                          SCMP_A1(SCMP_CMP_MASKED_EQ, bit, bit)));
  }
  // Its own limits (pid 0), and raising a signal in itself, as abort() does.
  note(
      seccomp_rule_add(filter, SCMP_ACT_ALLOW, SCMP_SYS(prlimit64), 1, SCMP_A0(SCMP_CMP_EQ, 0, 0)));
  const auto self = static_cast<scmp_datum_t>(getpid());
  note(
      seccomp_rule_add(filter, SCMP_ACT_ALLOW, SCMP_SYS(tgkill), 1, SCMP_A0(SCMP_CMP_EQ, self, 0)));
  return error;
}

} // namespace

Result<void> limit_process(const WorkerLimits& limits) {
  if (prctl(PR_SET_PDEATHSIG, SIGKILL) != 0)
    return refused("PR_SET_PDEATHSIG", errno);
  constexpr rlim_t open_files = 64;
  const bool fine = set_limit(RLIMIT_CORE, 0) && set_limit(RLIMIT_FSIZE, 0) &&
                    set_limit(RLIMIT_NOFILE, open_files) &&
                    (sanitized || limits.memory == 0 || set_limit(RLIMIT_AS, limits.memory));
  if (!fine)
    return refused("setrlimit", errno);
  // Writing beyond RLIMIT_FSIZE is an error like any other, not the end.
  std::signal(SIGXFSZ, SIG_IGN);
  return {};
}

void limit_next_document(int seconds) {
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  const auto used = static_cast<rlim_t>(usage.ru_utime.tv_sec + usage.ru_stime.tv_sec + 2);
  rlimit limit{};
  getrlimit(RLIMIT_CPU, &limit);
  limit.rlim_cur = std::min(used + static_cast<rlim_t>(seconds), limit.rlim_max);
  setrlimit(RLIMIT_CPU, &limit);
}

Result<Confinement> confine_process() {
  Confinement confinement;
  if (prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0)
    return refused("PR_SET_NO_NEW_PRIVS", errno);
  confinement.files = confine_files();
  if (sanitized)
    return confinement; // a sanitizer's report at the end needs more than the filter allows
  const Filter filter(seccomp_init(SCMP_ACT_KILL_PROCESS));
  if (!filter)
    return refused("seccomp_init", ENOMEM);
  if (const int error = add_rules(filter.get()); error != 0)
    return refused("seccomp_rule_add", -error);
  if (const int error = seccomp_load(filter.get()); error != 0)
    return refused("seccomp_load", -error);
  confinement.system_calls = true;
  return confinement;
}

} // namespace gouji
