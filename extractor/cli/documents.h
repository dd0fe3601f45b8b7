// SPDX-License-Identifier: GPL-3.0-or-later
// What the commands share: a file named on the command line -> its Document or its Outcome.
#pragma once

#include "cli/commands.h"
#include "pipeline/process.h"
#include "writers/writer.h"

#include <string>
#include <string_view>
#include <vector>

namespace gouji {

/// Reads and examines the file. Its notes go to standard error.
Result<Outcome> process_file(const std::string& path, const Context& context,
                             const LayoutShelf& shelf, const Report* prior = nullptr);

/// Reads the file only. Its notes go to standard error.
Result<Document> read_file(const std::string& path, const Context& context);

/// Prints what was noticed in the file at `path`.
void print_notes(const std::vector<Note>& notes, const std::string& path, Language language);

/// Prints the error; the exit status for it.
int give_up(const Error& error, const Context& context);

/// Writes a command's result to `output` ("" is standard output), or prints why there is none. The
/// exit status: `done`, or that of the failure.
int deliver(const Result<std::string>& result, const std::string& output, const Context& context,
            int done = exit_done);

/// True, and told, when output in `format` would end up on a terminal that cannot show it.
bool refused_by_terminal(bool binary, std::string_view format, const std::string& output,
                         const Context& context);

} // namespace gouji
