// SPDX-License-Identifier: GPL-3.0-or-later
// The rules of a whole form: the period its numbers cover and what a section must state.
#include "matching/layout_messages.h"
#include "matching/layout_reading.h"

#include <charconv>

namespace gouji {
namespace {

Words read_message(const LayoutElement& element) {
  const LayoutElement* message = element.child("message");
  return message ? read_words(*message) : Words{};
}

/// "01-31" -> month and day.
void read_date(LayoutReading& reading, const LayoutElement& element, std::string_view attribute,
               int& month, int& day) {
  const std::string_view text = element.attribute(attribute);
  int m = 0, d = 0;
  const char* end = text.data() + text.size();
  const auto first = std::from_chars(text.data(), end, m);
  if (first.ec == std::errc() && first.ptr != end && *first.ptr == '-') {
    const auto second = std::from_chars(first.ptr + 1, end, d);
    if (second.ec == std::errc() && second.ptr == end && 1 <= m && m <= 12 && 1 <= d && d <= 31) {
      month = m;
      day = d;
      return;
    }
  }
  reading.fault(element, fill(phrases::layout_date_wanted, element.name, attribute, text));
}

void read_period(LayoutReading& reading, const LayoutElement& element) {
  PeriodRule& rule = reading.layout.period;
  rule.id = element.attribute("id");
  read_date(reading, element, "from", rule.first_month, rule.first_day);
  read_date(reading, element, "to", rule.last_month, rule.last_day);
  for (const LayoutElement& child : element.children)
    if (child.name == "phrase")
      rule.phrases.push_back(child.text);
  rule.severity = read_severity(reading, element);
  rule.message = read_message(element);
  rule.source = read_source(reading, element);
}

void read_statement(LayoutReading& reading, const LayoutElement& element) {
  StatementRule rule;
  rule.id = element.attribute("id");
  rule.section = read_integer(reading, element, "section");
  if (rule.section < 1 || rule.section > static_cast<int>(reading.layout.sections.size()))
    reading.fault(element, fill(phrases::layout_no_section, rule.section));
  rule.first_year = read_integer(reading, element, "first-year");
  rule.severity = read_severity(reading, element);
  rule.message = read_message(element);
  rule.source = read_source(reading, element);
  for (const LayoutElement& child : element.children)
    if (child.name == "phrase")
      rule.phrases.push_back(child.text);
  reading.layout.statements.push_back(std::move(rule));
}

} // namespace

void read_form_rules(LayoutReading& reading, const LayoutElement& root) {
  for (const LayoutElement& element : root.children) {
    if (element.name == "period")
      read_period(reading, element);
    else if (element.name == "statement")
      read_statement(reading, element);
    else if (element.name == "prose")
      read_prose(reading, element);
  }
}

} // namespace gouji
