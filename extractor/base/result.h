// SPDX-License-Identifier: GPL-3.0-or-later
// An input that cannot be used: `Error`, and `Result`, which holds a value or the Error that stood
// in its way.
#pragma once

#include "base/words.h"

#include <tl/expected.hpp>

#include <string>
#include <utility>

namespace gouji {

/// Why an input could not be used, for programs. The names are stable: the archive stores them.
enum class Code {
  missing,      ///< no such file
  unreadable,   ///< it exists but cannot be opened or read (permissions, a folder, a device)
  empty,        ///< no bytes, or no content at all
  unsupported,  ///< not a kind of document gouji reads
  encrypted,    ///< needs a password
  damaged,      ///< the format's own rules are broken beyond reading
  no_text,      ///< a scan: pictures without a text layer
  limit,        ///< larger than a bound in base/limits.h
  tool_missing, ///< a program that gouji calls is not installed
  invalid,      ///< a layout or an argument that gouji cannot follow
  internal      ///< gouji's own fault
};

/// `message` says what is wrong and what to do; `source` is the file (empty while only bytes are
/// known); `line` and `page` count from 1, 0 for none.
struct Error {
  Code code = Code::internal;
  Words message;
  std::string source;
  int line = 0;
  int page = 0;

  bool operator==(const Error&) const = default;
};

template <class T> using Result = tl::expected<T, Error>;

inline tl::unexpected<Error> fail(Code code, Words message) {
  return tl::unexpected<Error>(Error{code, std::move(message), {}, 0, 0});
}

} // namespace gouji
