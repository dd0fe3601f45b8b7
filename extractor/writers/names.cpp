// SPDX-License-Identifier: GPL-3.0-or-later
// Names and places that every output shows alike.
#include "writers/names.h"

#include "writers/messages.h"

namespace gouji {

std::string_view state_name(State state) {
  switch (state) {
  case State::read:
    return "read";
  case State::blank:
    return "blank";
  case State::unreadable:
    return "unreadable";
  case State::absent:
    return "absent";
  case State::settled:
    return "settled";
  }
  return {};
}

std::string_view severity_name(Severity severity) {
  switch (severity) {
  case Severity::error:
    return "error";
  case Severity::warning:
    return "warning";
  case Severity::info:
    return "info";
  }
  return {};
}

Words state_words(State state) {
  switch (state) {
  case State::read:
    return fill(phrases::state_read);
  case State::blank:
    return fill(phrases::state_blank);
  case State::unreadable:
    return fill(phrases::state_unreadable);
  case State::absent:
    return fill(phrases::state_absent);
  case State::settled:
    return fill(phrases::state_settled);
  }
  return {};
}

Words severity_words(Severity severity) {
  switch (severity) {
  case Severity::error:
    return fill(phrases::severity_error);
  case Severity::warning:
    return fill(phrases::severity_warning);
  case Severity::info:
    return fill(phrases::severity_info);
  }
  return {};
}

FieldLabels field_labels(const Layout& layout, int field, Language language) {
  const LayoutField& f = layout.fields.at(static_cast<std::size_t>(field));
  const LayoutTable& table = layout.tables.at(static_cast<std::size_t>(f.table));
  return {table.name.in(language), row_label(layout, f), column_label(layout, f)};
}

std::vector<int> listed_fields(const Report& report) {
  std::vector<int> listed;
  if (!report.layout)
    return listed;
  const auto& fields = report.layout->fields;
  listed.reserve(fields.size());
  for (std::size_t i = 0; i < fields.size(); ++i)
    if (fields[i].edition.empty() || report.values.at(i).state != State::absent)
      listed.push_back(static_cast<int>(i));
  return listed;
}

std::vector<Place> finding_places(const Report& report, const Finding& finding) {
  std::vector<Place> places;
  for (const int field : finding.fields) {
    const Value& value = report.values.at(static_cast<std::size_t>(field));
    if (value.state != State::absent)
      places.push_back(value.place);
  }
  places.insert(places.end(), finding.places.begin(), finding.places.end());
  return places;
}

std::string one_line(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  bool gap = false;
  for (const char c : text) {
    if (static_cast<unsigned char>(c) <= ' ' || c == 0x7F) {
      gap = !out.empty();
      continue;
    }
    if (gap)
      out += ' ';
    gap = false;
    out += c;
  }
  return out;
}

} // namespace gouji
