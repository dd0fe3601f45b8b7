// SPDX-License-Identifier: GPL-3.0-or-later
// What the commands and the panel's buttons do in one window of the office. All on the main thread.
#pragma once

#include "base/words.h"
#include "validation.h"

#include <com/sun/star/frame/XFrame.hpp>
#include <com/sun/star/uno/XComponentContext.hpp>

#include <functional>
#include <string>

namespace gouji::addin {

/// A window to act in.
struct Desk {
  css::uno::Reference<css::uno::XComponentContext> context;
  css::uno::Reference<css::frame::XFrame> frame;
};

/// How an action ended.
struct Ending {
  bool success = false;
  std::string result; ///< of a success, for programs
  Words words;        ///< for a person; why it failed, or empty when what is to be seen says enough
};

/// Called exactly once, now or later.
using Answer = std::function<void(const Ending&)>;

/// An Answer that says the words to the person at the desk.
Answer tell_person(const Desk& desk);

/// The exception that is being handled (of a document that went away, above all) in words. Only
/// inside a catch block.
Ending failed_by_exception();

/// Checks the document as it stands, marks the findings and shows the panel in a visible window.
/// The result is the JSON of `convert` with places. `again`: with the last year's report and the
/// ignored findings of the last check.
void validate(const Desk& desk, const std::string& prior_file, bool again, const Answer& answer);

/// Checks without touching the document: only the list changes. Nothing while a check runs.
void refresh_list(const Desk& desk);

/// Writes the document's data to `file` (UTF-8 path) in the format its ending, or `format` (json,
/// csv, xlsx) if not empty, says. The result is as of `validate`; without a file only that.
void export_report(const Desk& desk, const std::string& file, const std::string& format,
                   const Answer& answer);

/// Makes the finding one further (1) or back (-1) the current one and goes to its cell.
void step(const Desk& desk, int direction);
/// Makes a finding the current one and puts the cursor into its cell.
void choose(const Desk& desk, std::size_t finding);

/// Prints the number that settles the current finding, then checks again.
void set_current(const Desk& desk, const Answer& answer);
/// Leaves the current finding out until the next validation.
void ignore_current(const Desk& desk);
/// {"reading", "listing", "marking", "whole"}: the Timing of the document's last check, for
/// measuring.
std::string timing_json(const Desk& desk);

/// What is read of the open document, as `gouji inspect --stage document` tells it of a file; empty
/// where no text is open.
std::string inspect_json(const Desk& desk);

/// Takes all marks away.
void clear(const Desk& desk);

} // namespace gouji::addin
