// SPDX-License-Identifier: GPL-3.0-or-later
// Folders are read entry by entry with a stack of open ones: a folder of a million names costs no
// more memory than one of ten.
#include "archive/inputs.h"

#include "text/normalize.h"

#include <dirent.h>
#include <fcntl.h>
#include <fmt/format.h>
#include <glob.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cstring>
#include <deque>

namespace gouji {

namespace {

struct CloseFolder {
  void operator()(DIR* folder) const { closedir(folder); }
};

/// FNV-1a, 64 bits: even enough to share out paths, and the same on every machine.
std::uint64_t hash_of(std::string_view text) {
  std::uint64_t hash = 0xcbf29ce484222325;
  for (const char c : text) {
    hash ^= static_cast<unsigned char>(c);
    hash *= 0x100000001b3;
  }
  return hash;
}

/// FNV's low bits follow the last characters ("…/0001.pdf"): mix before taking a remainder.
std::uint64_t mixed(std::uint64_t hash) {
  hash ^= hash >> 32;
  hash *= 0xd6e8feb86659fd93;
  return hash ^ (hash >> 32);
}

bool is_folder(const std::string& path) {
  struct stat status {};
  return stat(path.c_str(), &status) == 0 && S_ISDIR(status.st_mode);
}

bool is_there(const std::string& path) {
  struct stat status {};
  return lstat(path.c_str(), &status) == 0;
}

std::vector<std::string> matches(const std::string& pattern) {
  glob_t found{};
  std::vector<std::string> paths;
  if (glob(pattern.c_str(), 0, nullptr, &found) == 0)
    paths.assign(found.gl_pathv, found.gl_pathv + found.gl_pathc);
  globfree(&found);
  return paths;
}

} // namespace

struct Inputs::State {
  struct Folder {
    std::string path;
    std::unique_ptr<DIR, CloseFolder> open;
  };

  std::deque<std::string> given;
  Shard shard;
  std::vector<Folder> folders;

  bool mine(const std::string& path) const {
    return shard.count <= 1 ||
           static_cast<int>(mixed(hash_of(path)) % static_cast<std::uint64_t>(shard.count)) ==
               shard.number - 1;
  }

  /// False when the folder cannot be read: then it is an input itself, and opening it says why.
  bool enter(const std::string& path, bool follow) {
    const int flags = O_RDONLY | O_DIRECTORY | O_CLOEXEC | (follow ? 0 : O_NOFOLLOW);
    const int descriptor = open(path.c_str(), flags);
    DIR* folder = descriptor >= 0 ? fdopendir(descriptor) : nullptr;
    if (!folder) {
      if (descriptor >= 0)
        close(descriptor);
      return false;
    }
    folders.push_back({path.ends_with('/') ? path : path + '/', {}});
    folders.back().open.reset(folder);
    return true;
  }

  /// The next entry of the innermost folder that is no folder itself.
  std::optional<std::string> next_entry() {
    while (!folders.empty()) {
      const dirent* entry = readdir(folders.back().open.get());
      if (!entry) {
        folders.pop_back();
        continue;
      }
      const std::string_view name = entry->d_name;
      if (name == "." || name == "..")
        continue;
      std::string path = folders.back().path + std::string(name);
      bool folder = entry->d_type == DT_DIR;
      if (entry->d_type == DT_UNKNOWN) {
        struct stat status {};
        folder = lstat(path.c_str(), &status) == 0 && S_ISDIR(status.st_mode);
      }
      if (folder && enter(path, false))
        continue;
      if (mine(path))
        return path;
    }
    return std::nullopt;
  }
};

Inputs::Inputs(std::vector<std::string> paths, Shard shard) : state_(std::make_unique<State>()) {
  state_->given.assign(std::make_move_iterator(paths.begin()),
                       std::make_move_iterator(paths.end()));
  state_->shard = shard;
}
Inputs::~Inputs() = default;

std::optional<std::string> Inputs::next() {
  for (;;) {
    if (auto entry = state_->next_entry())
      return entry;
    if (state_->given.empty())
      return std::nullopt;
    std::string path = std::move(state_->given.front());
    state_->given.pop_front();
    if (is_folder(path) && state_->enter(path, true))
      continue;
    if (!is_there(path) && path.find_first_of("*?[") != std::string::npos) {
      const std::vector<std::string> found = matches(path);
      if (!found.empty()) {
        state_->given.insert(state_->given.begin(), found.begin(), found.end());
        continue;
      }
    }
    if (state_->mine(path))
      return path;
  }
}

bool names_nothing(const std::string& input) {
  return !is_there(input) && matches(input).empty();
}

std::int64_t count_inputs(const std::vector<std::string>& paths, Shard shard) {
  Inputs inputs(paths, shard);
  std::int64_t count = 0;
  while (inputs.next())
    ++count;
  return count;
}

std::vector<std::string> listed_paths(std::string_view list) {
  const char end = list.find('\0') == std::string_view::npos ? '\n' : '\0';
  std::vector<std::string> paths;
  while (!list.empty()) {
    const std::size_t at = std::min(list.find(end), list.size());
    std::string_view path = list.substr(0, at);
    list.remove_prefix(std::min(at + 1, list.size()));
    if (end == '\n' && path.ends_with('\r'))
      path.remove_suffix(1);
    if (!path.empty())
      paths.emplace_back(path);
  }
  return paths;
}

std::string shown_path(std::string_view path) {
  std::string out;
  for (std::size_t at = 0; at < path.size();) {
    const auto byte = static_cast<unsigned char>(path[at]);
    std::size_t length = byte < 0x80    ? 1
                         : byte >= 0xF0 ? 4
                         : byte >= 0xE0 ? 3
                         : byte >= 0xC0 ? 2
                                        : 0;
    if (length == 0 || byte < 0x20 || byte == 0x7F || !valid_utf8(path.substr(at, length))) {
      out += fmt::format("\\x{:02x}", byte);
      length = 1;
    } else
      out += path.substr(at, length);
    at += length;
  }
  return out;
}

} // namespace gouji
