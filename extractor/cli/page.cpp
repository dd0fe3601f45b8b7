// SPDX-License-Identifier: GPL-3.0-or-later
// gouji page: an archive as one page.
#include "archive/page.h"

#include "cli/commands.h"
#include "cli/documents.h"
#include "cli/layout_files.h"
#include "cli/output_file.h"
#include "cli/workers.h"

namespace gouji {

int run(const PageCommand& command, const Context& context) {
  const Result<Layouts> layouts = load_layouts(command.layouts);
  if (!layouts)
    return give_up(layouts.error(), context);
  Result<OutputFile> output = OutputFile::open(command.output);
  if (!output)
    return give_up(output.error(), context);
  WorkerCommand worker;
  worker.layouts = command.layouts;
  const PageOptions options{
      context.language,
      *layouts,
      context.formats,
      {worker_setup(worker), processor_count(), static_cast<std::size_t>(command.pictures)}};
  const Result<void> done = write_archive_page(
      command.archive, options, [&](std::string_view piece) { return output->write(piece); });
  if (!done)
    return give_up(done.error(), context);
  const Result<void> kept = output->finish();
  return kept ? exit_done : give_up(kept.error(), context);
}

} // namespace gouji
