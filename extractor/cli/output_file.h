// SPDX-License-Identifier: GPL-3.0-or-later
// Output in pieces, for results that are larger than memory.
#pragma once

#include "base/result.h"

#include <string>
#include <string_view>

namespace gouji {

/// A file that appears whole or not at all, or standard output.
class OutputFile {
public:
  /// Empty or "-": standard output. Errors, here and below: unreadable, with the path as source.
  static Result<OutputFile> open(const std::string& path);
  Result<void> write(std::string_view piece);
  /// The file is complete: it takes its name. Without this call nothing is left behind.
  Result<void> finish();

  OutputFile(OutputFile&& other) noexcept;
  OutputFile& operator=(OutputFile&&) = delete;
  ~OutputFile();

private:
  OutputFile() = default;

  int file_ = -1;
  std::string path_, temporary_;
};

} // namespace gouji
