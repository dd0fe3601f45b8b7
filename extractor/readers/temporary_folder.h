// SPDX-License-Identifier: GPL-3.0-or-later
// Where a child process may work: a folder that is gone when its work is done.
#pragma once

#include <string>

namespace gouji {

/// A folder below /tmp that only this user can enter, removed with everything in it.
class TemporaryFolder {
public:
  TemporaryFolder();
  ~TemporaryFolder();
  TemporaryFolder(const TemporaryFolder&) = delete;
  TemporaryFolder& operator=(const TemporaryFolder&) = delete;

  /// Empty when it could not be made.
  const std::string& path() const { return path_; }

private:
  std::string path_;
};

} // namespace gouji
