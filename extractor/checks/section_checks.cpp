// SPDX-License-Identifier: GPL-3.0-or-later
// The sections of the form: there, in order, and under their titles.
#include "checks/form_checks.h"
#include "checks/messages.h"
#include "text/normalize.h"
#include "text/ordinal.h"

#include <algorithm>
#include <set>

namespace gouji {
namespace {

Finding finding_of(std::string_view code, Severity severity, Words message) {
  Finding finding;
  finding.rule = code;
  finding.severity = severity;
  finding.message = std::move(message);
  return finding;
}

/// A heading without its number and closing marks.
std::string bare(std::string_view heading) {
  std::string text = normalized(heading);
  text.erase(0, leading_ordinal(text).length);
  for (const std::string_view mark : {":", ".", ";", "。"})
    if (text.ends_with(mark))
      text.erase(text.size() - mark.size());
  return text;
}

} // namespace

std::vector<Finding> check_sections(const Report& report) {
  std::vector<Finding> findings;
  const Layout& layout = *report.layout;
  std::vector<const Section*> first; // of each number, where it stands first
  std::set<int> seen;
  for (const Section& section : report.sections)
    if (section.number > 0 && seen.insert(section.number).second)
      first.push_back(&section);

  for (const LayoutSection& section : layout.sections)
    if (section.required && !seen.contains(section.number))
      findings.push_back(
          finding_of("section.missing", Severity::error,
                     fill(phrases::section_missing, section.title.text, section.number)));

  const auto earlier = [](const Section* a, const Section* b) { return a->number < b->number; };
  if (!std::is_sorted(first.begin(), first.end(), earlier)) {
    std::string order;
    for (const Section* section : first)
      order += (order.empty() ? "" : ", ") + std::to_string(section->number);
    Finding finding =
        finding_of("section.order", Severity::error, fill(phrases::section_order, order));
    const auto out = std::is_sorted_until(first.begin(), first.end(), earlier);
    finding.places.push_back({-1, -1, -1, (*out)->origin});
    finding.quote = (*out)->printed_title;
    findings.push_back(std::move(finding));
  }

  for (const Section* section : first) {
    const auto form = std::find_if(
        layout.sections.begin(), layout.sections.end(),
        [&](const LayoutSection& candidate) { return candidate.number == section->number; });
    if (form == layout.sections.end() || bare(section->printed_title) == bare(form->title.text))
      continue;
    Finding finding =
        finding_of("section.title", Severity::info,
                   fill(phrases::section_title, section->printed_title, form->title.text));
    finding.places.push_back({-1, -1, -1, section->origin});
    finding.quote = section->printed_title;
    findings.push_back(std::move(finding));
  }
  return findings;
}

} // namespace gouji
