// SPDX-License-Identifier: GPL-3.0-or-later
// Progress in four styles.
#include "cli/progress.h"

#include "cli/archive_messages.h"
#include "text/normalize.h"
#include "writers/json_stream.h"

#include <fmt/format.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include <cstdio>
#include <cstdlib>

namespace gouji {

namespace {

double seconds(std::chrono::milliseconds time) {
  return static_cast<double>(time.count()) / 1000;
}

double rate(const BulkProgress& progress) {
  const auto worked = static_cast<double>(progress.done - progress.kept);
  return progress.elapsed.count() > 0 ? worked / seconds(progress.elapsed) : 0;
}

/// "1:02:03", "02:03"; "?" while nothing is known.
std::string remaining(const BulkProgress& progress) {
  const double speed = rate(progress);
  if (speed <= 0)
    return "?";
  const auto left = static_cast<long>(static_cast<double>(progress.inputs - progress.done) / speed);
  return left >= 3600 ? fmt::format("{}:{:02}:{:02}", left / 3600, left / 60 % 60, left % 60)
                      : fmt::format("{:02}:{:02}", left / 60, left % 60);
}

std::string text_of(const BulkProgress& progress, Language language) {
  const std::int64_t share =
      progress.inputs > 0 ? progress.done * 100 / progress.inputs : std::int64_t{100};
  std::string text = fill(phrases::progress_line, progress.done, progress.inputs, share,
                          fmt::format("{:.1f}", rate(progress)), remaining(progress),
                          progress.converted, progress.with_errors, progress.failed)
                         .in(language);
  if (progress.slowest_for > std::chrono::seconds(2))
    text += fill(phrases::progress_slowest, fmt::format("{:.0f}", seconds(progress.slowest_for)),
                 progress.slowest)
                .in(language);
  return text;
}

int terminal_width() {
  winsize size{};
  return ioctl(STDERR_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0 ? size.ws_col : 80;
}

/// As many characters as fit; CJK ones take two places.
std::string fitted(std::string_view text, int width) {
  std::string out;
  for (const char32_t c : to_u32(text)) {
    width -= c >= 0x2E80 ? 2 : 1;
    if (width < 0)
      break;
    append_utf8(out, c);
  }
  return out;
}

} // namespace

ProgressDisplay::ProgressDisplay(ProgressStyle style, Language language)
    : style_(style), language_(language) {
  if (style_ != ProgressStyle::automatic)
    return;
  const char* terminal = std::getenv("TERM");
  const bool draws = isatty(STDERR_FILENO) == 1 && terminal && std::string_view(terminal) != "dumb";
  style_ = draws ? ProgressStyle::bar : ProgressStyle::lines;
}

void ProgressDisplay::show(const BulkProgress& progress) {
  switch (style_) {
  case ProgressStyle::bar:
    return show_bar(progress);
  case ProgressStyle::lines:
    return show_line(progress);
  case ProgressStyle::json:
    return show_json(progress);
  case ProgressStyle::automatic:
  case ProgressStyle::none:
    return;
  }
}

void ProgressDisplay::show_bar(const BulkProgress& progress) {
  constexpr int cells = 20;
  const auto full =
      progress.inputs > 0 ? static_cast<int>(progress.done * cells / progress.inputs) : cells;
  std::string bar = "[";
  for (int i = 0; i < cells; ++i)
    bar += i < full ? '#' : '.';
  const std::string line = fitted(bar + "] " + text_of(progress, language_), terminal_width() - 1);
  fmt::print(stderr, "\r\033[K{}{}", line, progress.finished ? "\n" : "");
  std::fflush(stderr);
}

void ProgressDisplay::show_line(const BulkProgress& progress) {
  constexpr std::chrono::seconds between{10};
  if (progress.finished || progress.elapsed - shown_ < between)
    return; // the summary follows
  shown_ = progress.elapsed;
  fmt::print(stderr, "{}\n", text_of(progress, language_));
}

void ProgressDisplay::show_json(const BulkProgress& progress) {
  JsonStream json(JsonStream::Shape::inlined);
  json.begin_object();
  json.key("inputs").number(progress.inputs).key("done").number(progress.done);
  json.key("kept").number(progress.kept).key("converted").number(progress.converted);
  json.key("with_errors").number(progress.with_errors);
  json.key("duplicates").number(progress.duplicates).key("failed").number(progress.failed);
  json.key("seconds").rounded(seconds(progress.elapsed), 3).key("rate").rounded(rate(progress), 2);
  json.key("slowest").string(progress.slowest);
  json.key("slowest_seconds").rounded(seconds(progress.slowest_for), 3);
  json.key("finished").boolean(progress.finished).end_object();
  fmt::print(stderr, "{}\n", json.take());
}

} // namespace gouji
