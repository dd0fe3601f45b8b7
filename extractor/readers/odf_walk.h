// SPDX-License-Identifier: GPL-3.0-or-later
// The walk through an OpenDocument body: text and lists in odf_body.cpp, tables in
// odf_body_tables.cpp. For these two files only.
#pragma once

#include "base/result.h"
#include "readers/odf_body.h"
#include "readers/odf_lists.h"
#include "readers/odf_table.h"
#include "readers/odf_text.h"
#include "readers/table_draft.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace gouji::odf {

/// A list around the text, with the lists around it.
struct List {
  std::string style;
  int depth = 0;                ///< from 0
  ListCounts* counts = nullptr; ///< shared by the list and those inside it
  bool label_due = false;       ///< the next paragraph is an item's first
  std::optional<int> start;     ///< the item restates its number
};

/// One pass over a stream; errors and limits end it.
class Walk {
public:
  Walk(XmlReader& xml, Styles& styles, Document& document)
      : xml_(xml), styles_(styles), document_(document) {}

  /// Reads the stream to its end, as `read_stream` says.
  Result<void> run(Stream stream);

private:
  struct ParagraphState {
    Line line;
    std::vector<Block> boxes;
    bool hidden = false;
  };
  struct TableState {
    TableDraft draft;
    RowPlacer placer;
    std::vector<Block> nested;
  };

  bool more(int inside) { return !failure_ && xml_.next_in(inside); }
  void fail_limit(Words message) {
    if (!failure_)
      failure_ = Error{Code::limit, std::move(message), {}, 0, 0};
  }
  std::string_view attribute(int name) { return xml_.attribute(name).value_or(""); }

  /// Skips what no print shows; false when the element that starts here is for the caller.
  bool pass_over();
  void read_blocks(std::vector<Block>& blocks, int level);
  void read_block(std::vector<Block>& blocks, int level);
  void read_paragraph(std::vector<Block>& blocks, int level);
  std::string label_here(bool is_heading, int heading, const Properties& style);
  /// Text inside the element that starts here, in the style of `around`.
  void read_inline(ParagraphState& state, const Properties& around, int level);
  void read_list(std::vector<Block>& blocks, int level);
  void read_table(std::vector<Block>& blocks, int level);
  void read_table_rows(TableState& state, int level);
  void read_column(TableDraft& draft);
  void read_row(TableState& state, int level);
  void read_cell(RowCell& here, std::vector<Block>& blocks, TableState& state, int level);

  XmlReader& xml_;
  Styles& styles_;
  Document& document_;
  std::optional<Error> failure_;
  List* list_ = nullptr;
  ListMemory list_memory_;
  ListCounts outline_counts_;
  std::size_t text_bytes_ = 0, tables_ = 0, cells_ = 0;
  int deletions_ = 0;
  bool hidden_ = false;
};

} // namespace gouji::odf
