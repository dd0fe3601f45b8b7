// SPDX-License-Identifier: GPL-3.0-or-later
// Receive a file, tell its hash, have it converted, write the DOCX where the parent wants it.
#include "archive/converter.h"

#include "archive/messages.h"
#include "archive/request.h"
#include "archive/worker.h"

#include <sys/prctl.h>
#include <unistd.h>

#include <cerrno>
#include <csignal>
#include <cstring>

namespace gouji {

namespace {

Result<void> write_whole(int file, std::string_view content) {
  while (!content.empty()) {
    const ssize_t done = write(file, content.data(), content.size());
    if (done < 0 && errno == EINTR)
      continue;
    if (done <= 0)
      return fail(Code::internal, fill(phrases::cannot_hand_over, std::strerror(errno)));
    content.remove_prefix(static_cast<std::size_t>(done));
  }
  return {};
}

/// One turn. False when the parent is gone.
bool serve(const Message& message, ConvertForeign convert) {
  const Result<std::string> content = read_request(parse_request(message));
  if (!content)
    return answer_failure(content.error());
  if (send_hash(*content).empty())
    return false;
  const auto decision = receive_message(worker_socket);
  if (!decision)
    return false;
  if (decision->kind != MessageKind::go) {
    if (decision->file >= 0)
      close(decision->file);
    return true;
  }
  const Result<ForeignDocument> converted = convert(as_bytes(*content));
  const Result<void> written = converted ? write_whole(decision->file, converted->docx)
                                         : tl::unexpected<Error>(converted.error());
  close(decision->file);
  return written ? send_message(worker_socket, MessageKind::converted, converted->kind)
                 : answer_failure(written.error());
}

} // namespace

int serve_conversions(ConvertForeign convert) {
  silence();
  // LibreOffice, its guardian and their folder go when this process goes (readers/child_process.h).
  if (prctl(PR_SET_PDEATHSIG, SIGKILL) != 0 || !send_message(worker_socket, MessageKind::ready, {}))
    return worker_not_confined;
  while (const auto request = receive_message(worker_socket))
    if (request->kind != MessageKind::document || request->file < 0 || !serve(*request, convert))
      break;
  return worker_done;
}

} // namespace gouji
