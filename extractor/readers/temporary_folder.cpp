// SPDX-License-Identifier: GPL-3.0-or-later
#include "readers/temporary_folder.h"

#include <stdlib.h>
#include <unistd.h>

#include <filesystem>
#include <system_error>

namespace gouji {

TemporaryFolder::TemporaryFolder() {
  // With the process's number, so that a person who finds one knows whose it is.
  std::string pattern = "/tmp/gouji-" + std::to_string(getpid()) + "-XXXXXX";
  if (mkdtemp(pattern.data()))
    path_ = pattern;
}

TemporaryFolder::~TemporaryFolder() {
  std::error_code ignored;
  if (!path_.empty())
    std::filesystem::remove_all(path_, ignored);
}

} // namespace gouji
