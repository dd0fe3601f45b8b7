// SPDX-License-Identifier: GPL-3.0-or-later
// Cutting prose at full stops.
#include "checks/sentences.h"

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
      sentence.origin = paragraph.origin;
      sentence.opens = std::exchange(opens, false);
      sentences.push_back(std::move(sentence));
      from = to;
    }
    begin = end + 1;
  }
}

} // namespace

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
