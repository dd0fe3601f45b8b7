// SPDX-License-Identifier: GPL-3.0-or-later
// The pipeline: each stage is one call, errors get the file's name on the way out.
#include "pipeline/process.h"

#include "base/limits.h"
#include "checks/check.h"
#include "matching/matcher.h"
#include "pipeline/messages.h"
#include "pipeline/sha256.h"
#include "tables/heading_sizes.h"
#include "tables/recover.h"

#include <algorithm>
#include <utility>

namespace gouji {

namespace {

tl::unexpected<Error> named(Error error, const std::string& name) {
  if (error.source.empty())
    error.source = name;
  return tl::unexpected<Error>(std::move(error));
}

std::string without_folder(const std::string& path) {
  return path.substr(path.find_last_of('/') + 1); // npos + 1 is 0: no folder
}

Result<const Format*> format_of(Bytes bytes, const std::string& name,
                                std::span<const Format> formats) {
  if (bytes.size() > limits::file_bytes)
    return named(Error{Code::limit,
                       fill(phrases::file_too_large, bytes.size() >> 20, limits::file_bytes >> 20),
                       {},
                       0,
                       0},
                 name);
  Result<const Format*> format = detect(bytes, formats);
  if (!format)
    return named(std::move(format.error()), name);
  return format;
}

Result<Document> read_whole(const Format& format, Bytes bytes, const std::string& name) {
  Result<Document> document = format.read(bytes);
  if (!document)
    return named(std::move(document.error()), name);
  if (document->format.empty()) // a reader of containers says what was inside
    document->format = format.name;
  return document;
}

tl::unexpected<Error> misfit(Words message, const std::string& name) {
  return tl::unexpected<Error>(Error{Code::invalid, std::move(message), name, 0, 0});
}

/// The last page that a range names; "5-" names page 5.
int last_named(const PageRange& range) {
  return range.last == PageRange().last ? range.first : range.last;
}

bool meets(const Page& page, const Hints& hints) {
  return hints.area && !intersection(*hints.area, {0, 0, page.width, page.height}).empty();
}

} // namespace

bool misnamed(Bytes bytes, const std::string& name, std::span<const Format> formats) {
  const std::string file = without_folder(name);
  std::string extension = file.substr(std::min(file.rfind('.'), file.size() - 1) + 1);
  std::transform(extension.begin(), extension.end(), extension.begin(), [](char c) {
    return 'A' <= c && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  });
  const auto promised = std::find_if(formats.begin(), formats.end(), [&](const Format& format) {
    return std::find(format.extensions.begin(), format.extensions.end(), extension) !=
           format.extensions.end();
  });
  if (promised == formats.end())
    return false;
  const Result<const Format*> actual = detect(bytes, formats);
  return actual && *actual != &*promised;
}

Result<Document> read_document(Bytes bytes, const std::string& name,
                               std::span<const Format> formats) {
  const Result<const Format*> format = format_of(bytes, name, formats);
  if (!format)
    return tl::unexpected<Error>(format.error());
  return read_whole(**format, bytes, name);
}

Result<ReadThrough> read_blocks(Bytes bytes, const std::string& name,
                                std::span<const Format> formats, const TakeSourceBlock& take,
                                const Hints& hints) {
  const Result<const Format*> format = format_of(bytes, name, formats);
  if (!format)
    return tl::unexpected<Error>(format.error());
  ReadThrough read;
  read.source.name = without_folder(name);
  read.source.format = (*format)->name;
  const auto take_block = [&](Block&& block) { take(read.source, std::move(block)); };
  if (!(*format)->read_pages) {
    Result<Document> document = read_whole(**format, bytes, name);
    if (!document)
      return tl::unexpected<Error>(std::move(document.error()));
    if (hints.any())
      return misfit(fill(phrases::hints_need_pages, document->format), name);
    read.source.format = document->format;
    read.source.pages = static_cast<int>(document->pages.size());
    read.notes = std::move(document->notes);
    for (Block& block : recover_tables(std::move(*document)))
      take_block(std::move(block));
    return read;
  }
  const int last_wanted = hints.pages.empty() ? 0 : last_named(hints.pages.back());
  bool in_area = false;
  Result<PagesSummary> summary;
  const auto pages = [&](const auto& take_page) {
    summary = (*format)->read_pages(bytes, hints.pages, [&](Page&& page, int count) {
      read.source.pages = count;
      if (last_wanted > count)
        return false;
      in_area = in_area || meets(page, hints);
      take_page(page);
      return true;
    });
  };
  recover_pages(pages, take_block, hints);
  if (!summary)
    return named(std::move(summary.error()), name);
  if (last_wanted > summary->pages)
    return misfit(fill(phrases::no_such_page, last_wanted, summary->pages), name);
  if (!in_area && hints.area)
    return misfit(fill(phrases::area_off_pages), name);
  read.source.pages = summary->pages;
  read.notes = std::move(summary->notes);
  return read;
}

Outcome examine(Document document, const Layouts& layouts, const Report* prior) {
  // The forms are read: nothing can fail.
  return *examine(std::move(document), LayoutShelf(layouts), prior);
}

Result<Outcome> examine(Document document, const LayoutShelf& shelf, const Report* prior) {
  Outcome outcome;
  outcome.source.format = document.format;
  outcome.source.pages = static_cast<int>(document.pages.size());
  outcome.notes = std::move(document.notes);
  outcome.flow = recover_tables(std::move(document));
  Result<Report> report = match_with_prose(outcome.flow, shelf);
  if (!report)
    return tl::unexpected<Error>(std::move(report.error()));
  outcome.report = std::move(*report);
  outcome.findings = check(outcome.report, prior);
  if (!outcome.report.layout) {
    const auto tables =
        std::count_if(outcome.flow.begin(), outcome.flow.end(),
                      [](const Block& block) { return std::holds_alternative<Table>(block); });
    const bool run_on = tables == 0 && shelf.order_for(outcome.flow).titled > 0;
    outcome.notes.push_back(
        {run_on ? fill(phrases::form_without_tables) : fill(phrases::no_form, tables), {}});
  }
  return outcome;
}

Result<Outcome> process(Bytes bytes, const std::string& name, std::span<const Format> formats,
                        const LayoutShelf& shelf, const Report* prior, const std::string& hash) {
  Document document;
  Result<ReadThrough> read =
      read_blocks(bytes, name, formats, [&document](const Source&, Block&& block) {
        document.flow.push_back(std::move(block));
      });
  if (!read)
    return tl::unexpected<Error>(std::move(read.error()));
  if (read->source.pages > 0)
    mark_headings(document.flow);
  document.format = read->source.format;
  document.notes = std::move(read->notes);
  Result<Outcome> outcome = examine(std::move(document), shelf, prior);
  if (!outcome)
    return outcome;
  outcome->source = std::move(read->source);
  if (!outcome->report.layout && misnamed(bytes, name, formats))
    return named(Error{Code::unsupported, fill(phrases::misnamed), {}, 0, 0}, name);
  outcome->source.sha256 = hash.empty() ? sha256(bytes) : hash;
  return outcome;
}

} // namespace gouji
