// SPDX-License-Identifier: GPL-3.0-or-later
// An outcome in the panel's words.
#include "listing.h"

#include "checks/cells.h"
#include "messages.h"
#include "writers/names.h"

#include <map>

namespace gouji::addin {
namespace {

constexpr std::size_t longest_row_label = 14; // characters; the panel may be 240 pixels wide

const LayoutField& field_of(const Outcome& outcome, int field) {
  return outcome.report.layout->fields.at(static_cast<std::size_t>(field));
}

/// The last part of "（三）不予公开 / 1.属于国家秘密", cut where it is long.
std::string short_label(const std::string& path) {
  constexpr std::string_view separator = " / ";
  const std::size_t last = path.rfind(separator);
  const std::string label = last == std::string::npos ? path : path.substr(last + separator.size());
  const auto continues = [](char byte) {
    return (static_cast<unsigned char>(byte) & 0xC0) == 0x80;
  };
  std::size_t characters = 0, cut = label.size();
  for (std::size_t i = 0; i < label.size(); ++i)
    if (!continues(label[i]) && characters++ == longest_row_label - 1)
      cut = i;
  return characters <= longest_row_label ? label : label.substr(0, cut) + "…";
}

std::string line_text(const Outcome& outcome, const Finding& finding, Language language) {
  const std::string said = one_line(finding.message.in(language));
  const auto field = shown_field(outcome, finding);
  if (!field)
    return said;
  const Layout& layout = *outcome.report.layout;
  const LayoutField& shown = field_of(outcome, *field);
  const Words cell = fill(phrases::listed_cell, short_label(row_label(layout, shown)),
                          short_label(column_label(layout, shown)));
  if (!finding.expected || !finding.actual)
    return fill(phrases::listed_message, cell, said).in(language);
  if (finding.fields.size() == 1) // the cell's own number, and what it should be
    return fill(phrases::listed_repair, cell, finding.actual->text(), finding.expected->text())
        .in(language);
  return fill(phrases::listed_numbers, cell, finding.expected->text(), finding.actual->text())
      .in(language);
}

Words counted(std::size_t count, const Phrase& one, const Phrase& many) {
  return fill(count == 1 ? one : many, count);
}

} // namespace

std::optional<int> shown_field(const Outcome& outcome, const Finding& finding) {
  // A relation's last field is the one its sum is printed in.
  for (auto field = finding.fields.rbegin(); field != finding.fields.rend(); ++field) {
    const Place& place = outcome.report.values.at(static_cast<std::size_t>(*field)).place;
    if (place.table >= 0 && place.column >= 0)
      return *field;
  }
  return std::nullopt;
}

Place shown_place(const Outcome& outcome, const Finding& finding) {
  if (const auto field = shown_field(outcome, finding))
    return outcome.report.values.at(static_cast<std::size_t>(*field)).place;
  return finding.places.empty() ? Place{} : finding.places.front();
}

std::vector<ListedGroup> list_findings(const Outcome& outcome,
                                       const std::vector<std::size_t>& order,
                                       const std::vector<bool>& ignored, Language language) {
  constexpr int whole_report = -1;
  std::map<int, ListedGroup> groups; // by table of the form
  for (const std::size_t index : order) {
    if (ignored.at(index))
      continue;
    const Finding& finding = outcome.findings.at(index);
    const int table =
        finding.fields.empty() ? whole_report : field_of(outcome, finding.fields.back()).table;
    ListedGroup& group = groups[table];
    group.title =
        table == whole_report
            ? fill(phrases::whole_report).in(language)
            : outcome.report.layout->tables.at(static_cast<std::size_t>(table)).name.in(language);
    group.findings.push_back({index, finding.severity, line_text(outcome, finding, language)});
  }
  std::vector<ListedGroup> listed;
  for (auto& [table, group] : groups)
    listed.push_back(std::move(group));
  return listed;
}

Words count_words(const std::array<std::size_t, 3>& counts) {
  return fill(phrases::verdict, counted(counts[0], phrases::one_error, phrases::errors),
              counted(counts[1], phrases::one_warning, phrases::warnings),
              counted(counts[2], phrases::one_info, phrases::infos));
}

std::string verdict_line(const Outcome& outcome, const std::vector<bool>& ignored,
                         Language language) {
  if (!outcome.report.layout)
    return fill(phrases::no_form).in(language);
  std::array<std::size_t, 3> counts{};
  for (std::size_t i = 0; i < outcome.findings.size(); ++i)
    if (!ignored.at(i))
      ++counts.at(static_cast<std::size_t>(outcome.findings[i].severity));
  if (counts == std::array<std::size_t, 3>{})
    return fill(phrases::verdict_right).in(language);
  return count_words(counts).in(language);
}

std::string form_line(const Outcome& outcome, Language language) {
  const Report& report = outcome.report;
  if (!report.layout)
    return outcome.notes.empty() ? "" : outcome.notes.back().message.in(language);
  std::string line = fill(phrases::form_found, report.layout->title).in(language);
  if (report.year > 0)
    line += fill(phrases::form_year, report.year).in(language);
  if (!report.agency.empty())
    line += fill(phrases::form_agency, report.agency).in(language);
  std::string missing;
  for (const Deviation& deviation : report.match.deviations) {
    using Kind = Deviation::Kind;
    if (deviation.kind != Kind::table_missing && deviation.kind != Kind::row_missing &&
        deviation.kind != Kind::column_missing)
      continue;
    if (!missing.empty())
      missing += fill(phrases::part_separator).in(language);
    missing += deviation.what.in(language);
  }
  line += missing.empty() ? fill(phrases::form_whole).in(language)
                          : fill(phrases::form_missing, missing).in(language);
  return line;
}

std::string finding_text(const Outcome& outcome, const Finding& finding,
                         const std::optional<Repair>& repair, Language language) {
  std::string text = severity_words(finding.severity).in(language);
  if (const auto field = shown_field(outcome, finding))
    text += fill(phrases::at_cell, cell_name(*outcome.report.layout, *field)).in(language);
  text += '\n' + finding.message.in(language);
  if (repair)
    text += '\n' + fill(phrases::would_settle, cell_name(*outcome.report.layout, repair->field),
                        repair->number.text())
                       .in(language);
  return text;
}

} // namespace gouji::addin
