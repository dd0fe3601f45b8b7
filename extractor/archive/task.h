// SPDX-License-Identifier: GPL-3.0-or-later
// One input of a bulk run on its way to its row.
#pragma once

#include "archive/archive.h"

#include <string>

namespace gouji {

/// An open descriptor, closed with its owner. -1: none.
class Descriptor {
public:
  explicit Descriptor(int number = -1) : number_(number) {}
  ~Descriptor();
  Descriptor(Descriptor&& other) noexcept : number_(other.number_) { other.number_ = -1; }
  Descriptor& operator=(Descriptor&& other) noexcept;
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;

  int number() const { return number_; }

private:
  int number_;
};

struct Task {
  std::string path;   ///< as the system knows it
  std::string member; ///< inside a ZIP; empty for the file itself
  SourceFile source;  ///< as the archive knows it
  int attempt = 1;    ///< of the document itself
  int kills = 0;      ///< attempts that somebody else ended
};

/// The whole file of a path in a folder or on the command line.
Task whole_file(std::string path);
/// A member of a ZIP that is itself a task.
Task member_of(const Task& container, const std::string& member);
/// The path of the ZIP that a member's task is of.
std::string container_path(const Task& task);

/// The statement by which `recorded_task` finds ZIPs. Throws DatabaseError.
Statement prepare_containers(Database& db);
/// The task that a path of the archive stands for.
Task recorded_task(const std::string& path, Statement& containers);

/// Opens a task's file for reading and notes its size and time. Only regular files; `follow`: also
/// through a symbolic link. The failure is what the archive keeps.
tl::expected<Descriptor, Failure> open_task(Task& task, bool follow);

/// The body of the request for it (MessageKind::document).
std::string request_for(const Task& task);

/// A shell command that shows what becomes of the task again.
std::string command_for(const Task& task);

/// Lets the command of each failed content name the first of its paths, whichever was met first:
/// equal archives have equal commands. Throws DatabaseError.
void name_commands(Archive& archive);

} // namespace gouji
