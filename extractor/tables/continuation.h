// SPDX-License-Identifier: GPL-3.0-or-later
// Pages -> one flow: running heads and page numbers go, tables and paragraphs that a page break cut
// are joined.
#pragma once

#include "tables/join_tables.h"
#include "tables/page_flow.h"

#include <cstddef>
#include <deque>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace gouji {

using TakeBlock = std::function<void(Block&&)>;

/// Joins the pieces of pages that come one after the other, and hands on what nothing more can
/// change. A table continues that of the page before when nothing but running heads stands between,
/// and the column edges of one are edges of the other too; then repeated header rows go, a cell
/// that a page break cut becomes one again, and columns whose merged cells were left out on the
/// next page come back. So does a table that repeats the caption's number ("Table 3, continued"),
/// also when notes stand between: they follow the table. A table without a caption to the right of
/// another, with the same columns under the same header, continues that. A running head is a line
/// in the margin that stands there on a page nearby, too; only the pages nearby are kept, so that
/// memory does not grow with the number of pages.
class PageJoiner {
public:
  explicit PageJoiner(TakeBlock take) : take_(std::move(take)) {}
  void add(PageFlow page);
  /// To be called once, after the last page.
  void finish();

private:
  void see(const PageFlow& page);
  void release_first();
  std::size_t join_by_caption(std::vector<Piece>& pieces);
  void join(Piece&& piece, bool first_of_page);
  void close_table();
  void close_paragraph();

  TakeBlock take_;
  std::deque<PageFlow> waiting_;                   ///< until the pages after them are seen
  std::deque<std::vector<std::string>> heads_;     ///< of the pages before and of those waiting
  std::map<std::string, int, std::less<>> nearby_; ///< how often each is among `heads_`
  std::size_t released_ = 0;                       ///< pages of `heads_` no longer waiting
  std::optional<OpenTable> table_;                 ///< may go on on the next page
  Origin part_;                                    ///< its part that was seen last
  bool followed_ = false; ///< something stands after `table_`: only its number can continue it
  std::vector<Paragraph> behind_;      ///< that something
  std::optional<Paragraph> paragraph_; ///< may go on on the next page, too
  bool paragraph_open_ = false;        ///< does its last line run to the margin?
};

} // namespace gouji
