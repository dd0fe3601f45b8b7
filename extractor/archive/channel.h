// SPDX-License-Identifier: GPL-3.0-or-later
// Messages over a socket pair: a kind, a body, and perhaps an open file.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace gouji {

/// What a message is about.
enum class MessageKind : unsigned {
  ready,    ///< worker: confined and waiting; the body says what is enforced
  document, ///< parent: read the file that comes along; the body is its name, NUL, and the
            ///< member of a ZIP (empty: the file itself)
  hash,     ///< worker: the content's SHA-256 in hex, a blank and its size in bytes
  go,       ///< parent: convert it; for a converter, the file to write to comes along
  skip,     ///< parent: it is known already
  draw,     ///< parent: draw a part of it; the body is the page and x0 y0 x1 y1 in points
  record,   ///< worker: a packed Record
  picture,  ///< worker: a PNG file
  failure,  ///< worker: a packed Failure
  entries,  ///< worker: the file is a ZIP of documents; the body holds their names, NUL after each
  foreign,  ///< worker: only LibreOffice can read it; the body is "misnamed" when its name promises
            ///< something else
  converted ///< converter: the DOCX is written; the body says what the document was: "doc"
};

struct Message {
  MessageKind kind = MessageKind::ready;
  std::string body;
  int file = -1; ///< an open descriptor that came along, -1 for none; the receiver closes it
};

/// Sends all of it, waiting as long as it takes. False when the other end is gone.
bool send_message(int socket, MessageKind kind, std::string_view body, int file = -1);

/// The next message; waits for it. Nothing when the other end is gone or sent nonsense.
std::optional<Message> receive_message(int socket);

/// The receiving end of one that may not wait: takes what has come and says when a message is
/// whole.
class MessageBuffer {
public:
  /// Takes what lies ready. False when the other end closed.
  bool take_from(int socket);
  std::optional<Message> next();
  /// Does what came begin with something that is no message?
  bool broken() const;

private:
  std::string bytes_;
};

} // namespace gouji
