// SPDX-License-Identifier: GPL-3.0-or-later
// A document mapped onto a form: every field with its value, how it was read and where it stands.
#pragma once

#include "base/decimal.h"
#include "document/document.h"
#include "matching/layout.h"

#include <memory>
#include <string>
#include <vector>

namespace gouji {

/// How a value came about; names as in the JSON.
enum class State {
  read,       ///< printed and understood
  blank,      ///< the cell is empty or holds a mark for nothing
  unreadable, ///< the cell holds text that is no number
  absent,     ///< the form's cell is not in the document
  settled ///< not legible where it stands or printed in a shifted place, and settled by the other
          ///< witnesses; always named by a finding
};

/// A cell of the flow: indices from 0 in reading order (of the document's tables, the table's rows
/// and columns), -1 for none.
struct Place {
  int table = -1, row = -1, column = -1;
  Origin origin;

  bool operator==(const Place&) const = default;
};

/// `number` counts only when the state is read or settled.
struct Value {
  State state = State::absent;
  Decimal number;
  std::string raw; ///< the cell's text as printed
  Place place;

  bool has_number() const { return state == State::read || state == State::settled; }
  bool operator==(const Value&) const = default;
};

/// Something the matcher decided against the plain reading of the print; checks/presence turns
/// these into findings.
struct Deviation {
  enum class Kind {
    table_missing,
    row_missing,
    row_duplicate,
    column_missing,
    label_missing,
    foreign_wording, ///< a row, column or caption of another edition
    shifted,         ///< a row's values stand in other columns than its header says
    repaired, ///< values were taken apart or put together (glued digits, one number over two cells)
    ambiguous ///< the witnesses do not settle it
  };
  Kind kind;
  std::vector<int> fields; ///< field indices it concerns
  Words what;              ///< the row, column or table in the words of the form
  Words reason;            ///< what was seen, for the finding and for `inspect --stage match`
  bool settled = false;    ///< column_missing: its values follow from the row totals
  Place place;
  std::string edition; ///< foreign_wording: the other edition

  bool operator==(const Deviation&) const = default;
};

/// A candidate the matcher weighed: for `inspect --stage match`.
struct Candidate {
  std::string subject; ///< "layout ogi-2019", "table 3 row 12", ...
  double score = 0;
  bool chosen = false;
  std::string reason;

  bool operator==(const Candidate&) const = default;
};

struct Match {
  double score = 0; ///< share of the form's labels that were found, 0 to 1
  std::vector<Deviation> deviations;
  std::vector<Candidate> candidates;

  bool operator==(const Match&) const = default;
};

/// A section of the report as printed. `number` is the form's number of it (0: not one of the
/// form), `printed_title` what stands there.
struct Section {
  int number = 0;
  std::string title;
  std::string printed_title;
  std::string text; ///< paragraphs separated by '\n', without the tables
  Origin origin;
  std::vector<Paragraph> paragraphs;

  bool operator==(const Section&) const = default;
};

/// `layout` is null when no form was recognised; else values[i] belongs to layout->fields[i].
struct Report {
  std::shared_ptr<const Layout> layout;
  std::string agency;
  int year = 0; ///< 0 when the document does not say
  std::string title;
  Origin title_origin;
  std::vector<Section> sections;
  std::vector<Paragraph> preamble; ///< what stands before the first section
  std::vector<Value> values;
  Match match;
};

} // namespace gouji
