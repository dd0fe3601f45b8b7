// SPDX-License-Identifier: GPL-3.0-or-later
// The commands: each takes its options and returns the program's exit status.
#pragma once

#include "cli/options.h"
#include "readers/format.h"

#include <span>

namespace gouji {

/// What every command needs to know of the world.
struct Context {
  Language language = Language::english;
  std::span<const Format> formats;
};

/// Exit statuses, as the contract fixes them.
enum ExitStatus : int {
  exit_done = 0,       ///< done; validate: nothing of severity error
  exit_findings = 1,   ///< validate: findings of severity error
  exit_unusable = 2,   ///< unreadable input, wrong usage, or output that cannot be written
  exit_some_failed = 3 ///< bulk: some inputs failed; each has a row that says why
};

int run(const HelpRequest& request, const Context& context);
int run(const VersionRequest& request, const Context& context);
int run(const ConvertOptions& options, const Context& context);
int run(const ValidateOptions& options, const Context& context);
int run(const InspectOptions& options, const Context& context);
int run(const TablesOptions& options, const Context& context);
int run(const LayoutsOptions& options, const Context& context);
int run(const BulkCommand& command, const Context& context);
int run(const WorkerCommand& command, const Context& context);
int run(const ExportCommand& command, const Context& context);
int run(const MergeCommand& command, const Context& context);
int run(const PageCommand& command, const Context& context);

} // namespace gouji
