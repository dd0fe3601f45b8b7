// SPDX-License-Identifier: GPL-3.0-or-later
// A temporary file beside the target, renamed at the end.
#include "cli/output_file.h"

#include "cli/messages.h"

#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <utility>

namespace gouji {

namespace {

tl::unexpected<Error> not_written(const std::string& path) {
  return tl::unexpected<Error>(
      Error{Code::unreadable, fill(phrases::cannot_write, std::strerror(errno)), path, 0, 0});
}

} // namespace

Result<OutputFile> OutputFile::open(const std::string& path) {
  OutputFile output;
  output.path_ = path;
  if (path.empty() || path == "-") {
    output.path_.clear();
    output.file_ = STDOUT_FILENO;
    return output;
  }
  output.temporary_ = path + ".XXXXXX";
  output.file_ = mkstemp(output.temporary_.data());
  if (output.file_ < 0) {
    output.temporary_.clear();
    return not_written(path);
  }
  const mode_t mask = umask(0);
  umask(mask);
  fchmod(output.file_, 0666 & ~mask);
  return output;
}

Result<void> OutputFile::write(std::string_view piece) {
  while (!piece.empty()) {
    const ssize_t written = ::write(file_, piece.data(), piece.size());
    if (written < 0 && errno == EINTR)
      continue;
    if (written < 0)
      return not_written(path_);
    piece.remove_prefix(static_cast<std::size_t>(written));
  }
  return {};
}

Result<void> OutputFile::finish() {
  if (temporary_.empty())
    return {};
  const int file = std::exchange(file_, -1);
  if (::close(file) != 0 || std::rename(temporary_.c_str(), path_.c_str()) != 0)
    return not_written(path_);
  temporary_.clear();
  return {};
}

OutputFile::OutputFile(OutputFile&& other) noexcept
    : file_(std::exchange(other.file_, -1)), path_(std::move(other.path_)),
      temporary_(std::exchange(other.temporary_, {})) {}

OutputFile::~OutputFile() {
  if (temporary_.empty())
    return;
  if (file_ >= 0)
    ::close(file_);
  ::unlink(temporary_.c_str());
}

} // namespace gouji
