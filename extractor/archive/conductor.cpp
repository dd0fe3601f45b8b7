// SPDX-License-Identifier: GPL-3.0-or-later
// One turn: open the input, give it to a worker, hear its hash, decide, store the answer.
#include "archive/conductor.h"

#include "archive/messages.h"
#include "archive/wire.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <charconv>
#include <cstring>

namespace gouji {

namespace {

/// A document whose worker somebody else ends this often is given up.
constexpr int most_kills = 4;

/// A path as a POSIX shell takes it.
std::string shell_word(const std::string& text) {
  std::string out = "'";
  for (const char c : text)
    out += c == '\'' ? std::string("'\\''") : std::string(1, c);
  return out + "'";
}

/// A command that shows a failure again.
std::string command_for(const Task& task) {
  if (task.member.empty())
    return "gouji convert " + shell_word(task.source.path);
  const std::string zip = task.source.path.substr(0, task.source.path.rfind("!/"));
  return fmt::format("unzip -p {} {} | gouji convert -", shell_word(zip),
                     shell_word(shown_path(task.member)));
}

bool has_error(const Record& record) {
  for (const Finding& finding : record.outcome.findings)
    if (finding.severity == Severity::error)
      return true;
  return false;
}

Failure open_failure(int error) {
  if (error == ENOENT || error == ENOTDIR)
    return {status_of(Code::missing), fill(phrases::no_such_input), 1};
  // What O_NOFOLLOW and sockets answer.
  if (error == ELOOP || error == ENXIO || error == EISDIR)
    return {status::skipped, fill(phrases::not_regular), 1};
  return {status_of(Code::unreadable), fill(phrases::bulk_cannot_read, std::strerror(error)), 1};
}

} // namespace

Conductor::Conductor(const BulkOptions& options, const Layouts& layouts, Archive& archive,
                     BulkProgress& progress)
    : options_(options), layouts_(layouts), archive_(archive), progress_(progress),
      inputs_(options.inputs, options.shard), pool_(options.workers, options.jobs),
      turns_(static_cast<std::size_t>(options.jobs)) {}

std::optional<Task> Conductor::next_task() {
  if (!members_.empty()) {
    Task task = std::move(members_.front());
    members_.pop_front();
    return task;
  }
  auto path = inputs_.next();
  if (!path)
    return std::nullopt;
  Task task;
  task.source.path = shown_path(*path);
  task.path = std::move(*path);
  return task;
}

std::optional<int> Conductor::open_input(Task& task) {
  // Links are followed only where the user named them: what a walk finds must not lead elsewhere.
  const bool named =
      std::find(options_.inputs.begin(), options_.inputs.end(), task.path) != options_.inputs.end();
  const int flags = O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY | (named ? 0 : O_NOFOLLOW);
  const int file = open(task.path.c_str(), flags);
  const int error = errno;
  struct stat status {};
  if (file >= 0 && fstat(file, &status) == 0 && S_ISREG(status.st_mode)) {
    task.source.bytes = status.st_size;
    task.source.modified =
        std::int64_t{status.st_mtim.tv_sec} * 1'000'000'000 + status.st_mtim.tv_nsec;
    return file;
  }
  if (file >= 0)
    close(file);
  if (!archive_.has_source(task.source, true))
    archive_.put_unreadable(task.source,
                            file >= 0 ? Failure{status::skipped, fill(phrases::not_regular), 1}
                                      : open_failure(error),
                            command_for(task));
  ++progress_.failed;
  task_done(task);
  return std::nullopt;
}

bool Conductor::outdated(const Archive::Versions& versions) const {
  if (options_.since.empty())
    return false;
  if (options_.since == "layouts")
    return versions.layouts != options_.layouts;
  return lower_version(versions.program, options_.since);
}

bool Conductor::is_done(const Task& task) {
  if (!archive_.has_source(task.source, options_.retry_failed))
    return false;
  if (options_.since.empty())
    return true;
  const auto versions = archive_.source_versions(task.source.path);
  return !versions || !outdated(*versions);
}

bool Conductor::wanted(const std::string& sha256) {
  switch (archive_.known(sha256)) {
  case Known::no:
    return true;
  case Known::document: {
    const auto versions = archive_.versions(sha256);
    return versions && outdated(*versions) && !reread_.contains(sha256);
  }
  case Known::failure:
    return options_.retry_failed && archive_.failure_run(sha256) != archive_.run();
  }
  return false;
}

Result<bool> Conductor::assign(std::size_t worker, Task task) {
  const std::optional<int> file = open_input(task);
  if (!file)
    return false;
  if (is_done(task)) {
    close(*file);
    ++progress_.kept;
    task_done(task);
    return false;
  }
  const Result<void> started = pool_.ensure_started(worker);
  if (!started) {
    close(*file);
    return tl::unexpected<Error>(started.error());
  }
  const std::string name = task.member.empty() ? task.path : task.member;
  pool_.give(worker, name + '\0' + task.member, *file);
  close(*file);
  turns_[worker] = Turn{std::move(task), {}};
  return true;
}

Result<bool> Conductor::hand_out() {
  bool working = false;
  for (std::size_t worker = 0; worker < turns_.size(); ++worker) {
    // Many inputs may be done already: a bounded number, so that answers are taken in between.
    for (int tries = 0; !turns_[worker] && tries < 1'000; ++tries) {
      auto task = next_task();
      if (!task)
        break;
      const Result<bool> given = assign(worker, std::move(*task));
      if (!given)
        return given;
      working = true;
    }
    working = working || turns_[worker].has_value();
  }
  if (working || suspects_.empty())
    return working;
  Task suspect = std::move(suspects_.front());
  suspects_.pop_front();
  const Result<bool> given = assign(0, std::move(suspect));
  return given ? Result<bool>(true) : given;
}

Result<void> Conductor::take_answers() {
  for (WorkerPool::Event& event : pool_.wait(std::chrono::milliseconds(100))) {
    if (event.message) {
      on_message(event.worker, std::move(*event.message));
      continue;
    }
    if (event.failure.status == status_of(Code::internal) && ++ends_before_ready_ > 3)
      return fail(Code::internal, event.failure.message);
    on_end(event.worker, std::move(event.failure));
  }
  return {};
}

void Conductor::on_message(std::size_t worker, Message message) {
  switch (message.kind) {
  case MessageKind::ready:
    ends_before_ready_ = 0;
    progress_.sandbox = message.body;
    return;
  case MessageKind::hash:
    return on_hash(worker, message.body);
  case MessageKind::record:
    return on_record(worker, message.body);
  case MessageKind::entries:
    return on_entries(worker, message.body);
  case MessageKind::failure:
    if (turns_[worker]) {
      const auto failure = unpack_failure(message.body);
      store_failure(*turns_[worker],
                    failure.value_or(Failure{status::crash, fill(phrases::nonsense_answer), 1}));
      close_turn(worker);
    }
    return;
  case MessageKind::document:
  case MessageKind::go:
  case MessageKind::skip:
  case MessageKind::draw:
  case MessageKind::picture:
    return; // not a worker's to say, or not asked for
  }
}

void Conductor::on_hash(std::size_t worker, std::string_view body) {
  if (!turns_[worker])
    return;
  Turn& turn = *turns_[worker];
  turn.sha256 = body.substr(0, body.find(' '));
  if (turn.task.member.empty() && body.size() > turn.sha256.size())
    std::from_chars(body.data() + turn.sha256.size() + 1, body.data() + body.size(),
                    turn.task.source.bytes);
  const auto already = waiting_.find(turn.sha256);
  if (already != waiting_.end()) {
    already->second.push_back(turn.task);
    turn.sha256.clear(); // the other turn answers for it
    pool_.answer(worker, MessageKind::skip);
    pool_.finish(worker);
    turns_[worker].reset();
    return;
  }
  if (wanted(turn.sha256)) {
    waiting_[turn.sha256];
    pool_.answer(worker, MessageKind::go);
    return;
  }
  archive_.put_source(turn.task.source, turn.sha256);
  ++progress_.duplicates;
  const Task task = turn.task;
  pool_.answer(worker, MessageKind::skip);
  pool_.finish(worker);
  turns_[worker].reset();
  task_done(task);
}

void Conductor::on_record(std::size_t worker, std::string_view body) {
  if (!turns_[worker])
    return;
  const Turn& turn = *turns_[worker];
  const auto record = unpack_record(body, layouts_);
  if (!record || turn.sha256.empty()) {
    store_failure(turn, {status::crash, fill(phrases::nonsense_answer), turn.task.attempt});
  } else {
    archive_.put_record(turn.sha256, *record);
    archive_.put_source(turn.task.source, turn.sha256);
    if (!options_.since.empty())
      reread_.insert(turn.sha256);
    ++progress_.converted;
    progress_.with_errors += has_error(*record) ? 1 : 0;
  }
  close_turn(worker);
}

void Conductor::on_entries(std::size_t worker, std::string_view body) {
  if (!turns_[worker])
    return;
  const Task container = turns_[worker]->task;
  const std::string sha256 = turns_[worker]->sha256;
  Container& entry = containers_[container.source.path];
  entry.source = container.source;
  for (const std::string& name : listed_paths(body)) {
    Task member = container;
    member.member = name;
    member.attempt = 1;
    member.source.path += "!/" + shown_path(name);
    members_.push_back(std::move(member));
    ++entry.members;
  }
  entry.open = entry.members;
  progress_.inputs += entry.members;
  pool_.finish(worker);
  turns_[worker].reset();
  waiting_.erase(sha256);
  if (entry.members == 0) {
    archive_.put_container(container.source, 0);
    containers_.erase(container.source.path);
    ++progress_.done;
  }
}

void Conductor::on_end(std::size_t worker, Failure failure) {
  if (!turns_[worker])
    return;
  Turn turn = std::move(*turns_[worker]);
  turns_[worker].reset();
  const bool killed = failure.status == status::killed;
  if (killed ? turn.task.kills < most_kills : turn.task.attempt == 1) {
    // Once more, alone: the machine may have been short of memory or time for other reasons.
    Task again = turn.task;
    ++(killed ? again.kills : again.attempt);
    suspects_.push_back(std::move(again));
    if (!turn.sha256.empty()) {
      // Whoever waits for the same content waits for the second attempt as suspects too.
      const auto others = waiting_.extract(turn.sha256);
      if (!others.empty())
        for (Task& other : others.mapped())
          suspects_.push_back(std::move(other));
    }
    return;
  }
  failure.attempts = turn.task.attempt;
  store_failure(turn, failure);
  task_done(turn.task);
  if (!turn.sha256.empty())
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

void Conductor::close_turn(std::size_t worker) {
  const Turn turn = std::move(*turns_[worker]);
  turns_[worker].reset();
  pool_.finish(worker);
  task_done(turn.task);
  if (!turn.sha256.empty())
    release_waiting(turn.sha256);
}

void Conductor::release_waiting(const std::string& sha256) {
  const auto waiting = waiting_.extract(sha256);
  if (waiting.empty())
    return;
  for (const Task& task : waiting.mapped()) {
    archive_.put_source(task.source, sha256);
    ++progress_.duplicates;
    task_done(task);
  }
}

void Conductor::task_done(const Task& task) {
  ++progress_.done;
  if (task.member.empty())
    return;
  const std::string path = task.source.path.substr(0, task.source.path.rfind("!/"));
  const auto found = containers_.find(path);
  if (found == containers_.end() || --found->second.open > 0)
    return;
  archive_.put_container(found->second.source, found->second.members);
  ++progress_.done;
  containers_.erase(found);
}

void Conductor::note_slowest() {
  progress_.slowest.clear();
  progress_.slowest_for = {};
  for (std::size_t worker = 0; worker < turns_.size(); ++worker) {
    const auto busy = std::chrono::duration_cast<std::chrono::milliseconds>(pool_.busy_for(worker));
    if (turns_[worker] && busy >= progress_.slowest_for) {
      progress_.slowest_for = busy;
      progress_.slowest = turns_[worker]->task.source.path;
    }
  }
}

} // namespace gouji
