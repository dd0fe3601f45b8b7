// SPDX-License-Identifier: GPL-3.0-or-later
// Receive a file, tell its hash, convert it if the parent wants it, answer.
#include "archive/worker.h"

#include "archive/channel.h"
#include "archive/messages.h"
#include "archive/record.h"
#include "archive/wire.h"
#include "base/limits.h"
#include "pipeline/sha256.h"
#include "readers/zip_archive.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <malloc.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <chrono>
#include <cstring>
#include <locale>
#include <new>
#include <optional>
#include <sstream>

namespace gouji {

namespace {

tl::unexpected<Error> unreadable(int error) {
  return fail(Code::unreadable, fill(phrases::bulk_cannot_read, std::strerror(error)));
}

/// All bytes behind a descriptor. No mapping: a file that shrinks while it is read must not end the
/// process (SIGBUS).
Result<std::string> read_whole(int file) {
  struct stat status {};
  if (fstat(file, &status) != 0)
    return unreadable(errno);
  if (static_cast<std::uint64_t>(status.st_size) > limits::file_bytes)
    return fail(Code::limit,
                fill(phrases::bulk_too_large, status.st_size >> 20, limits::file_bytes >> 20));
  std::string content(static_cast<std::size_t>(status.st_size), '\0');
  std::size_t have = 0;
  while (have < content.size()) {
    const ssize_t got = read(file, content.data() + have, content.size() - have);
    if (got < 0 && errno == EINTR)
      continue;
    if (got < 0)
      return unreadable(errno);
    if (got == 0)
      break;
    have += static_cast<std::size_t>(got);
  }
  content.resize(have);
  return content;
}

Failure failure_of(const Error& error) {
  return {status_of(error.code), error.message, 1};
}

bool answer_failure(const Error& error) {
  return send_message(worker_socket, MessageKind::failure, pack_failure(failure_of(error)));
}

/// False when the parent is gone.
bool answer_document(const std::string& content, const std::string& name,
                     std::span<const Format> formats, const Layouts& layouts) {
  const auto start = std::chrono::steady_clock::now();
  Result<Outcome> outcome = process(as_bytes(content), name, formats, layouts);
  if (!outcome)
    return answer_failure(outcome.error());
  Record record = make_record(std::move(*outcome));
  record.bytes = static_cast<std::int64_t>(content.size());
  record.microseconds = std::chrono::duration_cast<std::chrono::microseconds>(
                            std::chrono::steady_clock::now() - start)
                            .count();
  const std::string packed = pack_record(record);
  if (packed.size() > limits::message_bytes)
    return answer_failure(
        {Code::limit, fill(phrases::bulk_answer_too_large, limits::message_bytes >> 20), {}, 0, 0});
  return send_message(worker_socket, MessageKind::record, packed);
}

/// The request of MessageKind::draw: page, x0, y0, x1, y1.
std::optional<PagePart> parse_part(const std::string& body) {
  constexpr double screen_scale = 1.6; // 10-point type is 16 pixels high
  PagePart part;
  part.scale = screen_scale;
  std::istringstream in(body);
  in.imbue(std::locale::classic());
  in >> part.page >> part.area.x0 >> part.area.y0 >> part.area.x1 >> part.area.y1;
  return in ? std::optional(part) : std::nullopt;
}

/// False when the parent is gone.
bool answer_picture(const std::string& content, const std::string& request,
                    std::span<const Format> formats) {
  const auto part = parse_part(request);
  const Result<const Format*> format = detect(as_bytes(content), formats);
  if (!part || !format || !(*format)->draw)
    return answer_failure({Code::unsupported, fill(phrases::no_picture), {}, 0, 0});
  const Result<std::string> picture = (*format)->draw(as_bytes(content), *part);
  return picture ? send_message(worker_socket, MessageKind::picture, *picture)
                 : answer_failure(picture.error());
}

/// Is it a ZIP that holds documents, rather than a package that is one document?
bool is_container(const std::string& content, std::span<const Format> formats) {
  if (!content.starts_with("PK\x03\x04") || detect(as_bytes(content), formats))
    return false;
  const Result<ZipArchive> zip = ZipArchive::open(as_bytes(content));
  // The parts that every OOXML (ECMA-376-2 §10.1.2), ODF and EPUB package has.
  return zip && !zip->has("[Content_Types].xml") && !zip->has("mimetype") &&
         !zip->has("META-INF/container.xml") && !zip->has("OFD.xml");
}

Result<std::string> member_of(const std::string& content, const std::string& member) {
  Result<ZipArchive> zip = ZipArchive::open(as_bytes(content));
  if (!zip)
    return tl::unexpected<Error>(zip.error());
  return zip->read(member);
}

/// Answers with the names in the package, NUL after each.
bool answer_entries(const std::string& content) {
  const Result<ZipArchive> zip = ZipArchive::open(as_bytes(content));
  if (!zip)
    return answer_failure(zip.error());
  std::string names;
  for (const std::string& name : zip->names())
    (names += name) += '\0';
  return send_message(worker_socket, MessageKind::entries, names);
}

/// One turn: the request's body is the name of the document, NUL, and the member of a ZIP, empty
/// for the file itself. False when the parent is gone.
bool serve(const Message& request, int seconds, std::span<const Format> formats,
           const Layouts& layouts) {
  limit_next_document(seconds);
  const std::size_t end = std::min(request.body.find('\0'), request.body.size());
  const std::string name = request.body.substr(0, end);
  const std::string member = request.body.substr(std::min(end + 1, request.body.size()));
  Result<std::string> content = read_whole(request.file);
  close(request.file);
  if (content && !member.empty())
    content = member_of(*content, member);
  if (!content)
    return answer_failure(content.error());
  if (!send_message(worker_socket, MessageKind::hash,
                    fmt::format("{} {}", sha256(as_bytes(*content)), content->size())))
    return false;
  const auto decision = receive_message(worker_socket);
  if (!decision)
    return false;
  if (decision->kind == MessageKind::draw)
    return answer_picture(*content, decision->body, formats);
  if (decision->kind != MessageKind::go)
    return true;
  if (member.empty() && is_container(*content, formats))
    return answer_entries(*content);
  return answer_document(*content, name, formats, layouts);
}

/// Standard streams lead nowhere: a library's complaints must not end up in the result.
void silence() {
  const int nowhere = open("/dev/null", O_RDWR | O_CLOEXEC);
  for (const int stream : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO})
    dup2(nowhere, stream);
  if (nowhere > STDERR_FILENO)
    close(nowhere);
}

} // namespace

int serve_documents(const WorkerLimits& limits, bool confined, std::span<const Format> formats,
                    const Layouts& layouts) {
  silence();
  if (!limit_process(limits))
    return worker_not_confined;
  Confinement confinement;
  if (confined) {
    const Result<Confinement> result = confine_process();
    if (!result)
      return worker_not_confined;
    confinement = *result;
  }
  try {
    if (!send_message(worker_socket, MessageKind::ready,
                      fmt::format("{}{}", confinement.system_calls ? 's' : '-',
                                  confinement.files ? 'f' : '-')))
      return worker_done;
    while (auto request = receive_message(worker_socket)) {
      if (request->kind != MessageKind::document || request->file < 0 ||
          !serve(*request, limits.seconds, formats, layouts))
        return worker_done;
      // A large document's memory goes back before the next one counts against the limit.
      malloc_trim(0);
    }
  } catch (const std::bad_alloc&) {
    return worker_out_of_memory; // what a library left behind half done cannot be trusted
  }
  return worker_done;
}

} // namespace gouji
