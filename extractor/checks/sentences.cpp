// SPDX-License-Identifier: GPL-3.0-or-later
// Cutting prose at full stops.
#include "checks/sentences.h"

#include <algorithm>
#include <string_view>
#include <utility>

namespace gouji {
namespace {

/// Of normalised text; a ';' parts clauses of one sentence and does not end it.
constexpr std::u32string_view full_stops = U"。!?";

void cut(const Paragraph& paragraph, int section, std::vector<Sentence>& sentences) {
  const std::string printed = paragraph.full_text();
  bool opens = true;
  for (std::size_t begin = 0; begin < printed.size();) {
    const std::size_t end = std::min(printed.find('\n', begin), printed.size());
    const std::string_view line = std::string_view(printed).substr(begin, end - begin);
    const MappedText mapped = map_text(line);
    for (std::size_t from = 0; from < mapped.text.size();) {
      std::size_t to = mapped.text.find_first_of(full_stops, from);
      to = to == std::u32string::npos ? mapped.text.size() : to + 1;
      Sentence sentence;
      sentence.section = section;
      sentence.printed = printed_part(line, mapped, from, to);
      sentence.text = mapped.text.substr(from, to - from);
      const std::size_t start =
          line.substr(mapped.source[from]).find_first_not_of(" \t\r") + mapped.source[from];
      for (std::size_t i = from; i <= to; ++i)
        sentence.source.push_back(static_cast<std::uint32_t>(
            std::min(std::max(mapped.source[i], start) - start, sentence.printed.size())));
      sentence.origin = paragraph.origin;
      sentence.opens = std::exchange(opens, false);
      sentences.push_back(std::move(sentence));
      from = to;
    }
    begin = end + 1;
  }
}

} // namespace

std::string quote_around(const Sentence& sentence, Span place) {
  constexpr std::size_t longest = 300, around = 120; // characters
  if (sentence.text.size() <= longest)
    return sentence.printed;
  const std::size_t from = place.first > around ? place.first - around : 0;
  const std::size_t to = std::min(place.last + around, sentence.text.size());
  return sentence.printed.substr(sentence.source[from],
                                 sentence.source[to] - sentence.source[from]);
}

std::vector<Sentence> read_sentences(const Report& report) {
  std::vector<Sentence> sentences;
  for (const Paragraph& paragraph : report.preamble)
    cut(paragraph, 0, sentences);
  for (const Section& section : report.sections)
    for (const Paragraph& paragraph : section.paragraphs)
      cut(paragraph, section.number, sentences);
  return sentences;
}

} // namespace gouji
