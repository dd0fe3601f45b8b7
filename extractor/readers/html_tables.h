// SPDX-License-Identifier: GPL-3.0-or-later
// The tables of a page while it is read: which is open, where its rows and cells begin and end in
// the list of items, and whether a table is data or only arranges the page.
#pragma once

#include "readers/html_page.h"
#include "readers/html_text.h"

#include <cstdint>
#include <vector>

namespace gouji {

/// Cells end where the next cell, row or table of the same table begins, as the HTML standard has
/// it (13.2.6.4.12 to 15); the numbers that `begin_...` return make sure that a late end tag closes
/// nothing else. All paragraphs must be finished before a call.
class HtmlTables {
public:
  explicit HtmlTables(HtmlPage& page) : page_(page) {}

  /// `presentation`: the page itself says that the table is no data.
  std::uint32_t begin_table(std::int32_t container, std::int32_t line, bool presentation);
  void begin_group();
  /// `flat`: the row has no height and counts only when it holds text (Word ends tables with an
  /// empty one that sets the column widths).
  std::uint32_t begin_row(bool flat);
  std::uint32_t begin_cell(int row_span, bool has_row_span, int column_span, std::int32_t container,
                           std::int32_t line);
  void set_caption(const HtmlSpan& caption);
  void end_cell(std::uint32_t part);
  void end_row(std::uint32_t part);
  void end_row(); ///< of the innermost table
  void end_table(std::uint32_t part);
  void end_all();
  /// Is a table open, but no cell of it?
  bool between_cells() const { return !frames_.empty() && frames_.back().cell == 0; }
  int depth() const { return static_cast<int>(frames_.size()); }

private:
  /// An open table and what its cells have shown of it.
  struct Frame {
    std::size_t begin = 0;                     ///< its item
    std::uint32_t part = 0, row = 0, cell = 0; ///< numbers of what is open, 0 for nothing
    std::size_t cell_begin = 0, row_begin = 0;
    bool flat_row = false;
    bool presentation = false;
    int cells = 0, numbers = 0, nested = 0;
    std::size_t bytes = 0, largest = 0; ///< text of all cells, of the largest
    int largest_paragraphs = 0;
  };

  HtmlItem& push(HtmlItem::Kind kind, std::int32_t container, std::int32_t line);
  void close_cell(Frame& frame);
  void close_row(Frame& frame);
  void close_top();
  static bool arranges_the_page(const Frame& frame);

  HtmlPage& page_;
  std::vector<Frame> frames_;
  std::uint32_t last_part_ = 0;
};

} // namespace gouji
