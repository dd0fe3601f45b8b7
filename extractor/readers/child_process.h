// SPDX-License-Identifier: GPL-3.0-or-later
// Another program run as a bounded child: LibreOffice by gouji, gouji by the LibreOffice extension.
#pragma once

#include <chrono>
#include <cstdint>
#include <stop_token>
#include <string>
#include <vector>

namespace gouji {

enum class ChildEnd {
  exited,      ///< whatever its status: only its output tells whether it did its work
  not_started, ///< the program cannot be run
  timed_out,   ///< it and its children were killed
  stopped      ///< by the caller; killed likewise, and `folder` removed
};

struct ChildOrder {
  std::vector<std::string> arguments;   ///< the program's path first
  std::vector<std::string> environment; ///< "NAME=value"; nothing is inherited
  std::string folder;                   ///< its working folder, which is its own
  std::chrono::seconds limit{60};       ///< wall clock; processor time is bounded by the same
  std::uint64_t memory = 0;             ///< bytes of address space; 0: any
  std::stop_token stop;                 ///< how another thread ends it early
  std::string errors;                   ///< file for its standard error; empty: nowhere
};

/// Runs a program with nothing on its other standard streams and waits for it. It gets a process
/// group of its own, killed whole at the time limit and when the program ends, so that nothing
/// stays behind. When the caller dies meanwhile, by any signal, the group is killed and `folder`
/// removed. Threads of the caller are no hindrance.
ChildEnd run_child(const ChildOrder& order);

} // namespace gouji
