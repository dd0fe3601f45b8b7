// SPDX-License-Identifier: GPL-3.0-or-later
// The program: arguments and locale in, exit status out. Nothing is thrown past here.
#include "cli/commands.h"
#include "cli/document_bounds.h"
#include "cli/formats.h"
#include "cli/messages.h"
#include "cli/terminal.h"

#include <cstdio>
#include <exception>
#include <new>

int main(int argc, char** argv) {
  using namespace gouji;
  const Language language = language_of_environment();
  try {
    const Result<Command> command = parse_arguments(argc, argv, language);
    if (!command) {
      print_error(command.error(), language);
      return exit_unusable;
    }
    const Context context{language, known_formats()};
    return std::visit([&](const auto& options) { return run(options, context); }, *command);
  } catch (const std::bad_alloc&) {
    print_error({Code::limit, fill(phrases::out_of_memory), document_at_hand(), 0, 0}, language);
  } catch (const std::exception& error) {
    print_error({Code::internal, fill(phrases::internal_error, error.what()), {}, 0, 0}, language);
  } catch (...) {
    print_error({Code::internal, fill(phrases::internal_error, "?"), {}, 0, 0}, language);
  }
  return exit_unusable;
}
