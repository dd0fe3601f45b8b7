// SPDX-License-Identifier: GPL-3.0-or-later
// Opening inputs with care, and naming them.
#include "archive/task.h"

#include "archive/inputs.h"
#include "archive/messages.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <utility>

namespace gouji {

namespace {

constexpr const char* member_mark = "!/";

/// A path as a POSIX shell takes it.
std::string shell_word(const std::string& text) {
  std::string out = "'";
  for (const char c : text)
    out += c == '\'' ? std::string("'\\''") : std::string(1, c);
  return out + "'";
}

Failure open_failure(int error) {
  if (error == ENOENT || error == ENOTDIR)
    return {status_of(Code::missing), fill(phrases::no_such_input), 1};
  // What O_NOFOLLOW and sockets answer.
  if (error == ELOOP || error == ENXIO || error == EISDIR)
    return {status::skipped, fill(phrases::not_regular), 1};
  return {status_of(Code::unreadable), fill(phrases::bulk_cannot_read, std::strerror(error)), 1};
}

} // namespace

Descriptor::~Descriptor() {
  if (number_ >= 0)
    close(number_);
}

Descriptor& Descriptor::operator=(Descriptor&& other) noexcept {
  std::swap(number_, other.number_);
  return *this;
}

Task whole_file(std::string path) {
  Task task;
  task.source.path = shown_path(path);
  task.path = std::move(path);
  return task;
}

Task member_of(const Task& container, const std::string& member) {
  Task task;
  task.path = container.path;
  task.member = member;
  task.source = container.source;
  task.source.path += member_mark + shown_path(member);
  return task;
}

std::string container_path(const Task& task) {
  return shown_path(task.path);
}

Statement prepare_containers(Database& db) {
  return db.prepare("SELECT 1 FROM source WHERE path=? AND members IS NOT NULL");
}

Task recorded_task(const std::string& path, Statement& containers) {
  const std::string_view mark = member_mark;
  for (auto at = path.find(mark); at != std::string::npos; at = path.find(mark, at + 1))
    if (containers.bind(path.substr(0, at)).row())
      return member_of(whole_file(path.substr(0, at)), path.substr(at + mark.size()));
  return whole_file(path);
}

tl::expected<Descriptor, Failure> open_task(Task& task, bool follow) {
  const int flags = O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY | (follow ? 0 : O_NOFOLLOW);
  Descriptor file(open(task.path.c_str(), flags));
  if (file.number() < 0)
    return tl::unexpected(open_failure(errno));
  struct stat status {};
  if (fstat(file.number(), &status) != 0 || !S_ISREG(status.st_mode))
    return tl::unexpected(Failure{status::skipped, fill(phrases::not_regular), 1});
  task.source.bytes = status.st_size;
  task.source.modified =
      std::int64_t{status.st_mtim.tv_sec} * 1'000'000'000 + status.st_mtim.tv_nsec;
  return file;
}

std::string request_for(const Task& task) {
  return (task.member.empty() ? task.path : task.member) + '\0' + task.member;
}

std::string command_for(const Task& task) {
  if (task.member.empty())
    return "gouji convert " + shell_word(task.source.path);
  return fmt::format("unzip -p {} {} | gouji convert -", shell_word(container_path(task)),
                     shell_word(shown_path(task.member)));
}

void name_commands(Archive& archive) {
  Database& db = archive.database();
  Statement containers = prepare_containers(db);
  Statement rename = db.prepare("UPDATE failure SET command=?2 WHERE id=?1 AND command<>?2");
  Statement failures = db.prepare("SELECT failure, min(path) FROM source JOIN failure f ON "
                                  "f.id=failure WHERE f.sha256 IS NOT NULL GROUP BY failure");
  while (failures.row())
    rename
        .bind(failures.integer(0),
              command_for(recorded_task(std::string(failures.text(1)), containers)))
        .run();
}

} // namespace gouji
