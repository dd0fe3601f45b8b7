// SPDX-License-Identifier: GPL-3.0-or-later
// gouji export, gouji merge.
#include "archive/export.h"

#include "archive/merge.h"
#include "cli/commands.h"
#include "cli/documents.h"
#include "cli/layout_files.h"
#include "cli/output_file.h"
#include "cli/version.h"

namespace gouji {

int run(const ExportCommand& command, const Context& context) {
  Result<OutputFile> output = OutputFile::open(command.output);
  if (!output)
    return give_up(output.error(), context);
  const Result<void> done =
      export_archive(command.archive, command.options, context.language,
                     [&](std::string_view piece) { return output->write(piece); });
  if (!done)
    return give_up(done.error(), context);
  const Result<void> kept = output->finish();
  return kept ? exit_done : give_up(kept.error(), context);
}

int run(const MergeCommand& command, const Context& context) {
  const Result<Layouts> layouts = load_layouts(command.layouts);
  if (!layouts)
    return give_up(layouts.error(), context);
  const Result<void> done = merge_archives(command.parts, command.archive, GOUJI_VERSION, *layouts);
  return done ? exit_done : give_up(done.error(), context);
}

} // namespace gouji
