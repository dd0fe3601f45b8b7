// SPDX-License-Identifier: GPL-3.0-or-later
// The commands about archives as data: bulk, export, merge, page, and the hidden worker.
#pragma once

#include "archive/export.h"

#include <string>
#include <vector>

namespace gouji {

enum class ProgressStyle { automatic, bar, lines, json, none };

struct BulkCommand {
  std::vector<std::string> inputs;
  std::string files_from; ///< a file with further inputs, "-" is standard input
  std::string archive;
  std::vector<std::string> layouts;
  int shard = 1, shards = 1;
  int jobs = 0;      ///< 0: as many as there are processors
  int timeout = 20;  ///< seconds of CPU time for one document
  int memory = 1024; ///< MiB for one worker
  bool retry_failed = false;
  std::string since;
  bool prior = false;
  ProgressStyle progress = ProgressStyle::automatic;
};

/// What a bulk run starts itself; not for people.
struct WorkerCommand {
  int timeout = 20;
  int memory = 1024;
  std::vector<std::string> layouts;
  bool converts = false; ///< runs LibreOffice for those that read
};

struct ExportCommand {
  std::string archive;
  ExportOptions options;
  std::string output;
};

struct MergeCommand {
  std::vector<std::string> parts;
  std::string archive;
  std::vector<std::string> layouts;
};

struct PageCommand {
  std::string archive;
  std::string output;
  int pictures = 400; ///< of pages, at most
  std::vector<std::string> layouts;
};

} // namespace gouji
