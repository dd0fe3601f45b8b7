// SPDX-License-Identifier: GPL-3.0-or-later
// gouji bulk and the worker it starts.
#include "archive/bulk.h"

#include "archive/converter.h"
#include "archive/worker.h"
#include "base/limits.h"
#include "cli/archive_messages.h"
#include "cli/commands.h"
#include "cli/documents.h"
#include "cli/files.h"
#include "cli/layout_files.h"
#include "cli/messages.h"
#include "cli/pdf_loader.h"
#include "cli/progress.h"
#include "cli/terminal.h"
#include "cli/version.h"
#include "cli/workers.h"
#include "pipeline/sha256.h"
#include "readers/office.h"

#include <fmt/format.h>
#include <malloc.h>

#include <atomic>
#include <csignal>
#include <cstdio>
#include <thread>

namespace gouji {

namespace {

std::atomic<bool> stop_asked{false};

extern "C" void ask_to_stop(int) {
  stop_asked = true;
}

/// The first signal ends the run in order, a second one at once.
void stop_on_signals() {
  struct sigaction action {};
  action.sa_handler = ask_to_stop;
  action.sa_flags = static_cast<int>(SA_RESETHAND);
  for (const int signal : {SIGINT, SIGTERM, SIGHUP})
    sigaction(signal, &action, nullptr);
}

/// A name for the layouts that were used: the same files, the same name.
Result<std::string> digest_of(const std::vector<std::string>& files) {
  std::string all;
  for (const std::string& file : files) {
    Result<std::string> content = read_input(file);
    if (!content)
      return tl::unexpected<Error>(content.error());
    all += *content;
    all += '\0';
  }
  return sha256(as_bytes(all)).substr(0, 16);
}

/// Freed memory stays with the process: documents come one after the other, and giving it back to
/// the system each time costs more than reading a small one.
void keep_freed_memory() {
  constexpr int kept = 64 << 20, apart = 8 << 20;
  mallopt(M_TRIM_THRESHOLD, kept);
  mallopt(M_MMAP_THRESHOLD, apart);
}

WorkerSetup converter_setup() {
  WorkerSetup setup;
  setup.command = {"/proc/self/exe", "worker", "--converts"};
  setup.limits.memory = 0; // LibreOffice has bounds of its own
  setup.patience = std::chrono::seconds(2 * limits::office_seconds);
  return setup;
}

void summarize(const BulkProgress& progress, const BulkCommand& command, Language language) {
  if (command.progress == ProgressStyle::json)
    return;
  if (progress.sandbox.size() == 2 && progress.sandbox[1] != 'f')
    fmt::print(stderr, "{}\n", fill(phrases::sandbox_partly).in(language));
  if (progress.stopped)
    fmt::print(stderr, "{}\n", fill(phrases::bulk_stopped).in(language));
  if (command.progress == ProgressStyle::none)
    return;
  fmt::print(stderr, "{}\n",
             fill(phrases::bulk_summary, progress.done, progress.converted, progress.with_errors,
                  progress.kept, progress.duplicates, progress.failed,
                  fmt::format("{:.1f}", static_cast<double>(progress.elapsed.count()) / 1000))
                 .in(language));
  if (progress.failed > 0)
    fmt::print(stderr, "{}\n", fill(phrases::bulk_failed_hint).in(language));
}

} // namespace

WorkerSetup worker_setup(const WorkerCommand& command) {
  WorkerSetup setup;
  setup.command = {"/proc/self/exe", "worker",
                   "--timeout",      std::to_string(command.timeout),
                   "--memory",       std::to_string(command.memory)};
  for (const std::string& file : command.layouts) {
    setup.command.emplace_back("--layout");
    setup.command.push_back(file);
  }
  setup.limits = {static_cast<std::uint64_t>(command.memory) << 20, command.timeout};
  // Wall time: enough for a machine that is three times oversubscribed.
  setup.patience = std::chrono::seconds(std::int64_t{3} * command.timeout);
  return setup;
}

int processor_count() {
  return std::max(1, static_cast<int>(std::thread::hardware_concurrency()));
}

int run(const BulkCommand& command, const Context& context) {
  std::vector<std::string> layout_files = command.layouts;
  if (layout_files.empty()) {
    Result<std::vector<std::string>> found = find_layout_files();
    if (!found)
      return give_up(found.error(), context);
    layout_files = std::move(*found);
  }
  const Result<Layouts> layouts = load_layouts(layout_files);
  if (!layouts)
    return give_up(layouts.error(), context);
  const Result<std::string> digest = digest_of(layout_files);
  if (!digest)
    return give_up(digest.error(), context);

  BulkOptions options;
  options.inputs = command.inputs;
  if (!command.files_from.empty()) {
    const Result<std::string> list = read_input(command.files_from);
    if (!list)
      return give_up(list.error(), context);
    std::vector<std::string> paths = listed_paths(*list);
    options.inputs.insert(options.inputs.end(), std::make_move_iterator(paths.begin()),
                          std::make_move_iterator(paths.end()));
  }
  options.archive = command.archive;
  options.shard = {command.shard, command.shards};
  options.jobs = command.jobs > 0 ? command.jobs : processor_count();
  WorkerCommand worker;
  worker.timeout = command.timeout;
  worker.memory = command.memory;
  worker.layouts = layout_files;
  options.workers = worker_setup(worker);
  options.converters = converter_setup();
  options.retry_failed = command.retry_failed;
  options.since = command.since;
  options.prior = command.prior;
  options.program = GOUJI_VERSION;
  options.layouts = *digest;

  // They get their rows like all inputs, but a slip of the hand is told at once.
  if (command.progress != ProgressStyle::json)
    for (const std::string& input : command.inputs)
      if (names_nothing(input))
        print_error({Code::missing, fill(phrases::no_such_file), input, 0, 0}, context.language);
  keep_freed_memory();
  stop_on_signals();
  ProgressDisplay display(command.progress, context.language);
  const Result<BulkProgress> done = convert_bulk(
      options, *layouts, [&](const BulkProgress& progress) { display.show(progress); }, stop_asked);
  if (!done)
    return give_up(done.error(), context);
  summarize(*done, command, context.language);
  if (done->stopped)
    return exit_unusable;
  return done->any_failure ? exit_some_failed : exit_done;
}

int run(const WorkerCommand& command, const Context& context) {
  if (command.converts)
    return serve_conversions(convert_office_document);
  const Result<Layouts> layouts = load_layouts(command.layouts);
  if (!layouts)
    return give_up(layouts.error(), context);
  keep_freed_memory();
  load_pdf_reader(); // confined, a worker may not open it any more
  return serve_documents({static_cast<std::uint64_t>(command.memory) << 20, command.timeout},
                         context.formats, *layouts);
}

} // namespace gouji
