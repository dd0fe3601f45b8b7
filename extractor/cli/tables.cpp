// SPDX-License-Identifier: GPL-3.0-or-later
// gouji tables: the tables of any document, whatever it is about. Pages are read, recovered and
// written one after the other.
#include "cli/commands.h"
#include "cli/document_bounds.h"
#include "cli/documents.h"
#include "cli/files.h"
#include "cli/output_file.h"

namespace gouji {

int run(const TablesOptions& options, const Context& context) {
  const TableWriter& writer = *find_writer(table_writers(), options.format); // checked by grammar
  if (refused_by_terminal(writer.binary, writer.name, options.output, context))
    return exit_unusable;
  bound_document(options.file, context.language);
  const Result<std::string> bytes = read_input(options.file);
  if (!bytes)
    return give_up(bytes.error(), context);
  Result<OutputFile> output = OutputFile::open(options.output, OutputFile::Delivery::whole);
  if (!output)
    return give_up(output.error(), context);

  const auto tables = [&](const TakeTable& take) -> Result<Source> {
    Result<ReadThrough> read = read_blocks(
        as_bytes(*bytes), options.file, context.formats,
        [&](const Source& source, Block&& block) {
          if (const auto* table = std::get_if<Table>(&block))
            take(source, *table);
        },
        options.hints);
    if (!read)
      return tl::unexpected<Error>(std::move(read.error()));
    print_notes(read->notes, options.file, context.language);
    return read->source;
  };
  Result<void> written;
  const auto put = [&](std::string_view piece) {
    if (written)
      written = output->write(piece);
  };
  if (const Result<void> done = writer.write(tables, put, context.language); !done)
    return give_up(done.error(), context);
  if (written)
    written = output->finish();
  return written ? exit_done : give_up(written.error(), context);
}

} // namespace gouji
