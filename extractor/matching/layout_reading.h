// SPDX-License-Identifier: GPL-3.0-or-later
// What the parts of the layout loader share while they read one file.
#pragma once

#include "base/result.h"
#include "matching/layout.h"
#include "matching/layout_xml.h"

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace gouji {

/// A layout in the making. Mistakes are collected and reading goes on, so that a person sees all of
/// them at once.
struct LayoutReading {
  Layout layout;
  std::map<std::string, Words, std::less<>> sources; ///< by the id of the `source` element
  std::map<std::string, int, std::less<>> units;     ///< id -> index into layout.units
  std::set<std::string> rule_ids;                    ///< of the relations so far
  std::vector<Error> errors;
  std::size_t terms = 0; ///< of all sums and examples so far

  /// Notes a mistake of the element, with its line.
  void fault(const LayoutElement& element, Words message, Code code = Code::invalid);
};

Words read_words(const LayoutElement& element);
/// The `severity` attribute; a word it does not know is a mistake.
Severity read_severity(LayoutReading& reading, const LayoutElement& element);
/// The words of the legal source that the element names.
Words read_source(LayoutReading& reading, const LayoutElement& element);
/// A whole number in [0, 9999] from an attribute; 0 when it is not there.
int read_integer(LayoutReading& reading, const LayoutElement& element, std::string_view attribute);

/// Adds the `relation`, `stock` and `carry` elements of a block to the layout: each is said once
/// and becomes one rule for every column, row or group of columns. The fields of
/// tables[table].blocks[block] are already there.
void read_block_rules(LayoutReading& reading, const LayoutElement& element, int table, int block);

/// The fields that the element's `fields` attribute means; a pattern that means none is a mistake.
std::vector<int> read_fields(LayoutReading& reading, const LayoutElement& element);

/// Adds the `period`, `statement`, `chart` and `prose` elements of the form. All fields are already
/// there.
void read_form_rules(LayoutReading& reading, const LayoutElement& root);
/// Adds what the `prose` element says.
void read_prose(LayoutReading& reading, const LayoutElement& element);

} // namespace gouji
