// SPDX-License-Identifier: GPL-3.0-or-later
// An output: one row of the writer table each. A new one is a function of this shape, a row in
// writers/table.cpp and a golden.
#pragma once

#include "base/result.h"
#include "base/words.h"
#include "pipeline/process.h"

#include <optional>
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

/// What `convert --format` knows: json, csv, xlsx.
std::span<const Writer> report_writers();
/// What `validate --format` knows: text, json, html.
std::span<const Writer> finding_writers();
/// What `tables --format` knows: json, csv, html, xlsx.
std::span<const Writer> table_writers();

const Writer* find_writer(std::span<const Writer> writers, std::string_view name);

} // namespace gouji
