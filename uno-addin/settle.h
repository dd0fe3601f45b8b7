// SPDX-License-Identifier: GPL-3.0-or-later
// What a person does about one finding: print the number that settles it, or ignore it.
#pragma once

#include "checks/repair.h"
#include "session.h"

#include <optional>

namespace gouji::addin {

/// The repair that may be written for a finding of this session: there is one, its cell stands in
/// the document, and neither is protected. Nothing else.
std::optional<Repair> writable_repair(const css::uno::Reference<css::text::XTextDocument>& document,
                                      const Session& session, std::size_t finding);

/// Writes the number into its cell, and takes away the marks of what it settles, as one undo step.
/// Notes and foreign comments in the cell stay; tracked when the document records changes. False,
/// and nothing written, when the cell no longer says what was read.
bool write_repair(const css::uno::Reference<css::text::XTextDocument>& document,
                  const std::shared_ptr<Session>& session, const Repair& repair, Language language);

/// Leaves a finding out of list and marks until the next validation.
void ignore_finding(const css::uno::Reference<css::text::XTextDocument>& document,
                    const std::shared_ptr<Session>& session, std::size_t finding,
                    Language language);

} // namespace gouji::addin
