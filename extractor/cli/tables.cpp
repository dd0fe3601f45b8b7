// SPDX-License-Identifier: GPL-3.0-or-later
// gouji tables: the tables of any document, whatever it is about.
#include "cli/commands.h"
#include "cli/documents.h"
#include "tables/recover.h"

namespace gouji {

int run(const TablesOptions& options, const Context& context) {
  const Writer& writer = *find_writer(table_writers(), options.format); // checked by the grammar
  if (refused_by_terminal(writer, options.output, context))
    return exit_unusable;
  Result<Document> document = read_file(options.file, context);
  if (!document)
    return give_up(document.error(), context);
  Outcome outcome;
  outcome.source.name = options.file.substr(options.file.find_last_of('/') + 1);
  outcome.source.format = document->format;
  outcome.source.pages = static_cast<int>(document->pages.size());
  outcome.flow = recover_tables(std::move(*document));
  return deliver(writer.write({&outcome, 1}, context.language), options.output, context);
}

} // namespace gouji
