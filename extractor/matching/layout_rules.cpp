// SPDX-License-Identifier: GPL-3.0-or-later
// What concerns a whole form: the period its numbers cover, what a section must state, its charts.
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

Words read_name(const LayoutElement& element) {
  const LayoutElement* name = element.child("name");
  return name ? read_words(*name) : Words{};
}

void read_chart(LayoutReading& reading, const LayoutElement& element) {
  Chart chart;
  chart.id = element.attribute("id");
  chart.name = read_name(element);
  for (const LayoutElement& part : element.children) {
    if (part.name != "series")
      continue;
    ChartSeries series;
    series.id = part.attribute("id");
    series.name = read_name(part);
    for (const LayoutElement& term : part.children)
      if (term.name == "plus")
        for (const int field : read_fields(reading, term))
          series.fields.push_back(field);
    chart.series.push_back(std::move(series));
  }
  reading.layout.charts.push_back(std::move(chart));
}

} // namespace

std::vector<int> read_fields(LayoutReading& reading, const LayoutElement& element) {
  // One "*" stands for any middle.
  const std::string_view pattern = element.attribute("fields");
  const std::size_t star = pattern.find('*');
  const std::string_view before = pattern.substr(0, star);
  const std::string_view behind = star < pattern.size() ? pattern.substr(star + 1) : "";
  const auto matches = [&](std::string_view id) {
    return star == std::string_view::npos
               ? id == pattern
               : id.size() + 1 >= pattern.size() && id.starts_with(before) && id.ends_with(behind);
  };
  std::vector<int> fields;
  for (std::size_t i = 0; i < reading.layout.fields.size(); ++i)
    if (matches(reading.layout.fields[i].id))
      fields.push_back(static_cast<int>(i));
  if (fields.empty())
    reading.fault(element, fill(phrases::layout_no_field, pattern));
  return fields;
}

void read_form_rules(LayoutReading& reading, const LayoutElement& root) {
  for (const LayoutElement& element : root.children) {
    if (element.name == "period")
      read_period(reading, element);
    else if (element.name == "statement")
      read_statement(reading, element);
    else if (element.name == "chart")
      read_chart(reading, element);
    else if (element.name == "prose")
      read_prose(reading, element);
  }
}

} // namespace gouji
