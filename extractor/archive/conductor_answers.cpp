// SPDX-License-Identifier: GPL-3.0-or-later
// Taking answers: hear the content's hash, decide, store what came of it.
#include "archive/conductor.h"
#include "archive/messages.h"
#include "archive/wire.h"
#include "pipeline/messages.h"

#include <sys/mman.h>

#include <algorithm>
#include <charconv>

namespace gouji {

namespace {

/// A document whose worker somebody else ends this often is given up.
constexpr int most_kills = 4;
/// So many workers in a row that end before they are ready, and the run is given up.
constexpr int most_false_starts = 3;

bool has_error(const Record& record) {
  return std::any_of(record.outcome.findings.begin(), record.outcome.findings.end(),
                     [](const Finding& finding) { return finding.severity == Severity::error; });
}

Failure nonsense() {
  return {status::crash, fill(phrases::nonsense_answer), 1};
}

struct Hash {
  std::string sha256;
  std::int64_t bytes = 0;
};

Hash parse_hash(std::string_view body) {
  Hash hash{std::string(body.substr(0, body.find(' '))), 0};
  if (body.size() > hash.sha256.size())
    std::from_chars(body.data() + hash.sha256.size() + 1, body.data() + body.size(), hash.bytes);
  return hash;
}

} // namespace

Result<void> Conductor::take_answers() {
  for (WorkerPool::Event& event : pool_.wait(std::chrono::milliseconds(100))) {
    const std::size_t worker = event.worker % turns_.size();
    if (!event.message) {
      if (event.failure.status == status_of(Code::internal) &&
          ++ends_before_ready_ > most_false_starts)
        return fail(Code::internal, event.failure.message);
      // One that has no part in its turn just now: it is started again when it is needed.
      if (turns_[worker] && is_converter(event.worker) == turns_[worker]->in_conversion())
        on_end(worker, event.failure);
    } else if (event.message->kind == MessageKind::ready) {
      ends_before_ready_ = 0;
      if (!is_converter(event.worker))
        progress_.sandbox = event.message->body;
    } else if (!turns_[worker]) {
      continue;
    } else {
      const Result<void> taken = is_converter(event.worker)
                                     ? on_converter(worker, *event.message)
                                     : on_message(worker, std::move(*event.message));
      if (!taken)
        return taken;
    }
  }
  // The workers read on while this process stores.
  for (std::size_t worker = 0; worker < turns_.size(); ++worker)
    if (const Result<bool> fed = feed(worker); !fed)
      return tl::unexpected<Error>(fed.error());
  for (const Answer& answer : answers_)
    store(answer);
  answers_.clear();
  return {};
}

Result<void> Conductor::on_message(std::size_t worker, Message message) {
  switch (message.kind) {
  case MessageKind::hash:
    on_hash(worker, message.body);
    break;
  case MessageKind::record:
    answers_.push_back({end_turn(worker), std::move(message.body)});
    break;
  case MessageKind::entries:
    on_entries(worker, message.body);
    break;
  case MessageKind::failure:
    on_failure(worker, message.body);
    break;
  case MessageKind::foreign:
    return on_foreign(worker, message.body);
  case MessageKind::ready:
  case MessageKind::converted:
  case MessageKind::document:
  case MessageKind::go:
  case MessageKind::skip:
  case MessageKind::draw:
  case MessageKind::picture:
    break; // not a worker's to say, or not asked for
  }
  return {};
}

void Conductor::on_hash(std::size_t worker, std::string_view body) {
  Turn& turn = *turns_[worker];
  if (turn.detour) { // the hash of the DOCX: the document's own is known
    pool_.answer(worker, MessageKind::go);
    return;
  }
  const Hash hash = parse_hash(body);
  turn.sha256 = hash.sha256;
  turn.bytes = hash.bytes;
  if (turn.task.member.empty())
    turn.task.source.bytes = hash.bytes;
  const auto already = waiting_.find(turn.sha256);
  if (already == waiting_.end() && wanted(turn.sha256)) {
    waiting_[turn.sha256];
    pool_.answer(worker, MessageKind::go);
    return;
  }
  const Task task = std::move(turn.task);
  const std::string sha256 = std::move(turn.sha256);
  turns_[worker].reset();
  pool_.answer(worker, MessageKind::skip);
  pool_.finish(worker);
  if (already != waiting_.end()) {
    already->second.push_back(task); // the other turn answers for it
    return;
  }
  archive_.put_source(task.source, sha256);
  ++progress_.duplicates;
  task_done(task);
}

void Conductor::store(const Answer& answer) {
  const Turn& turn = answer.turn;
  auto record = unpack_record(answer.record, layouts_);
  // (The hash of a DOCX made on the way is not the document's.)
  if (!record || turn.sha256.empty() ||
      (!turn.detour && record->outcome.source.sha256 != turn.sha256)) {
    store_failure(turn, nonsense());
  } else if (turn.detour && turn.detour->misnamed && !record->outcome.report.layout) {
    store_failure(turn, {status_of(Code::unsupported), fill(phrases::misnamed), 1});
  } else {
    if (turn.detour) { // what was read is the DOCX that LibreOffice made
      record->outcome.source.format = turn.detour->kind;
      record->bytes = turn.bytes;
    }
    archive_.put_record(turn.sha256, *record);
    archive_.put_source(turn.task.source, turn.sha256);
    if (!options_.since.empty())
      reread_.insert(turn.sha256);
    ++progress_.converted;
    progress_.with_errors += has_error(*record) ? 1 : 0;
  }
  close(turn);
}

void Conductor::on_entries(std::size_t worker, std::string_view body) {
  const Turn turn = end_turn(worker);
  // Whoever has the same content is a ZIP of its own, with members of its own.
  const auto same = waiting_.extract(turn.sha256);
  if (!same.empty())
    members_.insert(members_.end(), same.mapped().begin(), same.mapped().end());
  const std::vector<std::string> names = listed_paths(body);
  if (names.empty()) {
    archive_.put_container(turn.task.source, 0);
    ++progress_.done;
    return;
  }
  const int count = static_cast<int>(names.size());
  containers_[container_path(turn.task)] = {turn.task.source, count, count};
  progress_.inputs += count;
  for (const std::string& name : names)
    members_.push_back(member_of(turn.task, name));
}

void Conductor::on_failure(std::size_t worker, std::string_view body) {
  store_failure(*turns_[worker], unpack_failure(body).value_or(nonsense()));
  close_turn(worker);
}

Result<void> Conductor::on_foreign(std::size_t worker, std::string_view body) {
  Turn& turn = *turns_[worker];
  const std::size_t converter = worker + turns_.size();
  turn.detour = Detour{Descriptor(memfd_create("docx", MFD_CLOEXEC)), {}, body == "misnamed"};
  pool_.finish(worker);
  if (const Result<void> started = pool_.ensure_started(converter); !started)
    return started;
  pool_.give(converter, '\0' + turn.task.member, turn.file.number());
  return {};
}

Result<void> Conductor::on_converter(std::size_t worker, const Message& message) {
  Turn& turn = *turns_[worker];
  const std::size_t converter = worker + turns_.size();
  if (!turn.in_conversion())
    return {};
  if (message.kind == MessageKind::hash && parse_hash(message.body).sha256 == turn.sha256) {
    pool_.answer(converter, MessageKind::go, {}, turn.detour->docx.number());
    return {};
  }
  if (message.kind == MessageKind::hash) {
    pool_.answer(converter, MessageKind::skip);
    store_failure(turn, {status_of(Code::unreadable), fill(phrases::changed_meanwhile), 1});
    close_turn(worker);
  } else if (message.kind == MessageKind::converted) {
    turn.detour->kind = message.body;
    if (const Result<void> started = pool_.ensure_started(worker); !started)
      return started;
    pool_.give(worker, std::string("converted.docx") + '\0', turn.detour->docx.number());
  } else {
    on_failure(worker, message.body);
  }
  pool_.finish(converter);
  return {};
}

void Conductor::on_end(std::size_t worker, Failure failure) {
  const Turn turn = std::move(*turns_[worker]);
  turns_[worker].reset();
  // Either half of a detour may have ended; the other must not answer into a later turn.
  pool_.discard(worker);
  if (turn.detour)
    pool_.discard(worker + turns_.size());
  const bool killed = failure.status == status::killed;
  if (killed ? turn.task.kills < most_kills : turn.task.attempt == 1) {
    // Once more, alone: the machine may have been short of memory or time for other reasons.
    Task again = turn.task;
    ++(killed ? again.kills : again.attempt);
    suspects_.push_back(std::move(again));
    // Whoever waits for the same content waits for the second attempt as suspects too.
    const auto others = waiting_.extract(turn.sha256);
    if (!others.empty())
      suspects_.insert(suspects_.end(), others.mapped().begin(), others.mapped().end());
    return;
  }
  failure.attempts = turn.task.attempt;
  store_failure(turn, failure);
  close(turn);
}

void Conductor::store_failure(const Turn& turn, const Failure& failure) {
  if (turn.sha256.empty()) {
    archive_.put_unreadable(turn.task.source, failure, command_for(turn.task));
  } else {
    archive_.put_failure(turn.sha256, failure, command_for(turn.task));
    archive_.put_source(turn.task.source, turn.sha256);
  }
  ++progress_.failed;
}

Conductor::Turn Conductor::end_turn(std::size_t worker) {
  Turn turn = std::move(*turns_[worker]);
  turns_[worker].reset();
  pool_.finish(worker);
  return turn;
}

void Conductor::close_turn(std::size_t worker) {
  close(end_turn(worker));
}

void Conductor::close(const Turn& turn) {
  task_done(turn.task);
  release_waiting(turn.sha256);
}

void Conductor::release_waiting(const std::string& sha256) {
  const auto waiting = waiting_.extract(sha256);
  if (waiting.empty())
    return;
  // They know the content now; what it is worth under their own names is told as for any input.
  members_.insert(members_.end(), waiting.mapped().begin(), waiting.mapped().end());
}

void Conductor::task_done(const Task& task) {
  ++progress_.done;
  if (task.member.empty())
    return;
  const auto found = containers_.find(container_path(task));
  if (found == containers_.end() || --found->second.open > 0)
    return;
  archive_.put_container(found->second.source, found->second.members);
  ++progress_.done;
  containers_.erase(found);
}

} // namespace gouji
