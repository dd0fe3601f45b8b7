// SPDX-License-Identifier: GPL-3.0-or-later
// Output in pieces, for results that are larger than memory.
#pragma once

#include "base/result.h"

#include <cstdio>
#include <memory>
#include <string>
#include <string_view>

namespace gouji {

/// Where a command's result goes: a regular file, which appears whole or not at all (temporary file
/// beside it, then rename; an existing file keeps its permissions, a symbolic link its target), a
/// device or pipe, or standard output.
class OutputFile {
public:
  /// What standard output, a device or a pipe get to see.
  enum class Delivery {
    pieces, ///< every piece at once
    whole   ///< nothing before `finish`: pieces wait in memory, many of them in an unnamed file
  };

  /// Empty or "-": standard output. Errors, here and below: unreadable, with the path as source.
  static Result<OutputFile> open(const std::string& path, Delivery delivery = Delivery::pieces);
  Result<void> write(std::string_view piece);
  /// The output is complete: a file takes its name. Without this call no file is left behind.
  Result<void> finish();

  OutputFile(OutputFile&& other) noexcept;
  OutputFile& operator=(OutputFile&&) = delete;
  ~OutputFile();

private:
  OutputFile() = default;

  struct CloseFile {
    void operator()(std::FILE* file) const { std::fclose(file); }
  };

  Result<void> spool();
  Result<void> deliver();

  int file_ = -1;
  std::string path_, target_, temporary_; ///< as named, what it leads to, until it is complete
  Delivery delivery_ = Delivery::pieces;
  std::string waiting_;
  std::unique_ptr<std::FILE, CloseFile> spool_; ///< what waited before `waiting_`
};

} // namespace gouji
