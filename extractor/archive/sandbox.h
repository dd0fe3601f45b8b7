// SPDX-License-Identifier: GPL-3.0-or-later
// What a worker may do to the machine: next to nothing.
#pragma once

#include "base/result.h"

#include <cstdint>

namespace gouji {

/// What the kernel enforces from here on.
struct Confinement {
  bool system_calls = false; ///< seccomp: no network, no program, no file opened for writing
  bool files = false;        ///< Landlock: no file opened but fonts, CMaps and libraries
};

/// Bounds of one worker. `memory` bytes of address space, 0 for none.
struct WorkerLimits {
  std::uint64_t memory = std::uint64_t{1} << 30;
  int seconds = 20; ///< CPU time of one document
};

/// Sets what holds for the worker's whole life: address space, no core dump, no byte written to any
/// file, few open files; death with its parent. Error: internal.
Result<void> limit_process(const WorkerLimits& limits);

/// Gives the process `seconds` more of CPU time from now; then SIGXCPU ends it.
void limit_next_document(int seconds);

/// Confines the calling process for good. Afterwards
/// - sockets, connections, new programs and new processes end it at once (SIGSYS);
/// - opening a file for writing, creating, renaming or removing one fails (EACCES);
/// - opening a file for reading fails but below the folders of fonts, of Poppler's character maps
///   and of shared libraries (Landlock; kernels without it leave reading open, and the result says
///   so);
/// - what is open already stays usable.
/// Error: internal, when the kernel refuses the system call filter.
Result<Confinement> confine_process();

} // namespace gouji
