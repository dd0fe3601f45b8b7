// SPDX-License-Identifier: GPL-3.0-or-later
// bulk, export, merge, page on the command line. With options.cpp the only file that knows CLI11.
#include "cli/archive_grammar.h"

#include "cli/archive_messages.h"
#include "cli/number_option.h"

#include <CLI/App.hpp>
#include <CLI/Config.hpp>
#include <CLI/Formatter.hpp>

#include <algorithm>
#include <array>

namespace gouji {

namespace {

constexpr std::array<std::string_view, 5> progress_styles{"auto", "bar", "lines", "json", "none"};
constexpr std::array<std::string_view, 4> export_formats{"csv-long", "csv-wide", "xlsx", "jsonl"};

template <std::size_t N> std::string joined(const std::array<std::string_view, N>& names) {
  std::string text;
  for (const std::string_view name : names)
    (text += text.empty() ? "" : "|") += name;
  return text;
}

template <std::size_t N>
std::optional<Words> bad_choice(std::string_view option, std::string_view value,
                                const std::array<std::string_view, N>& choices) {
  if (std::find(choices.begin(), choices.end(), value) != choices.end())
    return std::nullopt;
  return fill(phrases::archive_bad_choice, option, value, joined(choices));
}

std::optional<Words> out_of_range(std::string_view option, int value, int low, int high) {
  if (low <= value && value <= high)
    return std::nullopt;
  return fill(phrases::out_of_range, option, value, low, high);
}

std::optional<Words> no_archive(const std::string& archive) {
  return archive.empty() ? std::optional(fill(phrases::no_archive_given)) : std::nullopt;
}

/// "2/3": which part of how many.
bool read_shard(std::string_view text, BulkCommand& options) {
  const std::size_t slash = text.find('/');
  if (slash == std::string_view::npos)
    return false;
  options.shard = number_of<int>(text.substr(0, slash)).value_or(0);
  options.shards = number_of<int>(text.substr(slash + 1)).value_or(0);
  return 1 <= options.shard && options.shard <= options.shards && options.shards <= 1'000'000;
}

} // namespace

void add_archive_commands(ArchiveGrammar& grammar, const MakeCommand& make, Language language) {
  const auto say = [&](const Phrase& phrase) { return fill(phrase).in(language); };
  const auto layouts = [&](CLI::App* to, std::vector<std::string>& value) {
    to->add_option("--layout", value, say(phrases::help_bulk_layout))
        ->option_text("FILE")
        ->expected(1)
        ->multi_option_policy(CLI::MultiOptionPolicy::TakeAll);
  };

  CLI::App* to = make("bulk", phrases::help_bulk);
  to->add_option("INPUT", grammar.bulk.inputs, say(phrases::help_bulk_inputs))->option_text(" ");
  to->add_option("-o,--output", grammar.bulk.archive, say(phrases::help_bulk_archive))
      ->option_text("ARCHIVE.db");
  to->add_option("--files-from", grammar.bulk.files_from, say(phrases::help_files_from))
      ->option_text("LIST");
  to->add_option("-j,--jobs", grammar.bulk.jobs, say(phrases::help_jobs))->option_text("N");
  to->add_option("--timeout", grammar.bulk.timeout, say(phrases::help_timeout))
      ->option_text("SECONDS");
  to->add_option("--memory", grammar.bulk.memory, say(phrases::help_memory))->option_text("MIB");
  to->add_flag("--prior", grammar.bulk.prior, say(phrases::help_bulk_prior));
  to->add_flag("--retry-failed", grammar.bulk.retry_failed, say(phrases::help_retry_failed));
  to->add_option("--since", grammar.bulk.since, say(phrases::help_since))->option_text("VERSION");
  to->add_option("--shard", grammar.shard, say(phrases::help_shard))->option_text("I/N");
  to->add_option("--progress", grammar.progress, say(phrases::help_progress))
      ->option_text(joined(progress_styles));
  to->add_flag("-q,--quiet", grammar.quiet, say(phrases::help_quiet));
  layouts(to, grammar.bulk.layouts);
  to->footer(say(phrases::footer_bulk));

  to = make("export", phrases::help_export);
  to->add_option("ARCHIVE", grammar.exporting.archive, say(phrases::help_archive))
      ->option_text(" ");
  to->add_option("-f,--format", grammar.exporting.options.format, say(phrases::help_export_format))
      ->option_text(joined(export_formats));
  to->add_option("-o,--output", grammar.exporting.output, say(phrases::help_export_output))
      ->option_text("FILE");
  to->add_flag("--bom", grammar.exporting.options.bom, say(phrases::help_bom));
  to->add_flag("--labels", grammar.exporting.options.labels, say(phrases::help_labels));

  to = make("merge", phrases::help_merge);
  to->add_option("PART", grammar.merge.parts, say(phrases::help_parts))->option_text(" ");
  to->add_option("-o,--output", grammar.merge.archive, say(phrases::help_merge_output))
      ->option_text("ARCHIVE.db");
  layouts(to, grammar.merge.layouts);

  to = make("page", phrases::help_page_command);
  to->add_option("ARCHIVE", grammar.page.archive, say(phrases::help_archive))->option_text(" ");
  to->add_option("-o,--output", grammar.page.output, say(phrases::help_export_output))
      ->option_text("FILE.html");
  to->add_option("--pictures", grammar.page.pictures, say(phrases::help_pictures))
      ->option_text("N");
  layouts(to, grammar.page.layouts);

  to = make("worker", phrases::help_worker);
  to->group(""); // not listed
  to->add_option("--timeout", grammar.worker.timeout);
  to->add_option("--memory", grammar.worker.memory);
  to->add_flag("--converts", grammar.worker.converts);
  layouts(to, grammar.worker.layouts);
}

std::optional<Words> finish(ArchiveGrammar& grammar, BulkCommand& options) {
  if (auto wrong = no_archive(options.archive))
    return wrong;
  if (options.inputs.empty() && options.files_from.empty())
    return fill(phrases::no_inputs_given);
  if (!read_shard(grammar.shard, options))
    return fill(phrases::bad_shard, grammar.shard);
  if (options.since != "layouts" &&
      options.since.find_first_not_of("0123456789.") != std::string::npos)
    return fill(phrases::bad_since, options.since);
  if (auto wrong = bad_choice("--progress", grammar.progress, progress_styles))
    return wrong;
  options.progress = static_cast<ProgressStyle>(
      std::find(progress_styles.begin(), progress_styles.end(), grammar.progress) -
      progress_styles.begin());
  if (grammar.quiet)
    options.progress = ProgressStyle::none;
  if (auto wrong = out_of_range("--jobs", options.jobs, 0, 1024))
    return wrong;
  if (auto wrong = out_of_range("--timeout", options.timeout, 1, 86'400))
    return wrong;
  return out_of_range("--memory", options.memory, 0, 1 << 20);
}

std::optional<Words> finish(ArchiveGrammar&, WorkerCommand&) {
  return std::nullopt;
}

std::optional<Words> finish(ArchiveGrammar&, ExportCommand& options) {
  if (auto wrong = no_archive(options.archive))
    return wrong;
  return bad_choice("--format", options.options.format, export_formats);
}

std::optional<Words> finish(ArchiveGrammar&, MergeCommand& options) {
  if (options.parts.empty())
    return fill(phrases::no_inputs_given);
  return no_archive(options.archive);
}

std::optional<Words> finish(ArchiveGrammar&, PageCommand& options) {
  if (auto wrong = no_archive(options.archive))
    return wrong;
  return out_of_range("--pictures", options.pictures, 0, 1'000'000);
}

} // namespace gouji
