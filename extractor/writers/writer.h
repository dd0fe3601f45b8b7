// SPDX-License-Identifier: GPL-3.0-or-later
// An output: one row of the writer table each. A new one is a function of this shape, a row in
// writers/table.cpp and a golden.
#pragma once

#include "base/result.h"
#include "base/words.h"
#include "pipeline/process.h"

#include <functional>
#include <span>
#include <string>
#include <string_view>

namespace gouji {

struct Writer {
  std::string_view name;      ///< as in --format
  std::string_view extension; ///< file name ending, without the dot
  bool binary;                ///< not for a terminal
  Result<std::string> (*write)(std::span<const Outcome> outcomes, Language language);
};

/// The tables of one document, one after the other: calls `take` for each as soon as it is
/// recovered, and returns what is known of the document in the end. Errors: those of reading.
using TakeTable = std::function<void(const Source& source, const Table& table)>;
using TableSource = std::function<Result<Source>(const TakeTable& take)>;

/// Takes the next piece of an output.
using Put = std::function<void(std::string_view)>;

/// An output of tables, likewise one row each. It keeps no table, so that documents of any length
/// can be written; when reading fails, what was put before is of no worth.
struct TableWriter {
  std::string_view name;
  std::string_view extension;
  bool binary;
  Result<void> (*write)(const TableSource& tables, const Put& put, Language language);
};

/// What `convert --format` knows: json, csv, xlsx.
std::span<const Writer> report_writers();
/// What `validate --format` knows: text, json, html.
std::span<const Writer> finding_writers();
/// What `tables --format` knows: json, csv, html, xlsx.
std::span<const TableWriter> table_writers();

const Writer* find_writer(std::span<const Writer> writers, std::string_view name);
const TableWriter* find_writer(std::span<const TableWriter> writers, std::string_view name);

} // namespace gouji
