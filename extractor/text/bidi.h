// SPDX-License-Identifier: GPL-3.0-or-later
// Text that reads from right to left, and text of both directions in one line: from the order in
// which it is printed to that in which it is read (Unicode TR9, the simple cases: no marks that set
// a direction, which PDF does not print, and no mirrored brackets).
#pragma once

#include "tables/text_layer.h"

#include <string>
#include <vector>

namespace gouji {

/// Readers hand out the characters of a word from left to right. Runs of right-to-left letters are
/// turned to the order in which they are read; digits inside keep theirs. Says whether there are
/// any such letters.
bool put_in_logical_order(std::u32string& word);

/// The words of a line, given from left to right, in the order in which they are read: a line goes
/// to the left when at least half of its words with letters do, and words of the other direction in
/// it go theirs; a number goes with the words on both sides of it. Valid as long as `words` is.
std::vector<const Word*> reading_order(const std::vector<Word>& words);

/// Does white space part two words of the line `words` that are read one after the other?
bool are_parted(const Word& a, const Word& b, const std::vector<Word>& words);

} // namespace gouji
