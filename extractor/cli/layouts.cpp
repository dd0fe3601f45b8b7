// SPDX-License-Identifier: GPL-3.0-or-later
// gouji layouts: which forms there are, what their fields are called, what is wrong with a layout
// file.
#include "cli/commands.h"
#include "cli/documents.h"
#include "cli/files.h"
#include "cli/layout_files.h"
#include "cli/messages.h"
#include "cli/terminal.h"
#include "matching/code_book.h"
#include "matching/layout_check.h"
#include "matching/layout_loader.h"

#include <fmt/format.h>

#include <algorithm>
#include <string>

namespace gouji {

namespace {

/// id, title, first and last year: separated by tabs, a form a line.
int list(const Context& context) {
  const Result<Layouts> layouts = load_layouts({});
  if (!layouts)
    return give_up(layouts.error(), context);
  std::string text;
  for (const auto& layout : *layouts)
    text += fmt::format("{}\t{}\t{}-{}\n", layout->id, layout->title.in(context.language),
                        layout->first_year,
                        layout->last_year > 0 ? std::to_string(layout->last_year) : "");
  return deliver(text, "", context);
}

bool names_file(const std::string& argument) {
  return argument.find('/') != argument.npos || argument.ends_with(".xml") || argument == "-";
}

/// The layout a user means: by file, or by the id of an installed one.
Result<std::shared_ptr<const Layout>> named_layout(const std::string& argument) {
  const Result<Layouts> layouts =
      load_layouts(names_file(argument) ? std::vector{argument} : std::vector<std::string>{});
  if (!layouts)
    return tl::unexpected<Error>(layouts.error());
  if (names_file(argument))
    return layouts->front();
  const auto found = std::find_if(layouts->begin(), layouts->end(),
                                  [&](const auto& layout) { return layout->id == argument; });
  if (found == layouts->end())
    return fail(Code::invalid, fill(phrases::no_such_layout, argument));
  return *found;
}

/// The code book: a line of cells separated by tabs for every field, then one for every relation.
std::string code_book_text(const CodeBook& book, Language language) {
  std::string text = fill(phrases::field_header).in(language) + '\n';
  for (const FieldEntry& entry : book.fields)
    text += fmt::format("{}\t{}\t{}\t{}\t{}\n", entry.field, entry.row, entry.column,
                        entry.unit.in(language), entry.edition);
  text += '\n' + fill(phrases::relation_header).in(language) + '\n';
  for (const RelationEntry& entry : book.relations)
    text += fmt::format("{}\t{}\t{}\t{}\t{}\n", entry.relation, entry.left, entry.right,
                        entry.basis.in(language), entry.source.in(language));
  return text;
}

int describe(const std::vector<std::string>& arguments, const Context& context) {
  std::string text;
  for (const std::string& argument : arguments) {
    const auto layout = named_layout(argument);
    if (!layout)
      return give_up(layout.error(), context);
    text += code_book_text(gouji::describe(**layout), context.language);
  }
  return deliver(text, "", context);
}

/// Every mistake of every file on standard error; a line for each file without any.
int check(const std::vector<std::string>& files, const Context& context) {
  const Result<std::string> schema = read_layout_schema();
  if (!schema)
    return give_up(schema.error(), context);
  int status = exit_done;
  std::string fine;
  for (const std::string& file : files) {
    const Result<std::string> xml = read_input(file);
    if (!xml) {
      status = give_up(xml.error(), context);
      continue;
    }
    const std::vector<Error> mistakes = check_layout(as_bytes(*xml), as_bytes(*schema), file);
    for (const Error& mistake : mistakes)
      status = give_up(mistake, context);
    if (mistakes.empty()) {
      const Layout layout = read_layout(as_bytes(*xml), file).layout;
      fine += fill(phrases::layout_fine, file, layout.fields.size(), layout.relations.size())
                  .in(context.language) +
              '\n';
    }
  }
  return deliver(fine, "", context, status);
}

} // namespace

int run(const LayoutsOptions& options, const Context& context) {
  switch (options.action) {
  case LayoutsOptions::Action::list:
    break;
  case LayoutsOptions::Action::describe:
    return describe(options.arguments, context);
  case LayoutsOptions::Action::check:
    return check(options.arguments, context);
  }
  return list(context);
}

} // namespace gouji
