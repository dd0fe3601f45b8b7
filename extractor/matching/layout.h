// SPDX-License-Identifier: GPL-3.0-or-later
// A form as data: what `layouts/*.xml` says, expanded for the engine. Nothing in C++ knows a
// particular form.
#pragma once

#include "base/decimal.h"
#include "base/words.h"
#include "matching/prose.h"

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace gouji {

enum class Severity { error, warning, info };

/// Another spelling of a label. `edition` names the layout it belongs to when it is the wording of
/// another edition of the form (found: `form.edition`).
struct Alias {
  std::string text;
  std::string edition;

  bool operator==(const Alias&) const = default;
};

/// How a heading, row or column is printed: its text, other spellings, and short keys that tell it
/// from its siblings when the text is damaged.
struct Label {
  std::string text;
  std::vector<Alias> aliases;
  std::vector<std::string> keys;

  bool operator==(const Label&) const = default;
};

/// A row or column header. Nodes are listed depth first in printed order; `parent` is an index into
/// the same list or -1.
struct LayoutNode {
  std::string id; ///< its part of the field id; empty for a header that only groups
  Label label;
  int parent = -1;
  int depth = 0;
  bool leaf = true;    ///< stands for one printed row or column of values
  std::string edition; ///< not empty: a row or column of another edition, accepted when printed
                       ///< (`form.edition`), never missed
  bool alone = false;  ///< says enough without the groups around it: `label_path` begins here
  int unit = -1;       ///< index into Layout::units when it says one itself
  int line = 0;        ///< of the layout file

  bool operator==(const LayoutNode&) const = default;
};

/// A part of a table with its own header: title row, column headers, rows. Most tables are one
/// block without a title.
struct LayoutBlock {
  Label title;  ///< "第二十条第（一）项"; empty text when the block has none
  Label corner; ///< what stands above the row labels: "信息内容"
  std::vector<LayoutNode> rows;
  std::vector<LayoutNode> columns;

  bool operator==(const LayoutBlock&) const = default;
};

struct LayoutTable {
  std::string id;  ///< first part of its field ids
  Words name;      ///< for messages: "table 2 (active disclosure)"
  int section = 0; ///< number of the section it stands in
  std::vector<LayoutBlock> blocks;

  bool operator==(const LayoutTable&) const = default;
};

enum class Unit { count, signed_count, amount };

/// What a number counts: how it is checked and what a person calls it ("10k CNY", "万元").
struct LayoutUnit {
  Unit kind = Unit::count;
  Words name;

  bool operator==(const LayoutUnit&) const = default;
};

/// One number of the form. table.block.row.column are indices into the lists above; `edition` as of
/// its row or column.
struct LayoutField {
  std::string id;
  int table = 0, block = 0, row = 0, column = 0;
  Unit unit = Unit::count;
  std::string unit_name; ///< as in the contract's fields.tsv: "count", "10k CNY"
  std::string edition;

  bool operator==(const LayoutField&) const = default;
};

/// Values of one example of a relation, by field index; fields not named are 0.
struct Example {
  std::map<int, Decimal> values;
  bool holds = true;
  int line = 0; ///< of the layout file

  bool operator==(const Example&) const = default;
};

/// sum(left) = sum(right), over field indices. Fields of other editions are not in these lists: see
/// `foreign_left`.
struct Relation {
  std::string id;
  std::vector<int> left, right;
  std::vector<int>
      foreign_left; ///< fields of other editions that belong to the left sum when they are printed
  Severity severity = Severity::error;
  Words message; ///< {left} and {right} stand where the two sums go
  Words basis;   ///< why it must hold: "stated in the form's own header cell"
  Words source;  ///< the notice and the place in it
  std::vector<Example> examples;
  int line = 0; ///< of the layout file

  bool operator==(const Relation&) const = default;
};

/// A stock at the year's end: stock >= added - removed within one report; with last year's report
/// at hand stock = last year's stock + added - removed. Field indices.
struct StockRule {
  std::string id; ///< code of the finding: "stock.in_force"
  int stock = -1, added = -1, removed = -1;
  Severity severity = Severity::warning;
  Words message;       ///< within one report; places {stock} {added} {removed}
  Words prior_message; ///< against last year; places {stock} {prior} {added} {removed} {expected}
  Words source;

  bool operator==(const StockRule&) const = default;
};

/// What one year hands to the next: this year's `to` = last year's `from`, field indices of this
/// layout. Last year's report may be in another form: take its field with the same id.
struct CarryRule {
  std::string id; ///< code of the finding: "carry.prior_year"
  int from = -1, to = -1;
  Severity severity = Severity::error;
  Words message; ///< places {value} (this year's) and {prior} (last year's)
  Words source;

  bool operator==(const CarryRule&) const = default;
};

/// Something a section must speak of, from a year on: one of `phrases` stands in its text.
struct StatementRule {
  std::string id; ///< code of the finding: "fee.statement_missing"
  int section = 0;
  int first_year = 0; ///< 0: always
  std::vector<std::string> phrases;
  Severity severity = Severity::warning;
  Words message;
  Words source;

  bool operator==(const StatementRule&) const = default;
};

/// The days of the report's year that its numbers must cover. Months and days from 1.
struct PeriodRule {
  std::string id; ///< code of the finding: "period.mismatch"; empty: the form has no such rule
  int first_month = 1, first_day = 1, last_month = 12, last_day = 31;
  std::vector<std::string> phrases; ///< a sentence with one of them states the period
  Severity severity = Severity::warning;
  Words message; ///< places {from} and {to}: the period as printed
  Words source;

  bool operator==(const PeriodRule&) const = default;
};

/// A part of a chart: what it is called and the fields that are added up.
struct ChartSeries {
  std::string id;
  Words name;
  std::vector<int> fields;

  bool operator==(const ChartSeries&) const = default;
};

/// What the page of an archive draws by year. Charts with the same id in several layouts are one,
/// and so are their series.
struct Chart {
  std::string id;
  Words name;
  std::vector<ChartSeries> series; ///< parts of a whole

  bool operator==(const Chart&) const = default;
};

struct LayoutSection {
  int number = 0; ///< from 1
  Label title;
  bool required = true;

  bool operator==(const LayoutSection&) const = default;
};

struct Layout {
  std::string id; ///< "ogi-2021"
  Words title;
  int first_year = 0, last_year = 0; ///< years the form is due for; last_year 0: still in force
  Label report_title;                ///< what the document's title says besides agency and year
  std::vector<LayoutUnit> units;
  std::vector<LayoutSection> sections;
  std::vector<LayoutTable> tables;
  std::vector<LayoutField> fields; ///< in printed order; those of other editions stand among them
  std::vector<Relation> relations;
  std::vector<StockRule> stocks;
  std::vector<CarryRule> carries;
  std::vector<StatementRule> statements;
  PeriodRule period;
  std::vector<Chart> charts;
  Prose prose;

  bool operator==(const Layout&) const = default;
};

/// Layouts are shared, never copied: a Report keeps the one it was matched to.
using Layouts = std::vector<std::shared_ptr<const Layout>>;

/// Index of the field with this id, or nothing.
std::optional<int> find_field(const Layout& layout, std::string_view id);

/// "（三）不予公开 / 1.属于国家秘密": the labels of a node from the outermost group that it needs
/// to itself, as printed on the form.
std::string label_path(const std::vector<LayoutNode>& nodes, int node);

/// The row and the column of a field as a person names them, as in the contract's fields.tsv. Where
/// the form's row has no label, the groups above the column stand for it ("行政诉讼 / 复议后起诉").
std::string row_label(const Layout& layout, const LayoutField& field);
std::string column_label(const Layout& layout, const LayoutField& field);

} // namespace gouji
