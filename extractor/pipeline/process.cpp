// SPDX-License-Identifier: GPL-3.0-or-later
// The pipeline: each stage is one call, errors get the file's name on the way out.
#include "pipeline/process.h"

#include "base/limits.h"
#include "checks/check.h"
#include "matching/matcher.h"
#include "pipeline/messages.h"
#include "pipeline/sha256.h"
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

} // namespace

Result<Document> read_document(Bytes bytes, const std::string& name,
                               std::span<const Format> formats) {
  if (bytes.size() > limits::file_bytes)
    return named(Error{Code::limit,
                       fill(phrases::file_too_large, bytes.size() >> 20, limits::file_bytes >> 20),
                       {},
                       0,
                       0},
                 name);
  const Result<const Format*> format = detect(bytes, formats);
  if (!format)
    return named(format.error(), name);
  Result<Document> document = (*format)->read(bytes);
  if (!document)
    return named(std::move(document.error()), name);
  if (document->format.empty()) // a reader of containers says what was inside
    document->format = (*format)->name;
  return document;
}

Outcome examine(Document document, const Layouts& layouts, const Report* prior) {
  Outcome outcome;
  outcome.source.format = document.format;
  outcome.source.pages = static_cast<int>(document.pages.size());
  outcome.notes = std::move(document.notes);
  outcome.flow = recover_tables(std::move(document));
  outcome.report = match(outcome.flow, layouts);
  outcome.findings = check(outcome.report, prior);
  if (!outcome.report.layout) {
    const auto tables =
        std::count_if(outcome.flow.begin(), outcome.flow.end(),
                      [](const Block& block) { return std::holds_alternative<Table>(block); });
    outcome.notes.push_back({fill(phrases::no_form, tables), {}});
  }
  return outcome;
}

Result<Outcome> process(Bytes bytes, const std::string& name, std::span<const Format> formats,
                        const Layouts& layouts, const Report* prior) {
  Result<Document> document = read_document(bytes, name, formats);
  if (!document)
    return tl::unexpected<Error>(std::move(document.error()));
  Outcome outcome = examine(std::move(*document), layouts, prior);
  outcome.source.name = without_folder(name);
  outcome.source.sha256 = sha256(bytes);
  return outcome;
}

} // namespace gouji
