// SPDX-License-Identifier: GPL-3.0-or-later
// gouji validate: the findings on reports.
#include "cli/commands.h"
#include "cli/documents.h"
#include "cli/layout_files.h"
#include "cli/messages.h"
#include "cli/prior.h"
#include "cli/terminal.h"

#include <algorithm>
#include <vector>

namespace gouji {

namespace {

bool has_error(const Outcome& outcome) {
  return std::any_of(outcome.findings.begin(), outcome.findings.end(),
                     [](const Finding& finding) { return finding.severity == Severity::error; });
}

} // namespace

int run(const ValidateOptions& options, const Context& context) {
  const Writer& writer = *find_writer(finding_writers(), options.format); // checked by the grammar
  if (refused_by_terminal(writer.binary, writer.name, options.output, context))
    return exit_unusable;
  const Result<LayoutShelf> layouts = open_layouts(options.layouts);
  if (!layouts)
    return give_up(layouts.error(), context);
  const Result<Prior> prior = read_prior(options.prior, context, *layouts);
  if (!prior)
    return give_up(prior.error(), context);

  // A file that cannot be checked is told and does not stop the others.
  int status = exit_done;
  std::vector<Outcome> outcomes;
  for (const std::string& file : options.files) {
    Result<Outcome> outcome = process_file(file, context, *layouts, prior->report());
    if (!outcome) {
      status = give_up(outcome.error(), context);
      continue;
    }
    if (!outcome->report.layout) {
      // Silence would read as "nothing wrong".
      status = exit_unusable;
      continue;
    }
    if (has_error(*outcome))
      status = std::max<int>(status, exit_findings);
    outcomes.push_back(std::move(*outcome));
  }
  return deliver(writer.write(outcomes, context.language), options.output, context, status);
}

} // namespace gouji
