// SPDX-License-Identifier: GPL-3.0-or-later
// A scan from left to right: the longest label, else digits, else words.
#include "matching/running_labels.h"

#include "text/characters.h"
#include "text/normalize.h"
#include "text/numerals.h"
#include "text/ordinal.h"

#include <algorithm>

namespace gouji {
namespace {

constexpr std::size_t shortest_label = 2; // characters; a single one stands in any word

bool is_digit(std::u32string_view text, std::size_t at) {
  return at < text.size() && is_ascii_digit(text[at]);
}

/// A sign, or a mark for nothing in a cell.
bool is_mark(std::u32string_view text, std::size_t at) {
  return at < text.size() && (text[at] == U'-' || text[at] == U'/');
}

/// Does "2." or "2、" begin here and no decimal?
bool is_ordinal(std::u32string_view text, std::size_t at) {
  if (!is_digit(text, at) || text[at] == U'0' || at + 1 >= text.size())
    return false;
  static const std::u32string comma = to_u32(detail::ordinal_comma);
  return text[at + 1] == comma.front() || (text[at + 1] == U'.' && !is_digit(text, at + 2));
}

} // namespace

std::size_t RunningLabels::unit_at(std::u32string_view text, std::size_t place) const {
  constexpr std::size_t longest_ordinal = 4;
  const std::string ahead = to_utf8(text.substr(place, 2 + longest_ordinal));
  std::size_t length = 0;
  for (const std::string_view unit : detail::units) {
    if (!ahead.starts_with(unit))
      continue;
    const std::size_t characters = to_u32(unit).size();
    if (characters > length &&
        (place + characters == text.size() || is_digit(text, place + characters) ||
         at(text, place + characters) ||
         leading_ordinal(std::string_view(ahead).substr(unit.size())).length > 0))
      length = characters;
  }
  return length;
}

RunningLabels::RunningLabels(const Layout& layout) {
  for (const LayoutSection& section : layout.sections)
    add(section.title, LabelledPiece::Kind::heading);
  for (const LayoutTable& table : layout.tables)
    for (const LayoutBlock& block : table.blocks) {
      add(block.title, LabelledPiece::Kind::label);
      add(block.corner, LabelledPiece::Kind::label);
      for (const auto* nodes : {&block.rows, &block.columns})
        for (const LayoutNode& node : *nodes)
          add(node.label, LabelledPiece::Kind::label);
    }
  for (auto& [first, spellings] : spellings_)
    std::stable_sort(spellings.begin(), spellings.end(), [](const Spelling& a, const Spelling& b) {
      return a.text.size() > b.text.size();
    });
}

void RunningLabels::add(const Label& label, LabelledPiece::Kind kind) {
  for (const std::string& spelling : spellings_of(label)) {
    std::u32string text = to_u32(spelling);
    if (text.size() < shortest_label)
      continue;
    auto& same = spellings_[text.front()];
    if (std::none_of(same.begin(), same.end(),
                     [&](const Spelling& other) { return other.text == text; }))
      same.push_back({std::move(text), kind});
  }
}

const RunningLabels::Spelling* RunningLabels::at(std::u32string_view text,
                                                 std::size_t place) const {
  const auto same = spellings_.find(text[place]);
  if (same == spellings_.end())
    return nullptr;
  const auto found =
      std::find_if(same->second.begin(), same->second.end(), [&](const Spelling& spelling) {
        return text.substr(place).starts_with(spelling.text);
      });
  return found == same->second.end() ? nullptr : &*found;
}

std::size_t RunningLabels::end_of_run(std::u32string_view text, std::size_t first) const {
  std::size_t end = first;
  while (end < text.size()) {
    if (end > first && at(text, end))
      break;
    if (is_digit(text, end)) {
      if (is_ordinal(text, end) && end > first)
        break;
      ++end;
      if (!is_digit(text, end) && end < text.size())
        end += unit_at(text, end);
    } else if (is_mark(text, end)) {
      ++end;
    } else if ((text[end] == U'.' || text[end] == U',') && end > first && is_digit(text, end - 1) &&
               is_digit(text, end + 1)) {
      ++end;
    } else {
      break;
    }
  }
  return end;
}

std::vector<LabelledPiece> RunningLabels::part(std::u32string_view text) const {
  std::vector<LabelledPiece> pieces;
  const auto add = [&](LabelledPiece::Kind kind, std::size_t first, std::size_t last) {
    if (kind == LabelledPiece::Kind::words && !pieces.empty() && pieces.back().kind == kind)
      pieces.back().last = last;
    else
      pieces.push_back({kind, first, last});
  };
  for (std::size_t place = 0; place < text.size();) {
    std::size_t end = place + 1;
    const bool behind_label = !pieces.empty() && pieces.back().kind == LabelledPiece::Kind::label;
    if (const Spelling* spelling = at(text, place)) {
      end = place + spelling->text.size();
      add(spelling->kind, place, end);
    } else if ((is_digit(text, place) && !is_ordinal(text, place)) ||
               (is_mark(text, place) && (behind_label || is_digit(text, place + 1)))) {
      end = end_of_run(text, place);
      add(LabelledPiece::Kind::run, place, end);
    } else {
      add(LabelledPiece::Kind::words, place, end);
    }
    place = end;
  }
  return pieces;
}

} // namespace gouji
