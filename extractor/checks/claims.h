// SPDX-License-Identifier: GPL-3.0-or-later
// What the prose says about the numbers in the tables: every statement that can be tested.
#pragma once

#include "checks/figures.h"
#include "checks/finding.h"
#include "report/report.h"

#include <optional>
#include <string>
#include <vector>

namespace gouji {

/// A statement of the prose and what the tables say to it.
struct Claim {
  enum class Result {
    agrees,    ///< some reasonable reading of the tables gives the number
    disagrees, ///< none does
    part,      ///< it counts a part of what the tables count: by channel, half-year, kind, what
               ///< was due
    wider,     ///< it counts more bodies than the report's own
    split,     ///< with parts of its own ("withdrawn") it adds up to a number that agrees
    untested   ///< the tables do not say
  };
  std::vector<int>
      rules; ///< indices into the layout's prose.claims; several when a list joins them
  std::string code;
  Words what;
  Figure figure;        ///< of the sentence
  bool none = false;    ///< the sentence says "none" without a number
  bool percent = false; ///< the number is a percentage told of the number before it
  Result result = Result::untested;
  std::optional<Decimal> expected; ///< what the first reading gives
  std::vector<int> fields;         ///< of that reading
  std::string sentence;            ///< as printed
  Origin origin;
  int paragraph = 0; ///< counted through the prose

  bool operator==(const Claim&) const = default;
};

/// Every claim of the report's prose, in printed order, with its result. Cost: linear in the prose.
/// `prior` is last year's report or null: changes in per cent are held against it.
std::vector<Claim> read_claims(const Report& report, const Report* prior = nullptr);

/// narrative.*: a warning for each claim that disagrees with the tables under every reading.
std::vector<Finding> check_narrative(const Report& report, const Report* prior = nullptr);

} // namespace gouji
