// SPDX-License-Identifier: GPL-3.0-or-later
// The part of the command line's grammar that is about archives.
#pragma once

#include "base/words.h"
#include "cli/archive_options.h"

#include <functional>
#include <optional>
#include <string>

namespace CLI {
class App;
}

namespace gouji {

/// The options of the archive commands while CLI11 fills them.
struct ArchiveGrammar {
  BulkCommand bulk;
  WorkerCommand worker;
  ExportCommand exporting;
  MergeCommand merge;
  PageCommand page;
  std::string shard = "1/1";
  std::string progress = "auto";
  bool quiet = false;
};

/// Makes a command of the program.
using MakeCommand = std::function<CLI::App*(const char* name, const Phrase& about)>;

/// Adds the commands; `grammar` must outlive the parsing.
void add_archive_commands(ArchiveGrammar& grammar, const MakeCommand& make, Language language);

/// What is wrong with the options of a command, once they are parsed; fills what follows from them.
std::optional<Words> finish(ArchiveGrammar& grammar, BulkCommand& options);
std::optional<Words> finish(ArchiveGrammar& grammar, WorkerCommand& options);
std::optional<Words> finish(ArchiveGrammar& grammar, ExportCommand& options);
std::optional<Words> finish(ArchiveGrammar& grammar, MergeCommand& options);
std::optional<Words> finish(ArchiveGrammar& grammar, PageCommand& options);

} // namespace gouji
