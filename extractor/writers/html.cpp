// SPDX-License-Identifier: GPL-3.0-or-later
// Findings as one page that a person can send: the verdict, every finding with its sentence, and
// the tables with the cells marked.
#include "writers/html_text.h"
#include "writers/messages.h"
#include "writers/names.h"
#include "writers/outputs.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace gouji {

namespace {

/// Text of a document beside the page's own.
std::string shown(std::string_view text) {
  return html_escaped(visible_text(text));
}

/// Findings of one page are counted through all its documents; tables likewise, so that every
/// anchor is unique.
struct Counters {
  int findings = 0;
  int tables = 0;
};

using Tables = std::vector<const Table*>;

Tables tables_of(const std::vector<Block>& flow) {
  Tables tables;
  for (const Block& block : flow)
    if (const auto* table = std::get_if<Table>(&block))
      tables.push_back(table);
  return tables;
}

void add_verdict(std::string& out, const Outcome& outcome, Language language) {
  std::array<int, 3> count{};
  for (const Finding& finding : outcome.findings)
    ++count.at(static_cast<std::size_t>(finding.severity));
  const auto [errors, warnings, infos] = count;
  Words words = fill(phrases::verdict_good);
  const char* kind = "good";
  if (!outcome.report.layout) {
    words = fill(phrases::verdict_no_form);
    kind = "error";
  } else if (errors > 0) {
    words = fill(phrases::verdict_errors, errors, warnings, infos);
    kind = "error";
  } else if (warnings + infos > 0) {
    words = fill(phrases::verdict_warnings, warnings + infos);
    kind = warnings > 0 ? "warning" : "good";
  }
  out += fmt::format("<p class=\"verdict {}\" role=\"status\">{}</p>\n", kind,
                     html_escaped(words.in(language)));
}

void add_fact(std::string& out, const Phrase& name, std::string_view value, Language language) {
  if (!value.empty())
    out += fmt::format("<dt>{}</dt><dd>{}</dd>\n", html_escaped(fill(name).in(language)),
                       shown(value));
}

void add_facts(std::string& out, const Outcome& outcome, Language language) {
  const Report& report = outcome.report;
  out += "<dl class=\"facts\">\n";
  add_fact(out, phrases::fact_file, outcome.source.name, language);
  add_fact(out, phrases::fact_agency, report.agency, language);
  if (report.year > 0)
    add_fact(out, phrases::fact_year, fmt::format("{}", report.year), language);
  if (outcome.source.pages > 0)
    add_fact(out, phrases::fact_pages, fmt::format("{}", outcome.source.pages), language);
  if (report.layout) {
    add_fact(out, phrases::fact_form,
             fmt::format("{} ({})", report.layout->title.in(language), report.layout->id),
             language);
    std::array<int, 5> count{};
    for (const int field : listed_fields(report))
      ++count.at(static_cast<std::size_t>(report.values.at(static_cast<std::size_t>(field)).state));
    add_fact(out, phrases::fact_values,
             fill(phrases::fact_values_text, count[0], count[1], count[2], count[3], count[4])
                 .in(language),
             language);
  }
  add_fact(out, phrases::fact_hash, outcome.source.sha256, language);
  out += "</dl>\n";
}

/// The paragraph that holds the sentence, with the sentence marked; the sentence alone when it is
/// not found there (a line break inside).
std::string quoted(const Report& report, const std::string& quote) {
  const auto marked = [&](const std::vector<Paragraph>& paragraphs) -> std::string {
    for (const Paragraph& paragraph : paragraphs) {
      const std::string text = paragraph.full_text();
      const std::size_t at = text.find(quote);
      if (at != std::string::npos)
        return shown(std::string_view(text).substr(0, at)) + "<mark>" + shown(quote) + "</mark>" +
               shown(std::string_view(text).substr(at + quote.size()));
    }
    return {};
  };
  std::string found = marked(report.preamble);
  for (const Section& section : report.sections)
    if (found.empty())
      found = marked(section.paragraphs);
  return found.empty() ? "<mark>" + shown(quote) + "</mark>" : found;
}

/// The innermost label of a path: "自然人" of "申请人情况 / 自然人".
std::string_view innermost(std::string_view path) {
  const std::size_t at = path.rfind(" / ");
  return at == std::string_view::npos ? path : path.substr(at + 3);
}

/// "（七）总计 · 自然人", with the whole path as tooltip, linked to the cell when it is drawn.
std::string cell_link(const Outcome& outcome, int field, int first_table, Language language) {
  const Report& report = outcome.report;
  const FieldLabels labels = field_labels(*report.layout, field, language);
  const Place& place = report.values.at(static_cast<std::size_t>(field)).place;
  const std::string text = html_escaped(one_line(innermost(labels.row))) + " · " +
                           html_escaped(one_line(innermost(labels.column)));
  const std::string whole = html_escaped(one_line(labels.row + " · " + labels.column));
  if (place.table < 0)
    return fmt::format("<span title=\"{}\">{}</span>", whole, text);
  return fmt::format("<a href=\"#t{}r{}c{}\" title=\"{}\">{}</a>", first_table + place.table + 1,
                     place.row + 1, place.column + 1, whole, text);
}

void add_cells(std::string& out, const Outcome& outcome, const Finding& finding, int first_table,
               Language language) {
  if (!outcome.report.layout || finding.fields.empty())
    return;
  constexpr std::size_t shown = 6;
  out += fmt::format("<p class=\"small\"><span class=\"soft\">{}</span>",
                     html_escaped(fill(phrases::cells_label).in(language)));
  const std::size_t count = finding.fields.size();
  // A sum's last field is its total: it must be among those that are shown.
  for (std::size_t i = 0; i < std::min(shown, count); ++i) {
    const bool last_shown = i + 1 == shown;
    const int field = finding.fields[last_shown ? count - 1 : i];
    out += (i > 0 ? "; " : "") + cell_link(outcome, field, first_table, language);
  }
  if (count > shown)
    out += " <span class=\"soft\">" +
           html_escaped(fill(phrases::and_more_cells, count - shown).in(language)) + "</span>";
  out += "</p>\n";
}

void add_findings(std::string& out, const Outcome& outcome, const Counters& before,
                  Language language) {
  if (outcome.findings.empty())
    return;
  out += fmt::format("<h2>{}</h2>\n<ol class=\"findings\">\n",
                     html_escaped(fill(phrases::heading_findings).in(language)));
  int number = before.findings;
  for (const Finding& finding : outcome.findings) {
    ++number;
    const std::string_view severity = severity_name(finding.severity);
    out +=
        fmt::format("<li id=\"f{0}\" class=\"{1}\"><p><span class=\"soft\">{0}</span> <span "
                    "class=\"badge {1}\">{2}</span> {3}</p>\n",
                    number, severity, html_escaped(severity_words(finding.severity).in(language)),
                    shown(finding.message.in(language)));
    if (finding.expected && finding.actual)
      out += "<p>" +
             html_escaped(
                 fill(phrases::expected_actual, finding.expected->text(), finding.actual->text())
                     .in(language)) +
             "</p>\n";
    if (!finding.quote.empty())
      out += "<blockquote>" + quoted(outcome.report, finding.quote) + "</blockquote>\n";
    add_cells(out, outcome, finding, before.tables, language);
    out += fmt::format("<p class=\"small soft\"><code>{}</code></p></li>\n",
                       html_escaped(finding.rule));
  }
  out += "</ol>\n";
}

std::vector<CellMarks> marks_of(const Outcome& outcome, const Tables& tables, int first_finding) {
  std::vector<CellMarks> marks(tables.size());
  std::vector<Grid> grids;
  grids.reserve(tables.size());
  for (const Table* table : tables)
    grids.emplace_back(*table);
  int number = first_finding;
  for (const Finding& finding : outcome.findings) {
    ++number;
    for (const Place& place : finding_places(outcome.report, finding)) {
      if (place.table < 0 || place.table >= static_cast<int>(tables.size()))
        continue;
      const auto table = static_cast<std::size_t>(place.table);
      const int cell = grids[table].at(place.row, place.column);
      if (cell < 0)
        continue;
      CellMark& mark = marks[table][static_cast<std::size_t>(cell)];
      mark.severity =
          mark.numbers.empty() ? finding.severity : std::min(mark.severity, finding.severity);
      if (mark.numbers.empty() || mark.numbers.back() != number)
        mark.numbers.push_back(number);
    }
  }
  return marks;
}

void add_tables(std::string& out, const Outcome& outcome, const Counters& before,
                Language language) {
  const Tables tables = tables_of(outcome.flow);
  const std::vector<CellMarks> marks = marks_of(outcome, tables, before.findings);
  bool headed = false;
  for (std::size_t i = 0; i < tables.size(); ++i) {
    if (marks[i].empty())
      continue;
    if (!headed)
      out += fmt::format("<h2>{}</h2>\n", html_escaped(fill(phrases::heading_tables).in(language)));
    headed = true;
    std::string caption = fill(phrases::table_place, i + 1).in(language);
    if (tables[i]->origin.page > 0)
      caption += " · " + fill(phrases::page_place, tables[i]->origin.page).in(language);
    out += html_table(*tables[i], before.tables + static_cast<int>(i) + 1, marks[i], caption,
                      language);
  }
}

void add_notes(std::string& out, const std::vector<Note>& notes, Language language) {
  if (notes.empty())
    return;
  out +=
      fmt::format("<h2>{}</h2>\n<ul>\n", html_escaped(fill(phrases::heading_notes).in(language)));
  for (const Note& note : notes)
    out += "<li>" + shown(note.message.in(language)) + "</li>\n";
  out += "</ul>\n";
}

} // namespace

Result<std::string> write_findings_html(std::span<const Outcome> outcomes, Language language) {
  const std::string first = outcomes.empty() ? std::string() : outcomes.front().source.name;
  std::string out = html_page_begin(fill(phrases::page_title, first).in(language), language);
  Counters before;
  for (const Outcome& outcome : outcomes) {
    const std::string& title =
        outcome.report.title.empty() ? outcome.source.name : outcome.report.title;
    out += "<article>\n<h1>" + shown(one_line(title)) + "</h1>\n";
    add_verdict(out, outcome, language);
    add_facts(out, outcome, language);
    add_findings(out, outcome, before, language);
    add_tables(out, outcome, before, language);
    add_notes(out, outcome.notes, language);
    out += "</article>\n";
    before.findings += static_cast<int>(outcome.findings.size());
    before.tables += static_cast<int>(tables_of(outcome.flow).size());
  }
  return out + html_page_end();
}

} // namespace gouji
