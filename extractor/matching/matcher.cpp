// SPDX-License-Identifier: GPL-3.0-or-later
// The choice of the form, and the document mapped onto it.
#include "matching/matcher.h"

#include "matching/glued_tables.h"
#include "matching/labels.h"
#include "matching/printed_rows.h"
#include "matching/row_alignment.h"
#include "matching/sections.h"
#include "matching/table_match.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <utility>

namespace gouji {
namespace {

constexpr double recognised = 0.15; // below this share of its labels a form is not the one at hand

constexpr double beyond_doubt = 0.9; // with its title

struct Trial {
  std::shared_ptr<const Layout> layout;
  std::vector<Value> values;
  Match match;
};

/// Holds the printed tables against one form.
Trial try_layout(PrintedTables& printed, const std::shared_ptr<const Layout>& layout) {
  LabelIndex labels(*layout);
  look_up(printed, labels);
  const std::vector<int> assigned = assign_rows(printed, *layout);
  const FieldIndex fields(*layout);
  Trial trial{layout, std::vector<Value>(layout->fields.size()), {}};
  double found = 0, of = 0;
  for (std::size_t t = 0; t < layout->tables.size(); ++t) {
    std::vector<int> rows;
    for (std::size_t r = 0; r < assigned.size(); ++r)
      if (assigned[r] == static_cast<int>(t))
        rows.push_back(static_cast<int>(r));
    TableMatch table =
        match_table(printed, rows, *layout, static_cast<int>(t), fields, trial.values);
    found += table.found;
    of += table.of;
    std::move(table.deviations.begin(), table.deviations.end(),
              std::back_inserter(trial.match.deviations));
    std::move(table.candidates.begin(), table.candidates.end(),
              std::back_inserter(trial.match.candidates));
  }
  trial.match.score = of > 0 ? found / of : 0;
  return trial;
}

/// A form whose labels are all there cannot be outdone, nor can one whose title and nearly all
/// labels are there by a form of another title: the rest need not be tried.
Result<std::vector<Trial>> try_layouts(const std::vector<Block>& flow, const LayoutShelf& shelf) {
  PrintedTables printed = read_printed(flow);
  std::vector<Trial> trials;
  if (printed.tables.empty())
    return trials;
  const LayoutShelf::Order order = shelf.order_for(flow);
  double best = 0;
  for (std::size_t i = 0; i < order.forms.size(); ++i) {
    if (best >= 1 || (i == order.titled && best >= beyond_doubt))
      break;
    const Result<std::shared_ptr<const Layout>> layout = shelf.take(order.forms[i]);
    if (!layout)
      return tl::unexpected<Error>(layout.error());
    trials.push_back(try_layout(printed, *layout));
    best = std::max(best, trials.back().match.score);
  }
  return trials;
}

bool has_named_cells(const std::vector<Block>& flow) {
  return std::any_of(flow.begin(), flow.end(), [](const Block& block) {
    const Table* table = std::get_if<Table>(&block);
    return table && !table->cells.empty() && !table->cells.front().origin.anchor.empty();
  });
}

/// The form's tables of which `report` misses all rows, or some when `partly`; all of them without
/// a report.
std::vector<int> missing_tables(const Report& report, const Layout& layout, bool partly) {
  std::vector<int> missing;
  if (!report.layout)
    for (std::size_t t = 0; t < layout.tables.size(); ++t)
      missing.push_back(static_cast<int>(t));
  for (const Deviation& deviation : report.match.deviations) {
    if (deviation.fields.empty() || !(deviation.kind == Deviation::Kind::table_missing ||
                                      (partly && deviation.kind == Deviation::Kind::row_missing)))
      continue;
    const int table = layout.fields[static_cast<std::size_t>(deviation.fields.front())].table;
    if (std::find(missing.begin(), missing.end(), table) == missing.end())
      missing.push_back(table);
  }
  return missing;
}

/// The flow with the tables of a label and a number in each row as lines again: some lines of a
/// text may look like such a table where most are rows with more numbers. Nothing when there is no
/// such table.
std::optional<std::vector<Block>> without_pairs(const std::vector<Block>& flow) {
  std::vector<Block> lines;
  bool any = false;
  for (const Block& block : flow) {
    const Table* table = std::get_if<Table>(&block);
    if (!table || table->origin.line == 0 || table->columns != 2 ||
        table->cells.size() != 2 * static_cast<std::size_t>(table->rows)) {
      lines.push_back(block);
      continue;
    }
    any = true;
    for (std::size_t c = 0; c < table->cells.size(); c += 2) {
      Paragraph line;
      line.text = table->cells[c].text + " " + table->cells[c + 1].text;
      line.origin = table->cells[c].origin;
      lines.emplace_back(std::move(line));
    }
  }
  if (!any)
    return std::nullopt;
  return lines;
}

/// The forms whose tables may stand in the prose of a document that was read as `report`.
Result<Layouts> forms_in_prose(const std::vector<Block>& flow, const Report& report,
                               const LayoutShelf& shelf) {
  if (report.layout)
    return Layouts{report.layout};
  Layouts layouts;
  const LayoutShelf::Order order = shelf.order_for(flow);
  for (std::size_t i = 0; i < order.titled; ++i) {
    auto layout = shelf.take(order.forms[i]);
    if (!layout)
      return tl::unexpected<Error>(std::move(layout.error()));
    layouts.push_back(std::move(*layout));
  }
  return layouts;
}

} // namespace

Report match(const std::vector<Block>& flow, const Layouts& layouts) {
  return *match(flow, LayoutShelf(layouts)); // they are read: nothing can fail
}

Result<Report> match(const std::vector<Block>& flow, const LayoutShelf& shelf) {
  Result<std::vector<Trial>> trials = try_layouts(flow, shelf);
  if (!trials)
    return tl::unexpected<Error>(std::move(trials.error()));
  const auto best =
      std::max_element(trials->begin(), trials->end(), [](const Trial& a, const Trial& b) {
        return a.match.score < b.match.score;
      });

  Report report;
  if (best != trials->end() && best->match.score >= recognised) {
    report.layout = best->layout;
    report.values = std::move(best->values);
    report.match = std::move(best->match);
  }
  std::vector<Candidate> forms;
  for (const Trial& trial : *trials) {
    const bool chosen = report.layout == trial.layout;
    const double score = chosen ? report.match.score : trial.match.score;
    forms.push_back({"layout " + trial.layout->id, score, chosen,
                     fmt::format("{:.0f} % of its labels were found", 100 * score)});
  }
  report.match.candidates.insert(report.match.candidates.begin(), forms.begin(), forms.end());

  Outline outline = read_outline(flow, report.layout.get());
  report.agency = std::move(outline.agency);
  report.year = outline.year;
  report.title = std::move(outline.title);
  report.title_origin = std::move(outline.title_origin);
  report.preamble = std::move(outline.preamble);
  report.sections = std::move(outline.sections);
  return report;
}

Result<Report> match_with_prose(std::vector<Block>& flow, const LayoutShelf& shelf) {
  Result<Report> best = match(flow, shelf);
  if (!best || has_named_cells(flow) ||
      (best->layout && missing_tables(*best, *best->layout, true).empty()))
    return best;
  const Result<Layouts> layouts = forms_in_prose(flow, *best, shelf);
  if (!layouts)
    return tl::unexpected<Error>(layouts.error());
  const Report printed = *best;
  std::optional<std::vector<Block>> chosen;
  const auto look_into = [&](const std::vector<Block>& prose, bool partly) {
    for (const auto& layout : *layouts) {
      auto parted = part_glued_tables(prose, *layout, missing_tables(printed, *layout, partly));
      if (!parted)
        continue;
      Report report = match(*parted, {layout});
      if (!report.layout || report.match.score <= best->match.score)
        continue;
      *best = std::move(report);
      chosen = std::move(parted);
    }
  };
  look_into(flow, false);
  if (const auto lines = without_pairs(flow))
    look_into(*lines, true);
  if (chosen)
    flow = std::move(*chosen);
  return best;
}

} // namespace gouji
