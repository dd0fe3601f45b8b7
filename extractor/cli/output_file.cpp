// SPDX-License-Identifier: GPL-3.0-or-later
// A temporary file beside the target, renamed at the end; what cannot be renamed is written to.
#include "cli/output_file.h"

#include "cli/messages.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <utility>

namespace gouji {

namespace {

constexpr std::size_t most_waiting = 4u << 20; ///< bytes that wait in memory

tl::unexpected<Error> not_written(const std::string& path, int error = errno) {
  return tl::unexpected<Error>(
      Error{Code::unreadable, fill(phrases::cannot_write, std::strerror(error)), path, 0, 0});
}

/// A new file beside `target`, for which `path` is set; -1, with errno set, when there can be none.
/// Its permissions are what `mode` and the process's mask leave, which only the system can ask for
/// without a moment in which another thread's files are open to all.
int create_beside(const std::string& target, mode_t mode, std::string& path) {
  constexpr int most_left_behind = 100;
  for (int number = 0; number < most_left_behind; ++number) {
    path = fmt::format("{}.{}-{}", target, ::getpid(), number);
    const int file = ::open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, mode);
    if (file >= 0 || errno != EEXIST)
      return file;
  }
  return -1;
}

/// Where a chain of symbolic links ends; the path itself when it is none.
std::string link_target(const std::string& path) {
  char* resolved = ::realpath(path.c_str(), nullptr);
  if (!resolved)
    return path;
  std::string target = resolved;
  std::free(resolved);
  return target;
}

/// False, with errno set, when not all was written.
bool write_all(int file, std::string_view piece) {
  while (!piece.empty()) {
    const ssize_t written = ::write(file, piece.data(), piece.size());
    if (written < 0 && errno == EINTR)
      continue;
    if (written < 0)
      return false;
    piece.remove_prefix(static_cast<std::size_t>(written));
  }
  return true;
}

} // namespace

Result<OutputFile> OutputFile::open(const std::string& path, Delivery delivery) {
  OutputFile output;
  output.delivery_ = delivery;
  if (path.empty() || path == "-") {
    output.file_ = STDOUT_FILENO;
    return output;
  }
  output.path_ = path;
  output.target_ = link_target(path);
  struct stat status {};
  const bool exists = ::stat(output.target_.c_str(), &status) == 0;
  if (exists && S_ISDIR(status.st_mode))
    return tl::unexpected<Error>(
        Error{Code::unreadable, fill(phrases::output_is_folder), path, 0, 0});
  if (exists && !S_ISREG(status.st_mode)) {
    output.file_ = ::open(output.target_.c_str(), O_WRONLY | O_CLOEXEC);
    if (output.file_ < 0)
      return not_written(path);
    return output;
  }
  output.delivery_ = Delivery::pieces; // nobody looks at the temporary file
  output.file_ = create_beside(output.target_, exists ? 0600 : 0666, output.temporary_);
  if (output.file_ < 0) {
    output.temporary_.clear();
    return not_written(path);
  }
  if (exists && ::fchmod(output.file_, status.st_mode & 07777) != 0)
    return not_written(path);
  return output;
}

Result<void> OutputFile::write(std::string_view piece) {
  if (delivery_ == Delivery::whole) {
    waiting_ += piece;
    return waiting_.size() < most_waiting ? Result<void>() : spool();
  }
  if (!write_all(file_, piece))
    return not_written(path_);
  return {};
}

Result<void> OutputFile::spool() {
  if (!spool_)
    spool_.reset(std::tmpfile());
  if (!spool_ || std::fwrite(waiting_.data(), 1, waiting_.size(), spool_.get()) < waiting_.size())
    return not_written(path_);
  waiting_.clear();
  return {};
}

Result<void> OutputFile::deliver() {
  if (spool_) {
    std::rewind(spool_.get());
    std::array<char, 1u << 16> piece;
    for (std::size_t got = 0; (got = std::fread(piece.data(), 1, piece.size(), spool_.get())) > 0;)
      if (!write_all(file_, {piece.data(), got}))
        return not_written(path_);
    if (std::ferror(spool_.get()) != 0)
      return not_written(path_);
  }
  if (!write_all(file_, waiting_))
    return not_written(path_);
  return {};
}

Result<void> OutputFile::finish() {
  if (delivery_ == Delivery::whole)
    if (auto delivered = deliver(); !delivered)
      return delivered;
  if (file_ == STDOUT_FILENO)
    return {};
  const int file = std::exchange(file_, -1);
  if (::close(file) != 0)
    return not_written(path_);
  if (!temporary_.empty() && ::rename(temporary_.c_str(), target_.c_str()) != 0)
    return not_written(path_);
  temporary_.clear();
  return {};
}

OutputFile::OutputFile(OutputFile&& other) noexcept
    : file_(std::exchange(other.file_, -1)), path_(std::move(other.path_)),
      target_(std::move(other.target_)), temporary_(std::exchange(other.temporary_, {})),
      delivery_(other.delivery_), waiting_(std::move(other.waiting_)),
      spool_(std::move(other.spool_)) {}

OutputFile::~OutputFile() {
  if (file_ >= 0 && file_ != STDOUT_FILENO)
    ::close(file_);
  if (!temporary_.empty())
    ::unlink(temporary_.c_str());
}

} // namespace gouji
