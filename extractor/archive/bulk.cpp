// SPDX-License-Identifier: GPL-3.0-or-later
// The run as a whole: open, convert, commit by batches, close.
#include "archive/bulk.h"

#include "archive/archive.h"
#include "archive/conductor.h"
#include "archive/layout_rows.h"
#include "archive/prior_years.h"
#include "archive/task.h"

#include <fmt/format.h>

#include <charconv>

namespace gouji {

namespace {

/// What a crash costs: the work of a batch.
constexpr std::int64_t batch_documents = 128;
constexpr std::chrono::milliseconds batch_time{500};
constexpr std::chrono::milliseconds report_time{250};

std::string run_name(const Shard& shard) {
  return shard.count > 1 ? fmt::format("bulk {}/{}", shard.number, shard.count) : "bulk";
}

/// Commits and reports now and then.
class Housekeeping {
public:
  Housekeeping(Archive& archive, BulkProgress& progress,
               const std::function<void(const BulkProgress&)>& report)
      : archive_(archive), progress_(progress), report_(report) {}

  void look(Conductor& conductor) {
    const auto now = Clock::now();
    progress_.elapsed = std::chrono::duration_cast<std::chrono::milliseconds>(now - start_);
    if (progress_.done - committed_ >= batch_documents || now - commit_ > batch_time) {
      archive_.commit();
      committed_ = progress_.done;
      commit_ = now;
    }
    if (now - reported_ > report_time) {
      conductor.note_slowest();
      report_(progress_);
      reported_ = now;
    }
  }

private:
  Archive& archive_;
  BulkProgress& progress_;
  const std::function<void(const BulkProgress&)>& report_;
  Clock::time_point start_ = Clock::now(), commit_ = start_, reported_ = start_;
  std::int64_t committed_ = 0;
};

Result<void> work(const BulkOptions& options, const Layouts& layouts, Archive& archive,
                  BulkProgress& progress, const std::function<void(const BulkProgress&)>& report,
                  const std::atomic<bool>& stop) {
  Conductor conductor(options, layouts, archive, progress);
  Housekeeping housekeeping(archive, progress, report);
  for (;;) {
    const Result<bool> working = conductor.hand_out();
    if (!working)
      return tl::unexpected<Error>(working.error());
    if (!*working)
      return {};
    if (Result<void> taken = conductor.take_answers(); !taken)
      return taken;
    housekeeping.look(conductor);
    if (stop) {
      progress.stopped = true;
      return {};
    }
  }
}

} // namespace

bool lower_version(std::string_view a, std::string_view b) {
  const auto next_number = [](std::string_view& text) {
    int number = 0;
    std::from_chars(text.data(), text.data() + text.size(), number);
    text.remove_prefix(std::min(text.find('.'), text.size()));
    text.remove_prefix(text.empty() ? 0 : 1);
    return number;
  };
  while (!a.empty() || !b.empty()) {
    const int left = next_number(a), right = next_number(b);
    if (left != right)
      return left < right;
  }
  return false;
}

Result<BulkProgress> convert_bulk(const BulkOptions& options, const Layouts& layouts,
                                  const std::function<void(const BulkProgress&)>& report,
                                  const std::atomic<bool>& stop) {
  Result<Archive> archive = Archive::open(options.archive);
  if (!archive)
    return tl::unexpected<Error>(archive.error());
  try {
    archive->begin_run({run_name(options.shard), options.program, options.layouts}, layouts);
    BulkProgress progress;
    progress.inputs = count_inputs(options.inputs, options.shard);
    const Result<void> done = work(options, layouts, *archive, progress, report, stop);
    archive->commit();
    if (!done)
      return tl::unexpected<Error>(done.error());
    if (!progress.stopped) {
      archive->drop_orphans();
      name_commands(*archive);
      compare_years(*archive, layouts, options.prior);
    }
    progress.any_failure = archive->counts().failures > 0;
    if (!progress.stopped)
      archive->end_run(progress.sandbox);
    progress.finished = true;
    report(progress);
    return progress;
  } catch (const DatabaseError& error) {
    return tl::unexpected<Error>(Error{Code::unreadable, describe(error), options.archive, 0, 0});
  }
}

} // namespace gouji
