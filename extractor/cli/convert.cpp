// SPDX-License-Identifier: GPL-3.0-or-later
// gouji convert: a report as structured data.
#include "cli/commands.h"
#include "cli/documents.h"
#include "cli/layout_files.h"
#include "cli/prior.h"
#include "writers/schema.h"

namespace gouji {

int run(const ConvertOptions& options, const Context& context) {
  const Writer& writer = *find_writer(report_writers(), options.format); // checked by the grammar
  if (refused_by_terminal(writer.binary, writer.name, options.output, context))
    return exit_unusable;
  if (options.schema) {
    const Result<Layouts> layouts = load_layouts(options.layouts);
    return layouts ? deliver(report_schema(*layouts), options.output, context)
                   : give_up(layouts.error(), context);
  }
  const Result<LayoutShelf> layouts = open_layouts(options.layouts);
  if (!layouts)
    return give_up(layouts.error(), context);
  const Result<Prior> prior = read_prior(options.prior, context, *layouts);
  if (!prior)
    return give_up(prior.error(), context);
  const Result<Outcome> outcome = process_file(options.file, context, *layouts, prior->report());
  if (!outcome)
    return give_up(outcome.error(), context);
  return deliver(writer.write({&*outcome, 1}, context.language), options.output, context);
}

} // namespace gouji
