// SPDX-License-Identifier: GPL-3.0-or-later
// Captions by how near and how free a paragraph stands.
#include "tables/captions.h"

#include "tables/paragraphs.h"
#include "text/characters.h"
#include "text/normalize.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <string>

namespace gouji {

namespace {

// In parts of the caption's font size.
constexpr double line_height = 1.35; ///< a line of text with what parts it from the next
constexpr double farthest = 2.5;     ///< from its table, or from the line of units between
constexpr int most_lines = 3;        ///< that a caption with a number may have

bool is_digit(char32_t c) {
  return (c >= U'0' && c <= U'9') || (c >= U'０' && c <= U'９');
}

bool is_letter(char32_t c) {
  return (c >= U'A' && c <= U'Z') || (c >= U'a' && c <= U'z') || (c >= 0xC0 && c < 0x2000) ||
         (is_wide(c) && !(c >= 0x3000 && c <= 0x303F) && !(c >= 0xFF00 && c <= 0xFF20));
}

bool is_capital(char32_t c) {
  return (c >= U'A' && c <= U'Z') || (c >= 0xC0 && c <= 0xDE) || (is_wide(c) && is_letter(c));
}

const Rect& box_of(const Piece& piece) {
  return std::visit([](const auto& b) -> const Rect& { return b.origin.box; }, piece.block);
}

int lines_of(const Paragraph& p) {
  return static_cast<int>(std::lround(p.origin.box.height() / (line_height * p.font_size) + 0.3));
}

/// Does the paragraph stand over or under the table, close to it?
bool is_beside(const Paragraph& p, const Rect& table, double gap) {
  const Rect& box = p.origin.box;
  const double shared = std::min(box.x1, table.x1) - std::max(box.x0, table.x0);
  return gap > -0.5 * p.font_size && gap < farthest * p.font_size && shared > 0.5 * box.width();
}

/// Is the white over it wider than that under it, or does it look unlike what stands over it?
bool stands_free(const std::vector<Piece>& pieces, std::size_t i, double gap_below) {
  const auto& p = std::get<Paragraph>(pieces[i].block);
  if (lines_of(p) > 1)
    return false;
  if (i == 0)
    return true;
  const auto* above = std::get_if<Paragraph>(&pieces[i - 1].block);
  const double gap = p.origin.box.y0 - box_of(pieces[i - 1]).y1;
  return gap > 1.25 * std::max(gap_below, 0.3 * p.font_size) ||
         (above != nullptr && std::abs(above->font_size - p.font_size) > 0.03 * p.font_size) ||
         (p.centered && (above == nullptr || !above->centered));
}

/// The caption that begins with pieces[first] and goes on in those that follow it line by line.
/// What stands beside it rather than under it (units) is none of it.
std::string whole_caption(const std::vector<Piece>& pieces, std::size_t first, std::size_t table) {
  const auto* before = &std::get<Paragraph>(pieces[first].block);
  std::string text = before->text;
  for (std::size_t i = first + 1; i < table; ++i) {
    const auto& p = std::get<Paragraph>(pieces[i].block);
    const Rect &upper = before->origin.box, &lower = p.origin.box;
    if (lower.y0 - upper.y1 > 0.8 * p.font_size || lower.x0 > upper.x1 || lower.x1 < upper.x0)
      break;
    append_line(text, p.text);
    before = &p;
  }
  return text;
}

/// The caption over pieces[table], if any.
std::string caption_above(const std::vector<Piece>& pieces, std::size_t table) {
  constexpr std::size_t most = 4; // a number, two lines of title and one of units
  Rect below = box_of(pieces[table]);
  int lines = 0;
  for (std::size_t i = table; i-- > 0 && table - i <= most;) {
    const auto* p = std::get_if<Paragraph>(&pieces[i].block);
    if (p == nullptr || !is_beside(*p, box_of(pieces[table]), below.y0 - p->origin.box.y1))
      break;
    lines += lines_of(*p);
    if (lines > most_lines + 1)
      break;
    if (label_length(p->text) > 0)
      return whole_caption(pieces, i, table);
    below = p->origin.box;
  }
  const auto* nearest = table > 0 ? std::get_if<Paragraph>(&pieces[table - 1].block) : nullptr;
  if (nearest == nullptr)
    return {};
  const double gap = box_of(pieces[table]).y0 - nearest->origin.box.y1;
  return is_beside(*nearest, box_of(pieces[table]), gap) && stands_free(pieces, table - 1, gap)
             ? nearest->text
             : std::string();
}

/// The caption under pieces[table], if any: only one with a number, since notes stand there, too.
std::string caption_below(const std::vector<Piece>& pieces, std::size_t table) {
  const auto* p =
      table + 1 < pieces.size() ? std::get_if<Paragraph>(&pieces[table + 1].block) : nullptr;
  if (p == nullptr || label_length(p->text) == 0 || lines_of(*p) > most_lines)
    return {};
  const double gap = p->origin.box.y0 - box_of(pieces[table]).y1;
  const bool of_next = table + 2 < pieces.size() &&
                       std::holds_alternative<Table>(pieces[table + 2].block) &&
                       box_of(pieces[table + 2]).y0 - p->origin.box.y1 < gap;
  return is_beside(*p, box_of(pieces[table]), gap) && !of_next ? p->text : std::string();
}

} // namespace

std::size_t label_length(std::string_view text) {
  constexpr std::size_t longest_kind = 12, longest_cjk_kind = 2, longest_number = 6,
                        longest_series = 2;
  const std::u32string all = to_u32(text.substr(0, 64));
  std::size_t i = 0;
  const auto skip = [&](const auto& of_kind) {
    const std::size_t first = i;
    while (i < all.size() && of_kind(all[i]))
      ++i;
    return i - first;
  };
  const std::size_t kind = skip(is_letter);
  if (kind == 0 || kind > (is_wide(all[0]) ? longest_cjk_kind : longest_kind) ||
      !is_capital(all[0]))
    return 0;
  skip([](char32_t c) { return c == U'.' || is_space(c); });
  // "A-1", "B.4", "CA3"
  const std::size_t series = skip([](char32_t c) { return c >= U'A' && c <= U'Z'; });
  if (series > longest_series)
    return 0;
  skip([&](char32_t c) { return series > 0 && (c == U'.' || c == U'-'); });
  const std::size_t first = i;
  const std::size_t number = skip([](char32_t c) { return is_digit(c) || c == U'.' || c == U'-'; });
  const auto digits = std::count_if(all.begin() + static_cast<std::ptrdiff_t>(first),
                                    all.begin() + static_cast<std::ptrdiff_t>(i), is_digit);
  constexpr int year = 4; // digits
  if (number == 0 || number > longest_number || !is_digit(all[first]) ||
      (digits == year && number == year))
    return 0;
  const std::size_t end = i;
  if (end < all.size()) {
    skip([](char32_t c) { return !is_letter(c) && !is_digit(c); });
    const bool marked = end > 0 && (all[end - 1] == U'.' || all[end - 1] == U'-');
    if ((i == end && !marked) ||
        (i < all.size() && !marked && is_space(all[end]) && i == end + 1 && !is_capital(all[i])))
      return 0;
  }
  return to_utf8(std::u32string_view(all).substr(0, end)).size();
}

void name_captions(std::vector<Piece>& pieces) {
  for (const bool above : {true, false})
    for (std::size_t i = 0; i < pieces.size(); ++i)
      if (auto* table = std::get_if<Table>(&pieces[i].block);
          table != nullptr && table->depth == 0 && table->caption.empty())
        table->caption = above ? caption_above(pieces, i) : caption_below(pieces, i);
}

} // namespace gouji
