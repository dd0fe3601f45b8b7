// SPDX-License-Identifier: GPL-3.0-or-later
// How a report's prose speaks of the numbers in its tables, as data: the words of a language and
// the claims of a form. Part of a layout; checks/claims.h applies it.
#pragma once

#include "base/words.h"

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace gouji {

/// One way to understand a claim: the number in the sentence is the sum of these fields. A term is
/// a group of fields ("requests.withheld.*.total"); of its fields those that are printed count.
struct ClaimReading {
  struct Term {
    std::vector<int> fields;
    bool minus = false;

    bool operator==(const Term&) const = default;
  };
  std::vector<Term> terms;
  bool second = false; ///< tried after the others, and only while the table's own sums hold

  bool operator==(const ClaimReading&) const = default;
};

/// Words that make a number a claim when they stand before it, at most `near` characters away, or
/// right behind it. Patterns are as in `Prose`.
struct ClaimCue {
  std::string pattern;
  int near = 0;

  bool operator==(const ClaimCue&) const = default;
};

/// A kind of statement that the tables must bear out.
struct ClaimRule {
  std::string code;   ///< of the finding: "narrative.received"
  std::string group;  ///< of claims in one group the one nearest to the number is meant, or several
                      ///< that a list joins; an earlier group in the file wins over a later one
  Words what;         ///< what is counted, for the message
  bool topic = false; ///< only where the text speaks of the form's topic
  bool everywhere = false; ///< whatever the text speaks of
  bool whole = false;      ///< shares are told of it: "占33.9%"
  bool anyway = false;     ///< also of other years (words like "last year" are its own)
  std::vector<ClaimCue> cues;
  std::vector<std::string> none;   ///< clauses that say by themselves that the number is 0
  std::vector<std::string> needs;  ///< the sentence must have one of these
  std::vector<std::string> unless; ///< and none of these
  std::vector<std::string> shy;    ///< nor one of these, unless it has one of `despite`
  std::vector<std::string> despite;
  std::vector<std::string> hedge; ///< "in time": of what was due, so no disagreement
  std::vector<ClaimReading> readings;

  bool operator==(const ClaimRule&) const = default;
};

/// Patterns: "~" stands for anything within the clause, a "$" at the end for the clause's end,
/// "{role}" for any of the words of that role, "{last}" and "{next}" for the years beside the
/// report's.
struct Prose {
  /// By role: unit, weak_unit, filler, list, each, respectively, topic, other, change, among,
  /// channel, part, own_part, wider, own_scope, more, about, last_year, share, rise, fall, against;
  /// further roles for patterns.
  std::map<std::string, std::vector<std::string>, std::less<>> words;
  std::vector<ClaimRule> claims;

  bool empty() const { return claims.empty(); }
  /// The words of a role; none for a role that the layout does not have.
  const std::vector<std::string>& words_of(std::string_view role) const {
    static const std::vector<std::string> none;
    const auto found = words.find(role);
    return found == words.end() ? none : found->second;
  }
  bool operator==(const Prose&) const = default;
};

} // namespace gouji
