// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/prior.h"

#include "cli/messages.h"

namespace gouji {

Result<Prior> read_prior(const std::string& path, const Context& context,
                         const LayoutShelf& shelf) {
  if (path.empty())
    return Prior{};
  Result<Outcome> outcome = process_file(path, context, shelf);
  if (!outcome)
    return tl::unexpected<Error>(std::move(outcome.error()));
  if (!outcome->report.layout)
    return tl::unexpected<Error>(Error{Code::unsupported, fill(phrases::no_report), path, 0, 0});
  return Prior{std::move(*outcome)};
}

} // namespace gouji
