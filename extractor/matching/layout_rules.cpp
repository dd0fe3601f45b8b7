// SPDX-License-Identifier: GPL-3.0-or-later
// The rules of a whole form: the period its numbers cover, what a section must state, and the
// sentences whose numbers the tables must bear out.
#include <charconv>

#include "matching/layout_messages.h"
#include "matching/layout_reading.h"

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

ClaimReading read_reading(LayoutReading& reading, const LayoutElement& element) {
  ClaimReading terms;
  for (const LayoutElement& term : element.children) {
    const std::optional<int> field = find_field(reading.layout, term.attribute("field"));
    if (!field)
      reading.fault(term, fill(phrases::layout_no_field, term.attribute("field")));
    else
      (term.name == "minus" ? terms.minus : terms.plus).push_back(*field);
  }
  return terms;
}

void read_claim(LayoutReading& reading, const LayoutElement& element) {
  Claim claim;
  claim.id = element.attribute("id");
  claim.severity = read_severity(reading, element);
  claim.message = read_message(element);
  claim.source = read_source(reading, element);
  for (const LayoutElement& child : element.children) {
    if (child.name == "phrase")
      claim.phrases.push_back({Claim::Says::number, child.text});
    else if (child.name == "none")
      claim.phrases.push_back({Claim::Says::none, child.text});
    else if (child.name == "reading")
      claim.readings.push_back(read_reading(reading, child));
  }
  reading.layout.claims.push_back(std::move(claim));
}

} // namespace

void read_form_rules(LayoutReading& reading, const LayoutElement& root) {
  for (const LayoutElement& element : root.children) {
    if (element.name == "period")
      read_period(reading, element);
    else if (element.name == "statement")
      read_statement(reading, element);
    else if (element.name == "claim")
      read_claim(reading, element);
  }
}

} // namespace gouji
