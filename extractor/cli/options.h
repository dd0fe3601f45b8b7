// SPDX-License-Identifier: GPL-3.0-or-later
// The command line as data: what the user asked for, command by command.
#pragma once

#include "base/result.h"
#include "cli/archive_options.h"
#include "tables/hints.h"

#include <string>
#include <variant>
#include <vector>

namespace gouji {

struct ConvertOptions {
  std::string file; ///< "-" is standard input, here and below
  std::string format = "json";
  std::string output;               ///< empty: standard output
  std::string prior;                ///< last year's report, or empty
  std::vector<std::string> layouts; ///< layout files to use instead of those that are installed
  bool schema = false;              ///< print the JSON Schema of the output instead
};

struct ValidateOptions {
  std::vector<std::string> files;
  std::string format = "text";
  std::string output;
  std::string prior;
  std::vector<std::string> layouts;
};

enum class Stage { document, tables, match };

struct InspectOptions {
  std::string file;
  Stage stage = Stage::tables;
  bool svg = false;
  int page = 0; ///< for SVG: from 1; 0 is the first page with a table
  std::string output;
  std::vector<std::string> layouts;
};

struct TablesOptions {
  std::string file;
  std::string format = "json";
  std::string output;
  Hints hints;
};

struct LayoutsOptions {
  enum class Action { list, describe, check };
  Action action = Action::list;
  std::vector<std::string> arguments; ///< ids or files to describe, files to check
};

/// --help, or no command at all: the text to print.
struct HelpRequest {
  std::string text;
  bool asked = false; ///< without a command it is wrong usage
};
struct VersionRequest {};

using Command = std::variant<HelpRequest, VersionRequest, ConvertOptions, ValidateOptions,
                             InspectOptions, TablesOptions, LayoutsOptions, BulkCommand,
                             WorkerCommand, ExportCommand, MergeCommand, PageCommand>;

/// Reads the arguments. Help comes back in `language`. Errors: invalid, with a message that says
/// what was not understood and where to look it up.
Result<Command> parse_arguments(int argc, const char* const* argv, Language language);

} // namespace gouji
