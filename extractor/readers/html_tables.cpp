// SPDX-License-Identifier: GPL-3.0-or-later
// Tables of a page as they open and close.
#include "readers/html_tables.h"

#include "text/number.h"

#include <algorithm>

namespace gouji {

using Kind = HtmlItem::Kind;

HtmlItem& HtmlTables::push(Kind kind, std::int32_t container, std::int32_t line) {
  HtmlItem item;
  item.kind = kind;
  item.container = container;
  item.line = line;
  page_.items.push_back(item);
  return page_.items.back();
}

std::uint32_t HtmlTables::begin_table(std::int32_t container, std::int32_t line,
                                      bool presentation) {
  // A table directly inside another, not in a cell, ends it.
  if (!frames_.empty() && frames_.back().cell == 0)
    close_top();
  Frame frame;
  frame.begin = page_.items.size();
  frame.part = ++last_part_;
  frame.presentation = presentation;
  push(Kind::table_begin, container, line);
  frames_.push_back(frame);
  return frame.part;
}

void HtmlTables::begin_group() {
  if (frames_.empty())
    return;
  close_row(frames_.back());
  push(Kind::group, 0, 0);
}

std::uint32_t HtmlTables::begin_row(bool flat) {
  if (frames_.empty())
    return 0;
  Frame& frame = frames_.back();
  close_row(frame);
  frame.row_begin = page_.items.size();
  frame.flat_row = flat;
  push(Kind::row, 0, 0);
  return frame.row = ++last_part_;
}

std::uint32_t HtmlTables::begin_cell(int row_span, bool has_row_span, int column_span,
                                     std::int32_t container, std::int32_t line) {
  if (frames_.empty())
    return 0;
  if (frames_.back().row == 0)
    begin_row(false);
  Frame& frame = frames_.back();
  close_cell(frame);
  frame.cell = ++last_part_;
  frame.cell_begin = page_.items.size();
  HtmlItem& cell = push(Kind::cell, container, line);
  cell.row_span = static_cast<std::uint16_t>(has_row_span ? row_span : 1);
  cell.column_span = static_cast<std::uint16_t>(std::max(column_span, 1));
  return frame.cell;
}

void HtmlTables::set_caption(const HtmlSpan& caption) {
  if (frames_.empty())
    return;
  page_.items.at(frames_.back().begin).begin = caption.begin;
  page_.items.at(frames_.back().begin).end = caption.end;
}

void HtmlTables::close_cell(Frame& frame) {
  if (frame.cell == 0)
    return;
  frame.cell = 0;
  std::size_t bytes = 0;
  int paragraphs = 0;
  bool nested = false;
  std::string_view only;
  for (std::size_t i = frame.cell_begin; i < page_.items.size(); ++i) {
    const HtmlItem& item = page_.items[i];
    if (item.kind == Kind::table_begin && !item.layout && item.partner >= 0) {
      nested = true;
      i = static_cast<std::size_t>(item.partner);
    } else if (item.kind != Kind::table_begin && item.has_text()) {
      ++paragraphs;
      bytes += item.end - item.begin;
      only = page_.text_of(item);
    }
  }
  ++frame.cells;
  frame.nested += nested;
  frame.numbers += paragraphs == 1 && read_number(only).kind == CellNumber::Kind::number;
  frame.bytes += bytes;
  if (bytes > frame.largest) {
    frame.largest = bytes;
    frame.largest_paragraphs = paragraphs;
  }
}

void HtmlTables::close_row(Frame& frame) {
  close_cell(frame);
  if (frame.row != 0 && frame.flat_row &&
      std::none_of(page_.items.begin() + static_cast<std::ptrdiff_t>(frame.row_begin),
                   page_.items.end(), [](const HtmlItem& item) { return item.has_text(); }))
    page_.items.resize(frame.row_begin);
  frame.row = 0;
}

void HtmlTables::end_cell(std::uint32_t part) {
  if (part != 0 && !frames_.empty() && frames_.back().cell == part)
    close_cell(frames_.back());
}

void HtmlTables::end_row(std::uint32_t part) {
  if (part == 0 || frames_.empty() || frames_.back().row != part)
    return;
  close_row(frames_.back());
}

void HtmlTables::end_row() {
  if (!frames_.empty())
    close_row(frames_.back());
}

bool HtmlTables::arranges_the_page(const Frame& frame) {
  if (frame.presentation || frame.cells <= 1)
    return true;
  // Numbers or labels beside a nested table make a grid; a nested table alone makes a frame.
  constexpr int enough_numbers = 2;
  if (frame.numbers >= enough_numbers)
    return false;
  if (frame.nested > 0)
    return true;
  // A cell that holds most of the text in several paragraphs is a column of the page.
  constexpr std::size_t column_bytes = 600;
  return frame.largest >= column_bytes && frame.largest * 10 >= frame.bytes * 7 &&
         frame.largest_paragraphs >= 3;
}

void HtmlTables::close_top() {
  Frame& frame = frames_.back();
  close_row(frame);
  HtmlItem& begin = page_.items.at(frame.begin);
  begin.layout = arranges_the_page(frame);
  begin.partner = static_cast<std::int32_t>(page_.items.size());
  push(Kind::table_end, 0, 0);
  frames_.pop_back();
}

void HtmlTables::end_table(std::uint32_t part) {
  const auto found =
      std::ranges::find_if(frames_, [&](const Frame& frame) { return frame.part == part; });
  if (part == 0 || found == frames_.end())
    return;
  const auto rest = static_cast<std::size_t>(found - frames_.begin());
  while (frames_.size() > rest)
    close_top();
}

void HtmlTables::end_all() {
  while (!frames_.empty())
    close_top();
}

} // namespace gouji
