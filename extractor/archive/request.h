// SPDX-License-Identifier: GPL-3.0-or-later
// The parent's request for one document, as workers and converters receive it.
#pragma once

#include "archive/channel.h"
#include "base/result.h"

#include <string>

namespace gouji {

/// Where a worker or converter finds its end of the socket pair.
inline constexpr int worker_socket = 3;

struct Request {
  std::string name;   ///< of the document
  std::string member; ///< of the ZIP behind `file`; empty: the file itself
  int file = -1;
};

Request parse_request(const Message& message);

/// The bytes asked for; closes the file. Errors: limit, unreadable, those of a ZIP.
Result<std::string> read_request(const Request& request);

/// Tells the parent the content's SHA-256, and returns it; empty when the parent is gone.
std::string send_hash(const std::string& content);
bool answer_failure(const Error& error);

/// Standard streams lead nowhere from now on: a library's complaints must not end up in the result.
void silence();

} // namespace gouji
