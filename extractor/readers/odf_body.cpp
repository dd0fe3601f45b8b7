// SPDX-License-Identifier: GPL-3.0-or-later
// A walk through the body, one function an element. Elements that are not named here (sections,
// indexes, links, fields, insertions) are walked through as if they were not there.
#include "readers/odf_body.h"

#include "base/limits.h"
#include "readers/flow_text.h"
#include "readers/messages.h"
#include "readers/odf_names.h"
#include "readers/odf_table.h"
#include "readers/odf_text.h"
#include "readers/table_draft.h"

#include <algorithm>
#include <utility>

namespace gouji::odf {

namespace {

/// A list around the text, with the lists around it.
struct List {
  std::string style;
  int depth = 0;                ///< from 0
  ListCounts* counts = nullptr; ///< shared by the list and those inside it
  bool label_due = false;       ///< the next paragraph is an item's first
  std::optional<int> start;     ///< the item restates its number
};

class Walk {
public:
  Walk(XmlReader& xml, Styles& styles, Document& document)
      : xml_(xml), styles_(styles), document_(document) {}

  Result<void> run(Stream stream) {
    bool found = false;
    while (more(0)) {
      if (!xml_.at_start() || styles_.read(xml_))
        continue;
      const bool aside = xml_.name() == master_styles ||
                         (stream == Stream::styles && xml_.name() == automatic_styles);
      if (aside)
        xml_.skip();
      else if (stream == Stream::content && xml_.name() == office_text) {
        found = true;
        read_blocks(document_.flow, 0);
      }
    }
    if (!failure_ && xml_.error())
      failure_ = *xml_.error();
    if (!failure_ && stream == Stream::content && !found)
      failure_ = Error{Code::damaged, fill(phrases::no_body), {}, 0, 0};
    if (failure_)
      return tl::unexpected(*failure_);
    if (deletions_ > 0)
      document_.notes.push_back({fill(phrases::tracked_left_out, deletions_), {}});
    if (hidden_)
      document_.notes.push_back({fill(phrases::hidden_left_out), {}});
    return {};
  }

private:
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

  bool more(int inside) { return !failure_ && xml_.next_in(inside); }
  void fail_limit(Words message) {
    if (!failure_)
      failure_ = Error{Code::limit, std::move(message), {}, 0, 0};
  }
  std::string_view attribute(int name) { return xml_.attribute(name).value_or(""); }

  /// Skips what no print shows; false when the element that starts here is for the caller.
  bool pass_over() {
    switch (xml_.name()) {
    case tracked_changes: // deleted text is kept aside here (§5.5.1)
    case annotation:
    case note:
    case forms:
    case ruby_text:
    case object:
    case object_ole:
    case image:
    case binary_data:
      xml_.skip();
      return true;
    case change: // the place of a deletion; an insertion has a start and an end
      ++deletions_;
      return true;
    case section:
      if (attribute(display) != "none")
        return false;
      hidden_ = true;
      xml_.skip();
      return true;
    case hidden_text:
      if (attribute(is_hidden) != "true")
        return false;
      hidden_ = true;
      xml_.skip();
      return true;
    default:
      return false;
    }
  }

  void read_blocks(std::vector<Block>& blocks, int level) {
    for (const int inside = xml_.depth(); more(inside);) {
      if (xml_.at_start() && !pass_over())
        read_block(blocks, level);
    }
  }

  void read_block(std::vector<Block>& blocks, int level) {
    switch (xml_.name()) {
    case p:
    case h:
      read_paragraph(blocks, level);
      break;
    case list:
      read_list(blocks, level);
      break;
    case table:
      read_table(blocks, level);
      break;
    default:
      break;
    }
  }

  // ---- paragraphs

  struct ParagraphState {
    Line line;
    std::vector<Block> boxes;
    bool hidden = false;
  };

  void read_paragraph(std::vector<Block>& blocks, int level) {
    Paragraph paragraph;
    const bool is_heading = xml_.name() == h;
    if (is_heading)
      paragraph.heading = std::clamp(count_in(xml_, outline_level, 1), 1, list_levels);
    const bool numbered = attribute(is_list_header) != "true";
    const Properties& style = styles_.of("paragraph", attribute(text_style_name));
    paragraph.centered = style.centered.value_or(false);

    ParagraphState state;
    state.hidden = style.hidden.value_or(false);
    // What stands in a box of the paragraph is in no list of the paragraph's.
    List* const around = list_;
    read_inline(state, style, level);
    list_ = around;

    std::string text = state.line.take();
    text_bytes_ += text.size();
    if (text_bytes_ > limits::text_bytes)
      return fail_limit(fill(phrases::text_limit, limits::text_bytes));
    if (state.hidden) {
      hidden_ |= !text.empty();
      text.clear();
    } else if (numbered) {
      paragraph.numbering = label_here(is_heading, paragraph.heading, style);
    }
    paragraph.font_size = state.line.font_size(style);
    paragraph.text = std::move(text);
    if (!paragraph.text.empty() || !paragraph.numbering.empty())
      blocks.emplace_back(std::move(paragraph));
    std::move(state.boxes.begin(), state.boxes.end(), std::back_inserter(blocks));
  }

  std::string label_here(bool is_heading, int heading, const Properties& style) {
    if (list_) {
      if (!std::exchange(list_->label_due, false))
        return {};
      const std::string& name = !list_->style.empty() ? list_->style : style.list.value_or("");
      const ListStyle* found = styles_.list(name);
      if (!found)
        return {};
      return count_label(*found, *list_->counts, list_->depth,
                         std::exchange(list_->start, std::nullopt));
    }
    // A heading outside of lists is numbered by the outline, unless its style takes that away.
    if (is_heading && !(style.list && style.list->empty()))
      return count_label(styles_.outline(), outline_counts_, heading - 1, std::nullopt);
    return {};
  }

  /// Text inside the element that starts here, in the style of `around`.
  void read_inline(ParagraphState& state, const Properties& around, int level) {
    const bool hidden = around.hidden.value_or(false);
    for (const int inside = xml_.depth(); more(inside);) {
      if (xml_.kind() == XmlKind::text) {
        if (!hidden)
          state.line.add(xml_.text(), around);
        else
          hidden_ = true;
        continue;
      }
      if (!xml_.at_start() || pass_over())
        continue;
      switch (xml_.name()) {
      case span: {
        Properties own = styles_.of("text", attribute(text_style_name));
        own.inherit(around);
        read_inline(state, own, level);
        break;
      }
      case s: // more than a line of spaces says nothing
        state.line.add_stated(
            std::string(static_cast<std::size_t>(std::min(count_in(xml_, c, 1), 200)), ' '));
        break;
      case tab:
        state.line.add_stated("\t");
        break;
      case line_break:
        state.line.add_stated("\n");
        break;
      case hidden_paragraph:
        state.hidden |= attribute(is_hidden) == "true";
        break;
      case frame:
      case group:
      case custom_shape:
      case rect:
      case line:
      case circle:
      case ellipse:
      case polygon:
      case polyline:
      case path:
      case connector:
      case caption:
      case control:
        list_ = nullptr;
        read_blocks(state.boxes, level);
        break;
      default:
        break;
      }
    }
  }

  // ---- lists

  void read_list(std::vector<Block>& blocks, int level) {
    List here;
    here.style = attribute(text_style_name);
    ListCounts counts;
    const std::string id(attribute(xml_id));
    List* const around = list_;
    if (around) {
      if (here.style.empty())
        here.style = around->style;
      here.depth = std::min(around->depth + 1, list_levels - 1);
      here.counts = around->counts;
    } else {
      counts = list_memory_.begin(attribute(continue_list), attribute(continue_numbering) == "true",
                                  here.style);
      here.counts = &counts;
    }
    list_ = &here;
    for (const int inside = xml_.depth(); more(inside);) {
      if (!xml_.at_start() || pass_over())
        continue;
      if (xml_.name() == list_item || xml_.name() == list_header) {
        here.label_due = xml_.name() == list_item;
        const int start = count_in(xml_, start_value, -1);
        here.start = start >= 0 ? std::optional(start) : std::nullopt;
      } else {
        read_block(blocks, level);
      }
    }
    list_ = around;
    if (!around)
      list_memory_.end(id, here.style, counts);
  }

  // ---- tables

  struct TableState {
    TableDraft draft;
    RowPlacer placer;
    std::vector<Block> nested;
  };

  void read_table(std::vector<Block>& blocks, int level) {
    if (level >= limits::table_depth)
      return fail_limit(fill(phrases::table_depth_limit, limits::table_depth));
    if (++tables_ > limits::document_tables)
      return fail_limit(fill(phrases::tables_limit, limits::document_tables));
    const std::size_t number = tables_;
    TableState state;
    List* const around = std::exchange(list_, nullptr);
    read_table_rows(state, level);
    list_ = around;
    if (failure_)
      return;
    Result<BuiltTable> built = build_table(std::move(state.draft));
    if (!built) {
      failure_ = built.error();
      return;
    }
    if (built->table.columns > 0) {
      built->table.depth = level;
      built->table.origin.anchor = fmt::format("t{}", number);
      blocks.emplace_back(std::move(built->table));
    }
    std::move(state.nested.begin(), state.nested.end(), std::back_inserter(blocks));
  }

  void read_table_rows(TableState& state, int level) {
    for (const int inside = xml_.depth(); more(inside);) {
      if (!xml_.at_start() || pass_over())
        continue;
      if (xml_.name() == column)
        read_column(state.draft);
      else if (xml_.name() == row)
        read_row(state, level);
    }
  }

  void read_column(TableDraft& draft) {
    const int repeated = std::max(count_in(xml_, columns_repeated, 1), 1);
    const Properties& style = styles_.of("table-column", attribute(table_style_name));
    // More columns than a table may have are those of spreadsheets, empty to the last.
    const auto room =
        static_cast<std::size_t>(limits::table_columns) * 4 -
        std::min(draft.grid.size(), static_cast<std::size_t>(limits::table_columns) * 4);
    draft.grid.insert(draft.grid.end(), std::min(static_cast<std::size_t>(repeated), room),
                      style.width.value_or(0) * 20);
  }

  void read_row(TableState& state, int level) {
    const int repeated = std::max(count_in(xml_, rows_repeated, 1), 1);
    const auto shown = attribute(visibility);
    const bool visible = shown != "collapse" && shown != "filter";
    std::vector<RowCell> cells;
    std::size_t columns = 0;
    for (const int inside = xml_.depth(); more(inside);) {
      if (!xml_.at_start() || pass_over())
        continue;
      if (xml_.name() != cell && xml_.name() != covered_cell)
        continue;
      RowCell here;
      here.covered = xml_.name() == covered_cell;
      here.repeated = std::max(count_in(xml_, columns_repeated, 1), 1);
      here.column_span = std::max(count_in(xml_, columns_spanned, 1), 1);
      here.row_span = std::max(count_in(xml_, rows_spanned, 1), 1);
      columns +=
          static_cast<std::size_t>(here.repeated) + static_cast<std::size_t>(here.column_span);
      if (columns > static_cast<std::size_t>(limits::table_columns) * 4)
        return fail_limit(
            fill(phrases::table_limit, limits::table_columns, fill(phrases::table_columns_word)));
      std::vector<Block> blocks;
      const int deletions_before = deletions_;
      read_cell(here, blocks, state, level + 1);
      here.text = take_cell_text(blocks, state.nested);
      here.deleted = deletions_ > deletions_before && here.text.empty() && !here.sub_table;
      cells.push_back(std::move(here));
    }
    // A tracked deletion of a row leaves it in the file with all its texts taken out.
    const bool deleted =
        std::any_of(cells.begin(), cells.end(), [](const RowCell& c) { return c.deleted; }) &&
        std::all_of(cells.begin(), cells.end(),
                    [](const RowCell& c) { return c.deleted || c.covered; });
    if (!visible || deleted) {
      hidden_ |= !visible;
      state.placer.skip();
      return;
    }
    if (state.draft.rows.size() + static_cast<std::size_t>(repeated) > limits::table_rows)
      return fail_limit(
          fill(phrases::table_limit, limits::table_rows, fill(phrases::table_rows_word)));
    cells_ += (columns + 1) * static_cast<std::size_t>(repeated);
    if (cells_ > limits::document_cells)
      return fail_limit(fill(phrases::cells_limit, limits::document_cells));
    for (int i = 0; i < repeated; ++i) {
      auto rows = state.placer.place(cells, state.draft.grid);
      std::move(rows.begin(), rows.end(), std::back_inserter(state.draft.rows));
    }
  }

  void read_cell(RowCell& here, std::vector<Block>& blocks, TableState& state, int level) {
    for (const int inside = xml_.depth(); more(inside);) {
      if (!xml_.at_start() || pass_over())
        continue;
      if (xml_.name() != table || attribute(is_sub_table) != "true" || here.sub_table) {
        read_block(blocks, level);
        continue;
      }
      if (level >= limits::table_depth)
        return fail_limit(fill(phrases::table_depth_limit, limits::table_depth));
      TableState sub;
      read_table_rows(sub, level);
      std::move(sub.nested.begin(), sub.nested.end(), std::back_inserter(state.nested));
      here.sub_table = std::move(sub.draft);
    }
  }
};

} // namespace

Result<void> read_stream(XmlReader& xml, Stream stream, Styles& styles, Document& document) {
  return Walk(xml, styles, document).run(stream);
}

} // namespace gouji::odf
