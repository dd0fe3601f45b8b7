// SPDX-License-Identifier: GPL-3.0-or-later
// gouji page: an archive as one page.
#include "archive/page.h"

#include "cli/commands.h"
#include "cli/documents.h"
#include "cli/output_file.h"

namespace gouji {

int run(const PageCommand& command, const Context& context) {
  Result<OutputFile> output = OutputFile::open(command.output);
  if (!output)
    return give_up(output.error(), context);
  const Result<void> done =
      write_archive_page(command.archive, context.language,
                         [&](std::string_view piece) { return output->write(piece); });
  if (!done)
    return give_up(done.error(), context);
  const Result<void> kept = output->finish();
  return kept ? exit_done : give_up(kept.error(), context);
}

} // namespace gouji
