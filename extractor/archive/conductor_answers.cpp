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
  bool working = false;
  for (std::size_t worker = 0; worker < lanes_.size(); ++worker)
    working = working || !is_idle(worker);
  // Where all is done already there is nobody to wait for.
  for (WorkerPool::Event& event : pool_.wait(std::chrono::milliseconds(working ? 100 : 0)))
    if (Result<void> taken = on_event(std::move(event)); !taken)
      return taken;
  // The workers read on while this process stores.
  for (std::size_t worker = 0; worker < lanes_.size(); ++worker)
    if (is_idle(worker))
      if (const Result<bool> fed = feed(worker); !fed)
        return tl::unexpected<Error>(fed.error());
  for (const Answer& answer : answers_)
    store(answer);
  answers_.clear();
  return {};
}

Result<void> Conductor::on_event(WorkerPool::Event event) {
  const std::size_t worker = event.worker % lanes_.size();
  const bool converter = is_converter(event.worker);
  if (!event.message) {
    if (event.failure.status == status_of(Code::internal) &&
        ++ends_before_ready_ > most_false_starts)
      return fail(Code::internal, event.failure.message);
    converter ? on_converter_end(worker, event.failure) : on_end(worker, event.failure);
    return {};
  }
  if (event.message->kind == MessageKind::ready) {
    ends_before_ready_ = 0;
    if (!converter)
      progress_.sandbox = event.message->body;
    return {};
  }
  return converter ? on_converter(worker, *event.message)
                   : on_message(worker, std::move(*event.message));
}

Result<void> Conductor::on_message(std::size_t worker, Message message) {
  std::deque<Turn>& asked = lanes_[worker].asked;
  const bool is_hash = message.kind == MessageKind::hash;
  if (asked.empty() || (message.kind != MessageKind::failure && is_hash == asked.front().read)) {
    pool_.discard(worker); // no answer to what it was asked
    on_end(worker, nonsense());
    return {};
  }
  if (is_hash)
    return on_hash(worker, message.body);
  Turn turn = std::move(asked.front());
  asked.pop_front();
  if (asked.empty())
    pool_.finish(worker);
  switch (message.kind) {
  case MessageKind::record:
    answers_.push_back({std::move(turn), std::move(message.body)});
    break;
  case MessageKind::entries:
    on_entries(turn, message.body);
    break;
  case MessageKind::foreign:
    return on_foreign(worker, std::move(turn), message.body);
  default: // a failure, or what is not a worker's to say
    on_failure(turn, message.body);
    break;
  }
  return {};
}

/// Is the document to be converted? It is done with when not.
bool Conductor::decide(Turn& turn, const std::string& sha256, std::int64_t bytes) {
  if (turn.detour)
    return true; // the hash of the DOCX: the document's own is known
  turn.sha256 = sha256;
  turn.bytes = bytes;
  if (turn.task.member.empty())
    turn.task.source.bytes = bytes;
  const auto already = waiting_.find(sha256);
  if (already != waiting_.end()) {
    already->second.push_back(turn.task); // the other turn answers for it
    return false;
  }
  if (wanted(sha256)) {
    waiting_[sha256];
    return true;
  }
  archive_.put_source(turn.task.source, sha256);
  ++progress_.duplicates;
  task_done(turn.task);
  return false;
}

Result<void> Conductor::on_hash(std::size_t worker, std::string_view body) {
  std::deque<Turn>& asked = lanes_[worker].asked;
  Turn turn = std::move(asked.front());
  asked.pop_front();
  const Hash hash = parse_hash(body);
  const bool go = decide(turn, hash.sha256, hash.bytes);
  // First the next one to read, then this one to convert.
  if (const Result<bool> fed = feed(worker); !fed)
    return tl::unexpected<Error>(fed.error());
  pool_.answer(worker, go ? MessageKind::go : MessageKind::skip);
  if (go) {
    turn.read = true;
    asked.push_back(std::move(turn));
  }
  if (asked.empty())
    pool_.finish(worker);
  return {};
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

void Conductor::on_entries(const Turn& turn, std::string_view body) {
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

void Conductor::on_failure(const Turn& turn, std::string_view body) {
  store_failure(turn, unpack_failure(body).value_or(nonsense()));
  close(turn);
}

Result<void> Conductor::on_foreign(std::size_t worker, Turn turn, std::string_view body) {
  turn.detour = Detour{Descriptor(memfd_create("docx", MFD_CLOEXEC)), {}, body == "misnamed"};
  std::deque<Turn>& foreign = lanes_[worker].foreign;
  foreign.push_back(std::move(turn));
  return foreign.size() == 1 ? start_conversion(worker) : Result<void>();
}

/// Hands the first of the foreign documents, if there is one, to the worker's converter.
Result<void> Conductor::start_conversion(std::size_t worker) {
  const std::deque<Turn>& foreign = lanes_[worker].foreign;
  const std::size_t converter = worker + lanes_.size();
  if (foreign.empty())
    return {};
  if (Result<void> started = pool_.ensure_started(converter); !started)
    return started;
  pool_.give(converter, '\0' + foreign.front().task.member, foreign.front().file.number());
  return {};
}

Result<void> Conductor::on_converter(std::size_t worker, const Message& message) {
  std::deque<Turn>& foreign = lanes_[worker].foreign;
  const std::size_t converter = worker + lanes_.size();
  if (foreign.empty()) {
    pool_.discard(converter); // it was asked for nothing, and would wait for a decision
    return {};
  }
  const bool is_hash = message.kind == MessageKind::hash;
  if (is_hash && parse_hash(message.body).sha256 == foreign.front().sha256) {
    pool_.answer(converter, MessageKind::go, {}, foreign.front().detour->docx.number());
    return {};
  }
  Turn turn = std::move(foreign.front());
  foreign.pop_front();
  pool_.finish(converter);
  if (is_hash) {
    pool_.answer(converter, MessageKind::skip);
    store_failure(turn, {status_of(Code::unreadable), fill(phrases::changed_meanwhile), 1});
    close(turn);
  } else if (message.kind == MessageKind::converted) {
    turn.detour->kind = message.body;
    turn.read = false;
    if (Result<void> started = pool_.ensure_started(worker); !started)
      return started;
    pool_.give(worker, std::string("converted.docx") + '\0', turn.detour->docx.number());
    lanes_[worker].asked.push_back(std::move(turn));
  } else {
    on_failure(turn, message.body);
  }
  return start_conversion(worker);
}

void Conductor::on_end(std::size_t worker, const Failure& failure) {
  std::deque<Turn> asked;
  asked.swap(lanes_[worker].asked);
  if (asked.empty())
    return; // it is started again when it is needed
  Turn guilty = std::move(asked.front());
  asked.pop_front();
  for (const Turn& turn : asked)
    give_back(turn);
  judge(std::move(guilty), failure);
}

void Conductor::on_converter_end(std::size_t worker, const Failure& failure) {
  std::deque<Turn> foreign;
  foreign.swap(lanes_[worker].foreign);
  if (foreign.empty())
    return;
  // One started since then, in the same batch of events, is at a turn that is over now.
  pool_.discard(worker + lanes_.size());
  Turn guilty = std::move(foreign.front());
  foreign.pop_front();
  for (const Turn& turn : foreign)
    give_back(turn);
  judge(std::move(guilty), failure);
}

/// What becomes of a document that a process ended with.
void Conductor::judge(Turn turn, Failure failure) {
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

/// A document that had no part in the end of its worker goes to another.
void Conductor::give_back(const Turn& turn) {
  members_.push_back(turn.task);
  release_waiting(turn.sha256);
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
