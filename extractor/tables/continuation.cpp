// SPDX-License-Identifier: GPL-3.0-or-later
// The flow of a document from that of its pages.
#include "tables/continuation.h"

#include "tables/join_tables.h"
#include "tables/paragraphs.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <map>
#include <optional>
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

void drop_running_heads(std::vector<PageFlow>& pages) {
  std::map<std::string, int> seen;
  const auto key_of = [](const Piece& piece) {
    return running_key(std::get<Paragraph>(piece.block).text);
  };
  for (const PageFlow& page : pages)
    for (const Piece& piece : page.pieces)
      if (piece.in_margin)
        ++seen[key_of(piece)];
  for (PageFlow& page : pages)
    std::erase_if(page.pieces, [&](const Piece& piece) {
      if (!piece.in_margin)
        return false;
      const std::string key = key_of(piece);
      return seen[key] > 1 || is_page_number(key);
    });
}

/// The size most of the text is set in.
double body_size(const std::vector<Block>& blocks) {
  std::map<int, std::size_t> weight; // tenths of a point -> bytes
  for (const Block& block : blocks)
    if (const auto* p = std::get_if<Paragraph>(&block))
      weight[static_cast<int>(std::lround(p->font_size * 10))] += p->text.size();
  const auto most =
      std::max_element(weight.begin(), weight.end(),
                       [](const auto& a, const auto& b) { return a.second < b.second; });
  return most == weight.end() ? 0 : most->first / 10.0;
}

/// Text clearly larger than the body's is a heading.
void mark_headings(std::vector<Block>& blocks) {
  const double body = body_size(blocks);
  constexpr std::size_t longest = 300; // bytes
  for (Block& block : blocks)
    if (auto* p = std::get_if<Paragraph>(&block);
        p != nullptr && p->font_size > 1.12 * body && p->text.size() <= longest)
      p->heading = 1;
}

/// Collects blocks; the last one stays open for what the next page continues.
class Flow {
public:
  void add(Piece&& piece, bool first_of_page) {
    if (auto* table = std::get_if<Table>(&piece.block)) {
      OpenTable next{std::move(*table), std::move(piece.edges), std::move(piece.slack)};
      const bool outer = next.table.depth == 0;
      if (outer && first_of_page && table_open_ && join_tables(open_, next))
        return;
      close();
      // A strip of empty cells is only of worth as the rest of a table.
      if (std::all_of(next.table.cells.begin(), next.table.cells.end(),
                      [](const Cell& c) { return c.text.empty(); }))
        return;
      if (!outer) {
        blocks_.push_back(std::move(next.table));
        return;
      }
      open_ = std::move(next);
      table_open_ = true;
      return;
    }
    close();
    auto& p = std::get<Paragraph>(piece.block);
    if (first_of_page && paragraph_open_ && piece.starts_mid_sentence && !p.centered)
      if (auto* before = std::get_if<Paragraph>(&blocks_.back());
          before != nullptr &&
          std::abs(before->font_size - p.font_size) < 0.05 * before->font_size) {
        append_line(before->text, p.text);
        paragraph_open_ = piece.ends_open;
        return;
      }
    paragraph_open_ = piece.ends_open;
    blocks_.push_back(std::move(p));
  }

  std::vector<Block> finish() {
    close();
    return std::move(blocks_);
  }

private:
  void close() {
    if (table_open_)
      blocks_.push_back(std::move(open_.table));
    if (table_open_)
      paragraph_open_ = false;
    table_open_ = false;
  }

  std::vector<Block> blocks_;
  OpenTable open_;
  bool table_open_ = false, paragraph_open_ = false;
};

} // namespace

std::vector<Block> join_pages(std::vector<PageFlow> pages) {
  drop_running_heads(pages);
  Flow flow;
  for (PageFlow& page : pages) {
    bool first = true;
    for (Piece& piece : page.pieces) {
      flow.add(std::move(piece), first);
      first = false;
    }
  }
  std::vector<Block> blocks = flow.finish();
  mark_headings(blocks);
  return blocks;
}

} // namespace gouji
