// SPDX-License-Identifier: GPL-3.0-or-later
// Findings shown in the document itself: a comment and, where there was none, a fill at each
// offending cell.
#pragma once

#include "base/words.h"
#include "session.h"

#include <com/sun/star/text/XText.hpp>

namespace gouji::addin {

/// Comments are what a visible window is slow with: findings beyond are in the list only.
inline constexpr std::size_t most_comments = 100;

/// The author of every comment of ours: how they are found again, also after saving and opening.
inline constexpr char comment_author[] = "gouji";

/// The cell at `place` of the session's document; null when it is not there any more.
css::uno::Reference<css::text::XText> cell_at(const Session& session, const Place& place);

/// May marks be written at all: not read-only, not protected, no protected change tracking.
bool may_write(const css::uno::Reference<css::text::XTextDocument>& document);

/// Is this cell, or a section around it, protected? Writer's API writes there all the same.
bool is_protected(const css::uno::Reference<css::text::XText>& cell);

/// Replaces all earlier marks by those of `session`, as one undo step titled "Validate report".
/// A check that finds the same again writes nothing. A cell has the colour of the worst that is
/// said in it. Protected cells are left alone.
void write_marks(const css::uno::Reference<css::text::XTextDocument>& document,
                 const Session& session, Language language);

/// Are there comments of ours in the document?
bool has_marks(const css::uno::Reference<css::text::XTextDocument>& document);

/// Takes all marks away, as one undo step; those of an earlier session too. Those in cells that are
/// protected by now stay.
void clear_marks(const css::uno::Reference<css::text::XTextDocument>& document, Language language);

/// Takes away the marks that say what is not among `findings`, or is ignored; a cell that keeps
/// others takes their colour. The caller opens the undo step.
void clear_outdated_marks(const css::uno::Reference<css::text::XTextDocument>& document,
                          const std::vector<Finding>& findings,
                          const std::vector<bool>& ignored = {});

/// Puts the view's cursor into the finding's cell; in a document that was edited since into the one
/// with its comment, if there is one. False when neither is there any more.
bool go_to(const css::uno::Reference<css::text::XTextDocument>& document, const Session& session,
           std::size_t finding);

} // namespace gouji::addin
