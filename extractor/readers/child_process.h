// SPDX-License-Identifier: GPL-3.0-or-later
// Another program run as a bounded child. Only for the program itself: never linked into the core,
// which lives in LibreOffice's process.
#pragma once

#include <chrono>
#include <string>
#include <vector>

namespace gouji {

enum class ChildEnd {
  exited,      ///< whatever its status: only its output tells whether it did its work
  not_started, ///< the program cannot be run
  timed_out    ///< it and its children were killed
};

struct ChildOrder {
  std::vector<std::string> arguments;   ///< the program's path first
  std::vector<std::string> environment; ///< "NAME=value"; nothing is inherited
  std::string folder;                   ///< its working folder, which is its own
  std::chrono::seconds limit{60};       ///< wall clock; processor time is bounded by the same
};

/// Runs a program with nothing on its standard streams and waits for it. It gets a process group of
/// its own, killed whole at the time limit and when the program ends, so that nothing stays behind.
/// When the caller dies meanwhile, by any signal, the group is killed and `folder` removed.
ChildEnd run_child(const ChildOrder& order);

} // namespace gouji
