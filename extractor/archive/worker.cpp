// SPDX-License-Identifier: GPL-3.0-or-later
// Receive a file, tell its hash, convert it if the parent wants it, answer.
#include "archive/worker.h"

#include "archive/messages.h"
#include "archive/request.h"
#include "archive/wire.h"
#include "base/limits.h"
#include "readers/zip_archive.h"
#include "readers/zip_document.h"

#include <fmt/format.h>

#include <chrono>
#include <deque>
#include <locale>
#include <new>
#include <optional>
#include <sstream>

namespace gouji {

namespace {

/// What is too large for a message is answered as a failure. False when the parent is gone.
bool answer(MessageKind kind, const std::string& body) {
  if (body.size() > limits::message_bytes)
    return answer_failure(
        {Code::limit, fill(phrases::bulk_answer_too_large, limits::message_bytes >> 20), {}, 0, 0});
  return send_message(worker_socket, kind, body);
}

/// False when the parent is gone.
bool answer_document(const std::string& content, const std::string& name, const std::string& hash,
                     std::span<const Format> formats, const Layouts& layouts) {
  const auto start = std::chrono::steady_clock::now();
  Result<Outcome> outcome = process(as_bytes(content), name, formats, layouts, nullptr, hash);
  if (!outcome)
    return answer_failure(outcome.error());
  Record record = make_record(std::move(*outcome));
  record.bytes = static_cast<std::int64_t>(content.size());
  record.microseconds = std::chrono::duration_cast<std::chrono::microseconds>(
                            std::chrono::steady_clock::now() - start)
                            .count();
  return answer(MessageKind::record, pack_record(record));
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
  return picture ? answer(MessageKind::picture, *picture) : answer_failure(picture.error());
}

/// Is it a ZIP that holds documents, by its content and by its name?
bool is_container(const std::string& content, const std::string& name,
                  std::span<const Format> formats) {
  return sniff_zip(as_bytes(content)) > 0 && !misnamed(as_bytes(content), name, formats);
}

/// Answers with the names in the package, NUL after each.
bool answer_entries(const std::string& content) {
  const Result<ZipArchive> zip = ZipArchive::open(as_bytes(content));
  if (!zip)
    return answer_failure(zip.error());
  std::string names;
  for (const std::string& name : zip->names())
    if (!name.ends_with('/')) // a folder
      (names += name) += '\0';
  return answer(MessageKind::entries, names);
}

/// A document in memory whose hash the parent knows.
struct Waiting {
  Request request;
  std::string content, hash;
};

/// Reads a document and tells its hash. False when the parent is gone.
bool read_ahead(const Message& message, std::deque<Waiting>& waiting) {
  const Request request = parse_request(message);
  Result<std::string> content = read_request(request);
  if (!content)
    return answer_failure(content.error());
  std::string hash = send_hash(*content);
  const bool heard = !hash.empty();
  waiting.push_back({request, std::move(*content), std::move(hash)});
  return heard;
}

/// Does what the parent decided about a document. False when the parent is gone.
bool serve(const Message& decision, const Waiting& document, std::span<const Format> formats,
           const Layouts& layouts) {
  const auto& [request, content, hash] = document;
  if (decision.kind == MessageKind::draw)
    return answer_picture(content, decision.body, formats);
  if (decision.kind != MessageKind::go)
    return true;
  if (request.member.empty() && is_container(content, request.name, formats))
    return answer_entries(content);
  const Result<const Format*> format = detect(as_bytes(content), formats);
  if (format && (*format)->foreign)
    return send_message(worker_socket, MessageKind::foreign,
                        misnamed(as_bytes(content), request.name, formats) ? "misnamed" : "");
  return answer_document(content, request.name, hash, formats, layouts);
}

/// Reads documents as they come and serves them as they are decided on, in the same order, until
/// the parent is gone.
void serve_all(int seconds, std::span<const Format> formats, const Layouts& layouts) {
  std::deque<Waiting> waiting;
  bool heard = true;
  while (heard) {
    const auto message = receive_message(worker_socket);
    if (!message)
      return;
    limit_next_document(seconds);
    if (message->kind == MessageKind::document && message->file >= 0) {
      heard = read_ahead(*message, waiting);
    } else if (message->kind == MessageKind::document || waiting.empty()) {
      return; // not what the parent says
    } else {
      const Waiting document = std::move(waiting.front());
      waiting.pop_front();
      heard = serve(*message, document, formats, layouts);
    }
  }
}

} // namespace

int serve_documents(const WorkerLimits& limits, std::span<const Format> formats,
                    const Layouts& layouts) {
  silence();
  if (!limit_process(limits))
    return worker_not_confined;
  const Result<Confinement> confinement = confine_process();
  if (!confinement)
    return worker_not_confined;
  try {
    if (!send_message(worker_socket, MessageKind::ready,
                      fmt::format("{}{}", confinement->system_calls ? 's' : '-',
                                  confinement->files ? 'f' : '-')))
      return worker_done;
    serve_all(limits.seconds, formats, layouts);
  } catch (const std::bad_alloc&) {
    return worker_out_of_memory; // what a library left behind half done cannot be trusted
  }
  return worker_done;
}

} // namespace gouji
