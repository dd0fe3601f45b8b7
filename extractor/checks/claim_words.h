// SPDX-License-Identifier: GPL-3.0-or-later
// A layout's prose words made ready for one report, and the words that say what a number counts.
#pragma once

#include "checks/patterns.h"

#include <array>
#include <string_view>
#include <vector>

namespace gouji {

struct CompiledCue {
  Pattern pattern;
  std::size_t near;
};

struct CompiledRule {
  const ClaimRule* rule;
  int group; ///< in the order of the file
  std::vector<CompiledCue> cues;
  std::vector<Pattern> none;
  WordSet needs, unless, shy, despite, hedge;
};

/// A cue found before or behind a number.
struct CueHit {
  int rule = 0;
  Span place; ///< in the text that was searched
};

/// Roles of words that are looked for by themselves (matching/prose.h).
enum class Role {
  filler,
  list,
  each,
  respectively,
  topic,
  other,
  change,
  among,
  channel,
  part,
  own_part,
  wider,
  last_year
};

/// `prose` must outlive it.
class ClaimWords {
public:
  ClaimWords(const Prose& prose, int year);

  const std::vector<CompiledRule>& rules() const { return rules_; }
  const WordSet& of(Role role) const { return words_.at(static_cast<std::size_t>(role)); }
  /// Is there nothing in `text` but fillers and words that join lists?
  bool only_fillers(std::u32string_view text) const;
  /// The cue nearest to the end of `left` in the foremost group that has one, and those of the same
  /// group that a list joins to it, from the nearest on.
  std::vector<CueHit> hits_before(std::u32string_view left) const;
  /// The cue that begins near enough behind a number.
  std::vector<CueHit> hits_behind(std::u32string_view right) const;

private:
  std::vector<CueHit> joined(std::vector<CueHit> all, std::u32string_view text) const;
  bool is_list(std::u32string_view between) const;

  std::vector<CompiledRule> rules_;
  std::array<WordSet, 13> words_;
};

} // namespace gouji
