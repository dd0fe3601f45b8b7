// SPDX-License-Identifier: GPL-3.0-or-later
// The worst pictures first, each given to the next free worker.
#include "archive/page_pictures.h"

#include "archive/task.h"

#include <fmt/format.h>

#include <algorithm>
#include <numeric>
#include <optional>

namespace gouji {

namespace {

std::string base64(std::string_view bytes) {
  constexpr std::string_view digits =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"; // RFC 4648 §4
  std::string out;
  out.reserve((bytes.size() + 2) / 3 * 4);
  for (std::size_t at = 0; at < bytes.size(); at += 3) {
    const std::size_t count = std::min<std::size_t>(3, bytes.size() - at);
    std::uint32_t group = 0;
    for (std::size_t i = 0; i < 3; ++i)
      group = group << 8 | (i < count ? static_cast<unsigned char>(bytes[at + i]) : 0u);
    for (std::size_t i = 0; i < 4; ++i)
      out += i <= count ? digits[group >> (18 - 6 * i) & 63] : '=';
  }
  return out;
}

/// A document's file opened, and where it is.
struct OpenedSource {
  Task task;
  Descriptor file;
};

/// The first path of the document behind which there is a file.
std::optional<OpenedSource> open_source(Database& db, const std::string& sha256) {
  Statement containers = prepare_containers(db);
  Statement paths = db.prepare("SELECT s.path FROM source s JOIN document d ON d.id=s.document "
                               "WHERE d.sha256=? ORDER BY s.path");
  paths.bind(sha256);
  while (paths.row()) {
    Task task = recorded_task(std::string(paths.text(0)), containers);
    if (auto file = open_task(task, true))
      return OpenedSource{std::move(task), std::move(*file)};
  }
  return std::nullopt;
}

/// One pass over the wanted pictures.
class Drawing {
public:
  Drawing(ArchiveReading& archive, const std::vector<WantedPicture>& wanted,
          const PictureSetup& setup)
      : archive_(archive), wanted_(wanted),
        pool_(std::vector(static_cast<std::size_t>(setup.jobs), setup.workers)),
        turns_(static_cast<std::size_t>(setup.jobs)), pictures_(wanted.size()),
        order_(wanted.size()) {
    std::iota(order_.begin(), order_.end(), std::size_t{0});
    std::stable_sort(order_.begin(), order_.end(), [&](std::size_t a, std::size_t b) {
      return wanted_[a].weight > wanted_[b].weight;
    });
    order_.resize(std::min(order_.size(), setup.most));
  }

  std::vector<std::string> run() {
    while (hand_out())
      for (WorkerPool::Event& event : pool_.wait(std::chrono::milliseconds(100)))
        take(event);
    return std::move(pictures_);
  }

private:
  /// False when nothing is left to do.
  bool hand_out() {
    for (std::size_t worker = 0; worker < turns_.size(); ++worker)
      while (!turns_[worker] && next_ < order_.size() && failed_starts_ < 3)
        give(worker, order_[next_++]);
    return std::any_of(turns_.begin(), turns_.end(), [](const auto& turn) { return turn; });
  }

  void give(std::size_t worker, std::size_t picture) {
    const auto source = open_source(archive_.database(), wanted_[picture].sha256);
    if (!source)
      return;
    if (pool_.ensure_started(worker)) {
      pool_.give(worker, request_for(source->task), source->file.number());
      turns_[worker] = picture;
    } else {
      ++failed_starts_;
    }
  }

  void take(WorkerPool::Event& event) {
    if (!event.message) { // the worker ended: this picture is not to be had
      failed_starts_ += event.failure.status == status_of(Code::internal);
      turns_[event.worker].reset();
      return;
    }
    if (event.message->kind == MessageKind::ready || !turns_[event.worker])
      return;
    const WantedPicture& wanted = wanted_[*turns_[event.worker]];
    if (event.message->kind == MessageKind::hash) {
      if (event.message->body.starts_with(wanted.sha256 + ' ')) {
        pool_.answer(event.worker, MessageKind::draw,
                     fmt::format("{} {} {} {} {}", wanted.page, wanted.area.x0, wanted.area.y0,
                                 wanted.area.x1, wanted.area.y1));
        return;
      }
      pool_.answer(event.worker, MessageKind::skip); // the file has changed since
    } else if (event.message->kind == MessageKind::picture) {
      pictures_[*turns_[event.worker]] = base64(event.message->body);
    }
    pool_.finish(event.worker);
    turns_[event.worker].reset();
  }

  ArchiveReading& archive_;
  const std::vector<WantedPicture>& wanted_;
  WorkerPool pool_;
  std::vector<std::optional<std::size_t>> turns_; ///< by worker: index into wanted_
  std::vector<std::string> pictures_;
  std::vector<std::size_t> order_; ///< of what is to be drawn, worst first
  std::size_t next_ = 0;
  int failed_starts_ = 0; ///< so many, and the rest goes without pictures
};

} // namespace

std::vector<std::string> draw_pictures(ArchiveReading& archive,
                                       const std::vector<WantedPicture>& wanted,
                                       const PictureSetup& setup) {
  return Drawing(archive, wanted, setup).run();
}

} // namespace gouji
