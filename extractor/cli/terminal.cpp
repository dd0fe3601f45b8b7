// SPDX-License-Identifier: GPL-3.0-or-later
// One line a message on standard error; written with one call, so that lines of several processes
// do not mix.
#include "cli/terminal.h"

#include "cli/messages.h"
#include "writers/names.h"

#include <fmt/format.h>

#include <cctype>
#include <cstdio>
#include <cstdlib>
#include <string>

namespace gouji {

namespace {

void print_line(std::string_view source, int line, int page, std::string_view message,
                Language language) {
  std::string where;
  if (!source.empty())
    where = line > 0 ? fmt::format("{}:{}: ", one_line(source), line)
                     : fmt::format("{}: ", one_line(source));
  if (page > 0)
    where += fill(phrases::on_page, page).in(language);
  const std::string text = fmt::format("gouji: {}{}\n", where, one_line(message));
  std::fwrite(text.data(), 1, text.size(), stderr);
}

} // namespace

Language language_of_environment() {
  for (const char* name : {"LC_ALL", "LC_MESSAGES", "LANG"}) {
    const char* value = std::getenv(name);
    if (value && *value) {
      const std::string_view locale = value;
      const bool chinese =
          locale.starts_with("zh") &&
          (locale.size() == 2 || !std::isalpha(static_cast<unsigned char>(locale[2])));
      return chinese ? Language::chinese : Language::english;
    }
  }
  return Language::english;
}

void print_error(const Error& error, Language language) {
  print_line(error.source, error.line, error.page, error.message.in(language), language);
}

void print_note(const Note& note, std::string_view source, Language language) {
  print_line(source, 0, note.origin.page, note.message.in(language), language);
}

} // namespace gouji
