// SPDX-License-Identifier: GPL-3.0-or-later
// What the program says on standard error, and the language it speaks.
#pragma once

#include "base/result.h"
#include "document/document.h"

#include <string_view>

namespace gouji {

/// The language of messages by POSIX rules: the first of LC_ALL, LC_MESSAGES and LANG that is set
/// and not empty; any zh locale is Chinese, all else English.
Language language_of_environment();

/// "gouji: report.pdf: page 3: what is wrong": one line on standard error, whatever the message
/// or the file's name hold.
void print_error(const Error& error, Language language);

/// Likewise for something the user should know that is no error.
void print_note(const Note& note, std::string_view source, Language language);

} // namespace gouji
