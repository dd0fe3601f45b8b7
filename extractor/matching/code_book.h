// SPDX-License-Identifier: GPL-3.0-or-later
// Layout -> its code book: every field and every relation in words a person can look up.
#pragma once

#include "base/words.h"
#include "matching/layout.h"

#include <string>
#include <vector>

namespace gouji {

struct FieldEntry {
  std::string field; ///< "requests.withheld.state_secret.total"
  Words table;
  std::string row, column; ///< as the form prints them
  Words unit;
  std::string edition; ///< not empty: a field of that other edition, only there in hybrids

  bool operator==(const FieldEntry&) const = default;
};

struct RelationEntry {
  std::string relation;
  std::string left, right; ///< "a + b": field ids
  Words basis, source;
  Severity severity = Severity::error;

  bool operator==(const RelationEntry&) const = default;
};

struct CodeBook {
  std::vector<FieldEntry> fields; ///< in printed order
  std::vector<RelationEntry> relations;

  bool operator==(const CodeBook&) const = default;
};

CodeBook describe(const Layout& layout);

} // namespace gouji
