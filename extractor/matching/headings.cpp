// SPDX-License-Identifier: GPL-3.0-or-later
// Headings by title, alias, or numbering and likeness.
#include "matching/headings.h"

#include "text/mapped_text.h"
#include "text/normalize.h"
#include "text/ordinal.h"

#include <algorithm>

namespace gouji {
namespace {

using Style = Ordinal::Style;

constexpr std::size_t longest_heading = 60;  // characters, its number with it
constexpr std::size_t longest_addition = 10; // characters a heading may say besides the title
constexpr std::size_t longest_ordinal = 8;   // characters
// How like a title a line must be: with the section's own number before it, with another, with
// none.
constexpr double like_with_number = 0.6, like_with_other = 0.75, like_without = 0.85;

/// What may close a heading, and what ends a sentence.
constexpr std::u32string_view closing_marks = U"。:;.,";
constexpr std::u32string_view sentence_marks = U"。;!?";
/// Before a heading inside a line: the end of a sentence, of a bracketed note, of a page number.
constexpr std::u32string_view before_marks = U"。!?)-";

bool numbers_sections(Style style) {
  return style == Style::chinese || style == Style::part;
}

std::u32string_view without_closing(std::u32string_view text) {
  while (!text.empty() && closing_marks.find(text.back()) != std::u32string_view::npos)
    text.remove_suffix(1);
  return text;
}

bool white(char c) {
  return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

} // namespace

std::string_view without_residue(std::string_view text) {
  constexpr std::size_t longest = 60;
  while (!text.empty() && text.front() == '[') {
    const std::size_t end = text.substr(0, longest).find(']');
    if (end == std::string_view::npos || !std::all_of(text.begin(), text.begin() + end, [](char c) {
          return static_cast<unsigned char>(c) < 0x80;
        }))
      break;
    text.remove_prefix(end + 1);
  }
  return text;
}

HeadingFinder::HeadingFinder(const std::vector<LayoutSection>& sections) {
  const auto add = [&](const LayoutSection& section, int index, std::string_view label, bool own) {
    std::string text = normalized(label);
    if (!text.empty())
      names_.push_back({index, section.number, text, to_u32(text), Comparable(text), own});
  };
  for (std::size_t i = 0; i < sections.size(); ++i) {
    add(sections[i], static_cast<int>(i), sections[i].title.text, true);
    for (const Alias& alias : sections[i].title.aliases)
      add(sections[i], static_cast<int>(i), alias.text, false);
  }
  std::stable_sort(names_.begin(), names_.end(), [](const Name& a, const Name& b) {
    return a.characters.size() > b.characters.size();
  });
}

bool HeadingFinder::whole_line(std::string_view line, std::string_view numbering, bool marked,
                               HeadingPlace& place) const {
  if (line.size() > longest_heading * 4)
    return false;
  const std::u32string characters = to_u32(normalized(line));
  const std::u32string_view said = without_closing(characters);
  if (said.empty() || said.size() > longest_heading ||
      said.find_first_of(sentence_marks) != std::u32string_view::npos)
    return false;
  std::string text = to_utf8(said);
  Ordinal ordinal = leading_ordinal(normalized(std::string(numbering)));
  if (ordinal.style == Style::none) {
    ordinal = leading_ordinal(text);
    text.erase(0, ordinal.length);
  }
  if (ordinal.style == Style::chinese_bracket || ordinal.style == Style::digit_bracket)
    return false;
  const std::size_t length = to_u32(text).size();
  const Comparable comparable(text);
  const Name* best = nullptr;
  double best_likeness = 0;
  for (const Name& name : names_) {
    if (text == name.text) {
      // "1.主动公开情况" is an item of the summary; only the form's own words make it a heading.
      if (ordinal.style == Style::digit && !name.own)
        continue;
      place.section = name.section;
      place.exact = true;
      return true;
    }
    if (ordinal.style == Style::digit)
      continue;
    const bool numbered = numbers_sections(ordinal.style);
    const double least = !numbered                      ? (marked ? like_with_other : like_without)
                         : ordinal.value == name.number ? like_with_number
                                                        : like_with_other;
    double likeness = comparable.similarity_above(least, name.comparable);
    // "政府信息公开工作" before the title, "如下" behind it: the title and little more.
    if (numbered && name.characters.size() >= 4 &&
        length <= name.characters.size() + longest_addition &&
        text.find(name.text) != std::string::npos)
      likeness = std::max(likeness, like_with_other);
    if (likeness >= least && likeness > best_likeness) {
      best_likeness = likeness;
      best = &name;
    }
  }
  if (!best)
    return false;
  place.section = best->section;
  place.exact = false;
  return true;
}

void HeadingFinder::inside(std::string_view line, std::size_t offset,
                           std::vector<HeadingPlace>& places) const {
  const MappedText mapped = map_text(line);
  const std::u32string_view text = mapped.text;
  std::vector<HeadingPlace> found;
  for (const Name& name : names_)
    for (std::size_t at = text.find(name.characters); at != std::u32string_view::npos;
         at = text.find(name.characters, at + 1)) {
      for (std::size_t back = 1; back <= std::min(at, longest_ordinal); ++back) {
        const std::string ordinal_text = to_utf8(text.substr(at - back, back));
        const Ordinal ordinal = leading_ordinal(ordinal_text);
        if (!numbers_sections(ordinal.style) || ordinal.length != ordinal_text.size() ||
            ordinal.value != name.number)
          continue;
        const std::size_t start = at - back;
        const std::size_t begin = mapped.source[start];
        const bool at_start = start == 0;
        const bool parted = begin > 0 && white(line[begin - 1]);
        if (!at_start && !parted && before_marks.find(text[start - 1]) == std::u32string_view::npos)
          continue;
        std::size_t end = at + name.characters.size();
        if (end < text.size() && closing_marks.find(text[end]) != std::u32string_view::npos)
          ++end;
        found.push_back({name.section, true, offset + begin, offset + mapped.source[end]});
        break;
      }
    }
  std::stable_sort(found.begin(), found.end(),
                   [](const HeadingPlace& a, const HeadingPlace& b) { return a.begin < b.begin; });
  // Of names that overlap ("主动公开情况" inside a longer one) the longest came first.
  for (const HeadingPlace& place : found)
    if (places.empty() || place.begin >= places.back().end)
      places.push_back(place);
}

std::vector<HeadingPlace> HeadingFinder::find(const Paragraph& paragraph) const {
  std::vector<HeadingPlace> places;
  const std::string_view text = paragraph.text;
  for (std::size_t begin = 0; begin <= text.size();) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    const std::string_view line = without_residue(text.substr(begin, end - begin));
    const std::size_t first = end - line.size();
    HeadingPlace place;
    const bool marked = paragraph.heading > 0 || paragraph.centered;
    if (whole_line(line, begin == 0 ? std::string_view(paragraph.numbering) : std::string_view(),
                   marked, place)) {
      place.begin = first;
      place.end = end;
      places.push_back(place);
    } else {
      inside(line, first, places);
    }
    begin = end + 1;
  }
  return places;
}

} // namespace gouji
