// SPDX-License-Identifier: GPL-3.0-or-later
// Handing out: the next input that is not done yet, opened, to a worker that has none.
#include "archive/conductor.h"

#include <algorithm>

namespace gouji {

namespace {

/// A worker for every job, and a converter for each of them.
std::vector<WorkerSetup> setups(const BulkOptions& options) {
  const auto jobs = static_cast<std::size_t>(options.jobs);
  std::vector<WorkerSetup> all(jobs, options.workers);
  all.insert(all.end(), jobs, options.converters);
  return all;
}

} // namespace

Conductor::Conductor(const BulkOptions& options, const Layouts& layouts, Archive& archive,
                     BulkProgress& progress)
    : options_(options), layouts_(layouts), archive_(archive), progress_(progress),
      inputs_(options.inputs, options.shard), pool_(setups(options)),
      lanes_(static_cast<std::size_t>(options.jobs)) {}

std::optional<Task> Conductor::next_task() {
  if (!members_.empty()) {
    Task task = std::move(members_.front());
    members_.pop_front();
    return task;
  }
  auto path = inputs_.next();
  return path ? std::optional(whole_file(std::move(*path))) : std::nullopt;
}

bool Conductor::outdated(const Archive::Versions& versions) const {
  if (options_.since.empty())
    return false;
  if (options_.since == "layouts")
    return versions.layouts != options_.layouts;
  return lower_version(versions.program, options_.since);
}

bool Conductor::is_done(const Task& task) {
  switch (archive_.recorded(task.source)) {
  case Known::no:
    return false;
  case Known::failure:
    return !options_.retry_failed;
  case Known::container: // its members are looked at one by one
    return !options_.retry_failed && options_.since.empty();
  case Known::document:
    break;
  }
  if (options_.since.empty())
    return true;
  const auto versions = archive_.source_versions(task.source.path);
  return !versions || !outdated(*versions);
}

bool Conductor::wanted(const std::string& sha256) {
  switch (archive_.known(sha256)) {
  case Known::document: {
    const auto versions = archive_.versions(sha256);
    return versions && outdated(*versions) && !reread_.contains(sha256);
  }
  case Known::failure: {
    // Under another name the same content may be welcome (pipeline/process.h).
    const auto failure = archive_.failed(sha256);
    return failure.status == status_of(Code::unsupported) ||
           (options_.retry_failed && failure.run != archive_.run());
  }
  case Known::no:
  case Known::container:
    break;
  }
  return true;
}

Result<bool> Conductor::assign(std::size_t worker, Task task) {
  // Links are followed only where the user named them: what a walk finds must not lead elsewhere.
  const bool named =
      std::find(options_.inputs.begin(), options_.inputs.end(), task.path) != options_.inputs.end();
  auto file = open_task(task, named);
  if (!file) {
    archive_.put_unreadable(task.source, file.error(), command_for(task));
    ++progress_.failed;
    task_done(task);
    return false;
  }
  if (is_done(task)) {
    ++progress_.kept;
    task_done(task);
    return false;
  }
  if (const Result<void> started = pool_.ensure_started(worker); !started)
    return tl::unexpected<Error>(started.error());
  pool_.give(worker, request_for(task), file->number());
  lanes_[worker].asked.push_back({std::move(task), std::move(*file), {}, 0, false, {}});
  return true;
}

bool Conductor::is_idle(std::size_t worker) const {
  return lanes_[worker].asked.empty() && lanes_[worker].foreign.empty();
}

/// Gives a worker one more document. False when there is none left.
Result<bool> Conductor::feed(std::size_t worker) {
  if (!lanes_[worker].foreign.empty())
    return true; // a job is one busy process: now its converter
  // Many inputs may be done already: a bounded number, so that answers are taken in between.
  bool found = false;
  for (int tries = 0; tries < 1'000; ++tries) {
    auto task = next_task();
    if (!task)
      break;
    found = true;
    Result<bool> given = assign(worker, std::move(*task));
    if (!given || *given)
      return given;
  }
  return found;
}

Result<bool> Conductor::hand_out() {
  bool working = false;
  for (std::size_t worker = 0; worker < lanes_.size(); ++worker) {
    Result<bool> fed = is_idle(worker) ? feed(worker) : Result<bool>(true);
    if (!fed)
      return fed;
    working = working || *fed;
  }
  if (working || suspects_.empty())
    return working;
  Task suspect = std::move(suspects_.front());
  suspects_.pop_front();
  const Result<bool> given = assign(0, std::move(suspect));
  return given ? Result<bool>(true) : given;
}

void Conductor::note_slowest() {
  progress_.slowest.clear();
  progress_.slowest_for = {};
  const auto look = [&](const std::deque<Turn>& turns, std::size_t process) {
    const auto busy =
        std::chrono::duration_cast<std::chrono::milliseconds>(pool_.busy_for(process));
    if (!turns.empty() && busy >= progress_.slowest_for) {
      progress_.slowest_for = busy;
      progress_.slowest = turns.front().task.source.path;
    }
  };
  for (std::size_t worker = 0; worker < lanes_.size(); ++worker) {
    look(lanes_[worker].asked, worker);
    look(lanes_[worker].foreign, worker + lanes_.size());
  }
}

} // namespace gouji
