// SPDX-License-Identifier: GPL-3.0-or-later
// What workers and converters have in common.
#include "archive/request.h"

#include "archive/messages.h"
#include "archive/wire.h"
#include "base/limits.h"
#include "pipeline/sha256.h"
#include "readers/zip_archive.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>

namespace gouji {

namespace {

tl::unexpected<Error> unreadable(int error) {
  return fail(Code::unreadable, fill(phrases::bulk_cannot_read, std::strerror(error)));
}

/// All bytes behind a descriptor, whose position others may have moved. No mapping: a file that
/// shrinks while it is read must not end the process (SIGBUS).
Result<std::string> read_whole(int file) {
  struct stat status {};
  if (fstat(file, &status) != 0)
    return unreadable(errno);
  if (static_cast<std::uint64_t>(status.st_size) > limits::file_bytes)
    return fail(Code::limit,
                fill(phrases::bulk_too_large, status.st_size >> 20, limits::file_bytes >> 20));
  std::string content(static_cast<std::size_t>(status.st_size), '\0');
  std::size_t have = 0;
  while (have < content.size()) {
    const ssize_t got =
        pread(file, content.data() + have, content.size() - have, static_cast<off_t>(have));
    if (got < 0 && errno == EINTR)
      continue;
    if (got < 0)
      return unreadable(errno);
    if (got == 0)
      break;
    have += static_cast<std::size_t>(got);
  }
  content.resize(have);
  return content;
}

} // namespace

Request parse_request(const Message& message) {
  const std::size_t end = std::min(message.body.find('\0'), message.body.size());
  return {message.body.substr(0, end), message.body.substr(std::min(end + 1, message.body.size())),
          message.file};
}

Result<std::string> read_request(const Request& request) {
  Result<std::string> content = read_whole(request.file);
  close(request.file);
  if (!content || request.member.empty())
    return content;
  Result<ZipArchive> zip = ZipArchive::open(as_bytes(*content));
  if (!zip)
    return tl::unexpected<Error>(zip.error());
  return zip->read(request.member);
}

std::string send_hash(const std::string& content) {
  std::string hash = sha256(as_bytes(content));
  const bool heard =
      send_message(worker_socket, MessageKind::hash, fmt::format("{} {}", hash, content.size()));
  return heard ? hash : std::string();
}

bool answer_failure(const Error& error) {
  return send_message(worker_socket, MessageKind::failure,
                      pack_failure({status_of(error.code), error.message, 1}));
}

void silence() {
  const int nowhere = open("/dev/null", O_RDWR | O_CLOEXEC);
  for (const int stream : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO})
    dup2(nowhere, stream);
  if (nowhere > STDERR_FILENO)
    close(nowhere);
}

} // namespace gouji
