// SPDX-License-Identifier: GPL-3.0-or-later
// Prose -> claims, before anyone asks the tables: which number of a sentence is said of what.
#pragma once

#include "checks/figures.h"
#include "checks/patterns.h"
#include "checks/sentences.h"

#include <cstddef>
#include <string_view>
#include <vector>

namespace gouji {

/// A claim as the sentence makes it.
struct FoundClaim {
  std::vector<int> rules; ///< several when the number is their sum: "复议、诉讼共5件"
  Figure figure;
  std::size_t sentence = 0; ///< index into the sentences
  int paragraph = 0;
  bool none = false;    ///< a clause without a number that says "none"
  bool among = false;   ///< behind "其中"
  bool channel = false; ///< "网上申请3件": a part, or the only number the report states
  bool part = false;    ///< "上半年收到3件"
  bool wider = false;   ///< "全县共收到..." of a body that is not the county
};

/// A number of the topic that is said of nothing the tables count: "撤销8件".
struct OwnPart {
  Figure figure;
  std::size_t sentence = 0;
};

struct FoundClaims {
  std::vector<FoundClaim> claims;
  std::vector<OwnPart> own_parts;
  bool too_many = false; ///< more than limits::claims; reading stopped there
};

/// Reads every sentence. A number is a claim when words of a claim stand before it in its clause,
/// or right behind it, the text speaks of the form's topic and not of another thing or year, and it
/// is no change ("增加3件"). Cost: linear in the sentences.
FoundClaims find_claims(const std::vector<Sentence>& sentences, const Prose& prose, int year,
                        std::string_view agency);

} // namespace gouji
