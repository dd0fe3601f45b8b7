// SPDX-License-Identifier: GPL-3.0-or-later
// The flow of a document from that of its pages.
#include "tables/continuation.h"

#include "tables/paragraphs.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <string>
#include <utility>

namespace gouji {

namespace {

/// The text without spaces, every number as '#': equal for the running heads of all pages.
std::string running_key(const std::string& text) {
  std::string key;
  bool number = false;
  for (const char c : text) {
    const bool digit = c >= '0' && c <= '9';
    if (digit && !number)
      key += '#';
    else if (!digit && c != ' ' && c != '\n')
      key += c;
    number = digit;
  }
  return key;
}

/// One number, or two parted by a sign, and what is set around page numbers: dashes, dots, slashes,
/// brackets. Numbers with only space between them are what is left of a table.
bool is_page_number(const std::string& key) {
  int numbers = 0;
  for (std::size_t i = 0; i < key.size(); ++i) {
    const auto c = static_cast<unsigned char>(key[i]);
    if (c == '#')
      numbers += i > 0 && key[i - 1] == '#' ? 3 : 1;
    else if (c == 0xE2 && i + 2 < key.size() && static_cast<unsigned char>(key[i + 1]) == 0x80)
      i += 2; // U+2010 to U+203F: dashes, bullets
    else if (c == 0xC2 && i + 1 < key.size())
      ++i; // U+00B7
    else if (std::string_view("-/.~|()[]_").find(key[i]) == std::string_view::npos)
      return false;
  }
  return numbers == 1 || numbers == 2;
}

constexpr std::size_t reach = 8; ///< pages; beyond, the same line in the margin is chance

std::string head_of(const Piece& piece) {
  return running_key(std::get<Paragraph>(piece.block).text);
}

bool is_blank(const Table& table) {
  return std::all_of(table.cells.begin(), table.cells.end(),
                     [](const Cell& c) { return c.text.empty(); });
}

} // namespace

void PageJoiner::add(PageFlow page) {
  see(page);
  waiting_.push_back(std::move(page));
  if (waiting_.size() > reach)
    release_first();
}

void PageJoiner::finish() {
  while (!waiting_.empty())
    release_first();
  close_table();
  close_paragraph();
}

void PageJoiner::see(const PageFlow& page) {
  std::vector<std::string>& heads = heads_.emplace_back();
  for (const Piece& piece : page.pieces)
    if (piece.in_margin) {
      heads.push_back(head_of(piece));
      ++nearby_[heads.back()];
    }
}

/// Joins the page that has waited longest: `heads_` holds those of `reach` pages on both sides.
void PageJoiner::release_first() {
  bool first = true;
  for (Piece& piece : waiting_.front().pieces) {
    if (piece.in_margin) {
      const std::string head = head_of(piece);
      if (nearby_.at(head) > 1 || is_page_number(head))
        continue;
    }
    join(std::move(piece), first);
    first = false;
  }
  waiting_.pop_front();
  if (++released_ <= reach)
    return;
  for (const std::string& head : heads_.front())
    if (const auto found = nearby_.find(head); --found->second == 0)
      nearby_.erase(found);
  heads_.pop_front();
  --released_;
}

void PageJoiner::join(Piece&& piece, bool first_of_page) {
  if (auto* table = std::get_if<Table>(&piece.block)) {
    OpenTable next{std::move(*table), std::move(piece.edges), std::move(piece.slack)};
    const bool outer = next.table.depth == 0;
    if (outer && first_of_page && table_ && join_tables(*table_, next))
      return;
    close_table();
    // A strip of empty cells is only of worth as the rest of a table.
    if (is_blank(next.table))
      return;
    close_paragraph();
    if (outer)
      table_ = std::move(next);
    else
      take_(std::move(next.table));
    return;
  }
  close_table();
  auto& p = std::get<Paragraph>(piece.block);
  if (first_of_page && paragraph_ && paragraph_open_ && piece.starts_mid_sentence && !p.centered &&
      std::abs(paragraph_->font_size - p.font_size) < 0.05 * paragraph_->font_size) {
    append_line(paragraph_->text, p.text);
    paragraph_open_ = piece.ends_open;
    return;
  }
  close_paragraph();
  paragraph_open_ = piece.ends_open;
  paragraph_ = std::move(p);
}

void PageJoiner::close_table() {
  if (table_)
    take_(std::move(std::exchange(table_, std::nullopt)->table));
}

void PageJoiner::close_paragraph() {
  if (paragraph_)
    take_(std::move(*std::exchange(paragraph_, std::nullopt)));
}

} // namespace gouji
