// SPDX-License-Identifier: GPL-3.0-or-later
// The work list: files, folders, patterns and lists of paths -> one path after the other.
#pragma once

#include "base/result.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace gouji {

/// Which part of the inputs this process takes: `number` of `count`, from 1.
struct Shard {
  int number = 1, count = 1;

  bool operator==(const Shard&) const = default;
};

/// Walks the inputs without keeping them: memory does not grow with the number of files. Folders
/// are walked to any depth; links inside them are not followed, but named as inputs all the same,
/// so that every input is accounted for. A path is taken by the shard that its bytes fall to,
/// whatever the file holds.
class Inputs {
public:
  /// `paths` as given: files, folders, or patterns (glob(7)) that name no file themselves.
  Inputs(std::vector<std::string> paths, Shard shard);
  ~Inputs();

  /// The next path; nothing at the end. A path that does not exist is an input too: opening it
  /// tells.
  std::optional<std::string> next();

private:
  struct State;
  std::unique_ptr<State> state_;
};

/// Does an input as given name no file, nor, as a pattern, any?
bool names_nothing(const std::string& input);

/// How many paths `Inputs` will give, found by walking them all.
std::int64_t count_inputs(const std::vector<std::string>& paths, Shard shard);

/// The paths in a list: a line each, or, when it holds a NUL, between NULs. Empty ones are left
/// out.
std::vector<std::string> listed_paths(std::string_view list);

/// The path as an archive keeps it: bytes that are no UTF-8 and control characters as \xHH.
std::string shown_path(std::string_view path);

} // namespace gouji
