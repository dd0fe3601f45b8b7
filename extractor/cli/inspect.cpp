// SPDX-License-Identifier: GPL-3.0-or-later
// gouji inspect: what each stage saw, for people who look for the reason of a result.
#include "writers/inspect.h"

#include "cli/commands.h"
#include "cli/documents.h"
#include "cli/layout_files.h"
#include "cli/messages.h"
#include "tables/explain.h"
#include "tables/recover.h"
#include "writers/svg.h"

#include <algorithm>
#include <optional>

namespace gouji {

namespace {

bool has_table(const std::vector<Block>& blocks) {
  return std::any_of(blocks.begin(), blocks.end(),
                     [](const Block& block) { return std::holds_alternative<Table>(block); });
}

/// Index of the page to draw: the one asked for, or the first with a table, or the first.
std::size_t page_to_draw(const std::vector<Page>& pages, int asked) {
  if (asked > 0)
    return static_cast<std::size_t>(asked) - 1;
  const auto found = std::find_if(pages.begin(), pages.end(),
                                  [](const Page& page) { return has_table(recover_page(page)); });
  return found == pages.end() ? 0 : static_cast<std::size_t>(found - pages.begin());
}

/// What the match made of `document`, when that is the stage to show.
Result<std::optional<Outcome>> matched(Document document, const InspectOptions& options) {
  if (options.stage != Stage::match)
    return std::nullopt;
  const Result<LayoutShelf> layouts = open_layouts(options.layouts);
  if (!layouts)
    return tl::unexpected<Error>(layouts.error());
  return examine(std::move(document), *layouts);
}

Result<std::string> draw(Document document, const InspectOptions& options, Language language) {
  if (document.pages.empty()) {
    const std::vector<Block> blocks = document.flow;
    const Result<std::optional<Outcome>> outcome = matched(std::move(document), options);
    if (!outcome)
      return tl::unexpected<Error>(outcome.error());
    return draw_flow(blocks, *outcome ? &**outcome : nullptr, language);
  }
  const std::size_t index = page_to_draw(document.pages, options.page);
  if (index >= document.pages.size())
    return tl::unexpected<Error>(
        Error{Code::invalid, fill(phrases::no_page_to_draw, options.page, document.pages.size()),
              options.file, 0, 0});
  const Page page = document.pages[index]; // the match takes the document
  const Result<std::optional<Outcome>> outcome = matched(std::move(document), options);
  if (!outcome)
    return tl::unexpected<Error>(outcome.error());
  if (options.stage == Stage::tables)
    return draw_evidence(page, explain_page(page), language);
  const std::vector<Block> blocks =
      options.stage == Stage::document ? std::vector<Block>{} : recover_page(page);
  return draw_page(page, blocks, *outcome ? &**outcome : nullptr, language);
}

} // namespace

int run(const InspectOptions& options, const Context& context) {
  if (options.stage == Stage::match && !options.svg) {
    const Result<LayoutShelf> layouts = open_layouts(options.layouts);
    if (!layouts)
      return give_up(layouts.error(), context);
    const Result<Outcome> outcome = process_file(options.file, context, *layouts);
    if (!outcome)
      return give_up(outcome.error(), context);
    return deliver(inspect_match(*outcome, context.language), options.output, context);
  }
  Result<Document> document = read_file(options.file, context);
  if (!document)
    return give_up(document.error(), context);
  if (options.svg)
    return deliver(draw(std::move(*document), options, context.language), options.output, context);
  if (options.stage == Stage::document)
    return deliver(inspect_document(*document), options.output, context);
  if (document->pages.empty())
    return deliver(inspect_tables(document->flow), options.output, context);
  std::vector<PageEvidence> pages;
  for (const Page& page : document->pages)
    pages.push_back(explain_page(page));
  return deliver(inspect_tables(pages, context.language), options.output, context);
}

} // namespace gouji
