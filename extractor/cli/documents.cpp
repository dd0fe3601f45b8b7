// SPDX-License-Identifier: GPL-3.0-or-later
// Files through the pipeline, results to where they belong.
#include "cli/documents.h"

#include "cli/document_bounds.h"
#include "cli/files.h"
#include "cli/messages.h"
#include "cli/terminal.h"

#include <unistd.h>

namespace gouji {

void print_notes(const std::vector<Note>& notes, const std::string& path, Language language) {
  for (const Note& note : notes)
    print_note(note, path, language);
}

Result<Outcome> process_file(const std::string& path, const Context& context,
                             const LayoutShelf& shelf, const Report* prior) {
  bound_document(path, context.language);
  Result<std::string> bytes = read_input(path);
  if (!bytes)
    return tl::unexpected<Error>(std::move(bytes.error()));
  Result<Outcome> outcome = process(as_bytes(*bytes), path, context.formats, shelf, prior);
  if (outcome)
    print_notes(outcome->notes, path, context.language);
  return outcome;
}

Result<Document> read_file(const std::string& path, const Context& context) {
  bound_document(path, context.language);
  Result<std::string> bytes = read_input(path);
  if (!bytes)
    return tl::unexpected<Error>(std::move(bytes.error()));
  Result<Document> document = read_document(as_bytes(*bytes), path, context.formats);
  if (document)
    print_notes(document->notes, path, context.language);
  return document;
}

int give_up(const Error& error, const Context& context) {
  print_error(error, context.language);
  return exit_unusable;
}

int deliver(const Result<std::string>& result, const std::string& output, const Context& context,
            int done) {
  if (!result)
    return give_up(result.error(), context);
  if (const Result<void> written = write_output(output, *result); !written)
    return give_up(written.error(), context);
  return done;
}

bool refused_by_terminal(bool binary, std::string_view format, const std::string& output,
                         const Context& context) {
  if (!binary || !(output.empty() || output == "-") || !::isatty(STDOUT_FILENO))
    return false;
  print_error({Code::invalid, fill(phrases::binary_to_terminal, format), {}, 0, 0},
              context.language);
  return true;
}

} // namespace gouji
