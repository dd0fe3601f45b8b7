// SPDX-License-Identifier: GPL-3.0-or-later
// The flow of a document from that of its pages.
#include "tables/continuation.h"

#include "tables/captions.h"
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

/// Does `next` begin above the end of `part`, to the right of it and no lower than it ends?
bool is_next_column(const Origin& part, const Origin& next) {
  constexpr double tolerance = 3; // points
  return part.page == next.page && next.box.x0 > part.box.x1 - tolerance &&
         next.box.y0 < part.box.y1 && next.box.y1 < part.box.y1 + tolerance;
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
  std::vector<Piece>& pieces = waiting_.front().pieces;
  std::vector<std::string> dropped;
  std::erase_if(pieces, [&](const Piece& piece) {
    if (!piece.in_margin)
      return false;
    const std::string head = head_of(piece);
    const bool running = nearby_.at(head) > 1 || is_page_number(head);
    if (running)
      dropped.push_back(std::get<Paragraph>(piece.block).text);
    return running;
  });
  // A running head close above a table is not its caption.
  for (Piece& piece : pieces)
    if (auto* table = std::get_if<Table>(&piece.block);
        table != nullptr && std::ranges::find(dropped, table->caption) != dropped.end())
      table->caption.clear();
  const std::size_t joined = join_by_caption(pieces);
  for (std::size_t i = joined; i < pieces.size(); ++i)
    join(std::move(pieces[i]), i == 0);
  waiting_.pop_front();
  if (++released_ <= reach)
    return;
  for (const std::string& head : heads_.front())
    if (const auto found = nearby_.find(head); --found->second == 0)
      nearby_.erase(found);
  heads_.pop_front();
  --released_;
}

/// Joins the first table of a page to the open one when its caption has the same number and nothing
/// else stands above it. How many of `pieces` that took.
std::size_t PageJoiner::join_by_caption(std::vector<Piece>& pieces) {
  const auto first = std::ranges::find_if(
      pieces, [](const Piece& p) { return std::holds_alternative<Table>(p.block); });
  if (!table_ || first == pieces.end() || first == pieces.begin())
    return 0;
  auto& table = std::get<Table>(first->block);
  const std::string &before = table_->table.caption, &caption = table.caption;
  const std::size_t label = label_length(before);
  const bool same = label > 0 && label == label_length(caption) &&
                    caption.compare(0, label, before, 0, label) == 0 &&
                    std::all_of(pieces.begin(), first, [&](const Piece& p) {
                      return caption.find(std::get<Paragraph>(p.block).text) != std::string::npos;
                    });
  if (!same || table.depth > 0)
    return 0;
  OpenTable next{std::move(table), std::move(first->edges), std::move(first->slack)};
  const Origin part = next.table.origin;
  if (join_tables(*table_, next)) {
    part_ = part;
    followed_ = false;
    return static_cast<std::size_t>(first - pieces.begin()) + 1;
  }
  table = std::move(next.table);
  first->edges = std::move(next.edges);
  first->slack = std::move(next.slack);
  return 0;
}

void PageJoiner::join(Piece&& piece, bool first_of_page) {
  if (auto* table = std::get_if<Table>(&piece.block)) {
    OpenTable next{std::move(*table), std::move(piece.edges), std::move(piece.slack)};
    const Origin part = next.table.origin;
    const bool outer = next.table.depth == 0;
    if (outer && table_ && !followed_ &&
        (first_of_page ? join_tables(*table_, next)
                       : next.table.caption.empty() && is_next_column(part_, part) &&
                             join_tables(*table_, next, Break::column))) {
      part_ = part;
      return;
    }
    // A strip of empty cells is only of worth as the rest of a table.
    if (is_blank(next.table)) {
      close_table();
      return;
    }
    close_paragraph();
    close_table();
    if (outer) {
      table_ = std::move(next);
      part_ = part;
    } else
      take_(std::move(next.table));
    return;
  }
  constexpr std::size_t most_behind = 8;
  followed_ = table_.has_value();
  if (table_ && (label_length(table_->table.caption) == 0 || behind_.size() >= most_behind ||
                 part_.page + 1 < std::get<Paragraph>(piece.block).origin.page))
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
  if (!table_)
    return;
  take_(std::move(std::exchange(table_, std::nullopt)->table));
  for (Paragraph& paragraph : behind_)
    take_(std::move(paragraph));
  behind_.clear();
  followed_ = false;
}

void PageJoiner::close_paragraph() {
  if (!paragraph_)
    return;
  Paragraph paragraph = std::move(*std::exchange(paragraph_, std::nullopt));
  if (table_) // what comes after a table that may still go on waits for it
    behind_.push_back(std::move(paragraph));
  else
    take_(std::move(paragraph));
}

} // namespace gouji
