// SPDX-License-Identifier: GPL-3.0-or-later
// The `prose` element of a layout: words by role, and the claims of a form.
#include "matching/layout_reading.h"

#include <algorithm>

namespace gouji {
namespace {

/// The words of an element's text, parted by white space.
std::vector<std::string> read_list(const LayoutElement& element) {
  constexpr std::string_view white = " \t\r\n";
  std::vector<std::string> list;
  const std::string_view text = element.text;
  for (std::size_t at = text.find_first_not_of(white); at != std::string_view::npos;) {
    const std::size_t end = std::min(text.find_first_of(white, at), text.size());
    list.emplace_back(text.substr(at, end - at));
    at = text.find_first_not_of(white, end);
  }
  return list;
}

ClaimReading read_reading(LayoutReading& reading, const LayoutElement& element) {
  ClaimReading out;
  out.second = element.attribute("second") == "true";
  for (const LayoutElement& child : element.children) {
    ClaimReading::Term term;
    term.minus = child.name == "minus";
    term.fields = read_fields(reading, child);
    out.terms.push_back(std::move(term));
  }
  return out;
}

void append(std::vector<std::string>& list, const LayoutElement& element) {
  for (std::string& word : read_list(element))
    list.push_back(std::move(word));
}

void read_claim(LayoutReading& reading, const LayoutElement& element) {
  constexpr int usual_distance = 24; // characters between the words and their number
  ClaimRule rule;
  rule.code = element.attribute("code");
  rule.group = element.attribute("group");
  rule.topic = element.attribute("topic") == "true";
  rule.everywhere = element.attribute("everywhere") == "true";
  rule.whole = element.attribute("whole") == "true";
  rule.anyway = element.attribute("anyway") == "true";
  for (const LayoutElement& child : element.children) {
    if (child.name == "what") {
      rule.what = read_words(child);
    } else if (child.name == "cue") {
      const int near = child.has("near") ? read_integer(reading, child, "near") : usual_distance;
      for (std::string& pattern : read_list(child))
        rule.cues.push_back({std::move(pattern), near});
    } else if (child.name == "none") {
      append(rule.none, child);
    } else if (child.name == "needs") {
      append(rule.needs, child);
    } else if (child.name == "unless") {
      append(rule.unless, child);
    } else if (child.name == "shy") {
      append(rule.shy, child);
    } else if (child.name == "despite") {
      append(rule.despite, child);
    } else if (child.name == "hedge") {
      append(rule.hedge, child);
    } else if (child.name == "reading") {
      rule.readings.push_back(read_reading(reading, child));
    }
  }
  reading.layout.prose.claims.push_back(std::move(rule));
}

} // namespace

void read_prose(LayoutReading& reading, const LayoutElement& element) {
  for (const LayoutElement& child : element.children) {
    if (child.name == "words")
      append(reading.layout.prose.words[std::string(child.attribute("role"))], child);
    else if (child.name == "claim")
      read_claim(reading, child);
  }
}

} // namespace gouji
