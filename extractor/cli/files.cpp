// SPDX-License-Identifier: GPL-3.0-or-later
// POSIX files: the C++ streams cannot tell a folder from an empty file, nor wait for nobody.
#include "cli/files.h"

#include "base/limits.h"
#include "cli/messages.h"
#include "cli/output_file.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>

namespace gouji {

namespace {

/// A file descriptor that closes itself.
class Descriptor {
public:
  explicit Descriptor(int number) : number_(number) {}
  ~Descriptor() {
    if (number_ >= 0)
      ::close(number_);
  }
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;

  int number() const { return number_; }
  bool valid() const { return number_ >= 0; }

private:
  int number_;
};

tl::unexpected<Error> failed(Code code, Words message, const std::string& path) {
  return tl::unexpected<Error>(Error{code, std::move(message), path, 0, 0});
}

tl::unexpected<Error> too_large(const std::string& path) {
  return failed(Code::limit, fill(phrases::input_too_large, limits::file_bytes >> 20), path);
}

/// Why the system refused to open or read `path`.
tl::unexpected<Error> not_readable(int error, const std::string& path) {
  switch (error) {
  case ENOENT:
  case ENOTDIR:
    return failed(Code::missing, fill(phrases::no_such_file), path);
  case EACCES:
  case EPERM:
    return failed(Code::unreadable, fill(phrases::may_not_read), path);
  case EISDIR:
    return failed(Code::unreadable, fill(phrases::is_folder), path);
  default:
    return failed(Code::unreadable, fill(phrases::cannot_read, std::strerror(error)), path);
  }
}

Result<std::string> read_all(int descriptor, std::size_t expected, const std::string& path) {
  std::string content;
  // One more than expected, so that the end of a regular file is seen without another round.
  std::size_t room = expected > 0 ? expected + 1 : 64u << 10;
  std::size_t size = 0;
  for (;;) {
    content.resize(size + room);
    const ssize_t got = ::read(descriptor, content.data() + size, room);
    if (got < 0 && errno == EINTR)
      continue;
    if (got < 0)
      return not_readable(errno, path);
    if (got == 0)
      break;
    size += static_cast<std::size_t>(got);
    if (size > limits::file_bytes)
      return too_large(path);
    room = content.size() - size;
    if (room == 0)
      room = std::max<std::size_t>(size, 64u << 10);
  }
  content.resize(size);
  return content;
}

} // namespace

Result<std::string> read_input(const std::string& path) {
  if (path == "-")
    return read_all(STDIN_FILENO, 0, path);
  // Not blocking: a pipe that nobody writes to must not hold the program for ever.
  const Descriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY));
  if (!file.valid())
    return not_readable(errno, path);
  struct stat status {};
  if (::fstat(file.number(), &status) != 0)
    return not_readable(errno, path);
  if (S_ISDIR(status.st_mode))
    return failed(Code::unreadable, fill(phrases::is_folder), path);
  if (S_ISREG(status.st_mode)) {
    if (static_cast<std::size_t>(status.st_size) > limits::file_bytes)
      return too_large(path);
    return read_all(file.number(), static_cast<std::size_t>(status.st_size), path);
  }
  if (!S_ISFIFO(status.st_mode))
    return failed(Code::unreadable, fill(phrases::is_device), path);
  // Somebody may write: from here on wait for them. Nobody there is the end of the input at once.
  ::fcntl(file.number(), F_SETFL, 0);
  return read_all(file.number(), 0, path);
}

Result<void> write_output(const std::string& path, std::string_view content) {
  Result<OutputFile> output = OutputFile::open(path);
  if (!output)
    return tl::unexpected<Error>(std::move(output.error()));
  if (Result<void> written = output->write(content); !written)
    return written;
  return output->finish();
}

} // namespace gouji
