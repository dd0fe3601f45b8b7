// SPDX-License-Identifier: GPL-3.0-or-later
// Asking a person for a file.
#pragma once

#include "actions.h"

#include <optional>
#include <string>

namespace gouji::addin {

/// Last year's report: its URL; nothing when the person thinks better of it.
std::optional<std::string> ask_prior_report(const Desk& desk);

/// Where the document's data are to go.
struct ExportTarget {
  std::string url;
  std::string format; ///< "json", "csv" or "xlsx"
};
std::optional<ExportTarget> ask_export_target(const Desk& desk);

/// Opens the help page in the person's language with the system's browser.
void open_help(const Desk& desk);
/// Its URL.
std::string help_url(const Desk& desk);

} // namespace gouji::addin
