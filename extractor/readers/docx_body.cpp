// SPDX-License-Identifier: GPL-3.0-or-later
// A walk through the main part, one function an element: blocks, paragraphs, runs, tables, rows,
// cells. Elements that are not named here (content controls, smart tags, links, insertions) are
// walked through as if they were not there; only what a print does not show is skipped.
#include "readers/docx_body.h"

#include "base/limits.h"
#include "readers/docx_names.h"
#include "readers/docx_properties.h"
#include "readers/docx_text.h"
#include "readers/flow_text.h"
#include "readers/messages.h"
#include "readers/table_draft.h"

#include <algorithm>
#include <charconv>
#include <cmath>

namespace gouji::docx {

namespace {

/// Text of a story that a deleted paragraph mark joins to the next paragraph, and the story's open
/// fields.
struct Story {
  std::vector<Block> blocks;
  std::string carried;
  Fields fields;
};

class Walk {
public:
  Walk(XmlReader& xml, const Styles& styles, const std::function<Numbering()>& load_numbering,
       Document& document)
      : xml_(xml), styles_(styles), load_numbering_(load_numbering), document_(document) {}

  Result<void> run() {
    Story story;
    bool found = false;
    while (more(0))
      if (xml_.at_start() && xml_.name() == body) {
        found = true;
        read_blocks(story, 0);
      }
    if (!failure_ && xml_.error())
      failure_ = *xml_.error();
    if (!failure_ && !found)
      failure_ = Error{Code::damaged, fill(phrases::no_body), {}, 0, 0};
    if (failure_)
      return tl::unexpected(*failure_);
    flush_carried(story);
    document_.flow = std::move(story.blocks);
    if (deletions_ > 0)
      document_.notes.push_back({fill(phrases::tracked_left_out, deletions_), {}});
    if (hidden_)
      document_.notes.push_back({fill(phrases::hidden_left_out), {}});
    return {};
  }

private:
  XmlReader& xml_;
  const Styles& styles_;
  const std::function<Numbering()>& load_numbering_;
  Document& document_;
  std::optional<Numbering> numbering_;
  std::optional<Error> failure_;
  std::vector<Alternative> alternatives_;
  std::size_t text_bytes_ = 0, tables_ = 0, cells_ = 0;
  int deletions_ = 0;
  bool hidden_ = false;

  bool more(int inside) { return !failure_ && xml_.next_in(inside); }
  void fail_limit(Words message) {
    if (!failure_)
      failure_ = Error{Code::limit, std::move(message), {}, 0, 0};
  }

  /// Deals with what means the same everywhere; false when the element that starts here is for the
  /// caller to look at.
  bool pass_over() {
    switch (xml_.name()) {
    case del:
    case moveFrom:
      ++deletions_;
      xml_.skip();
      return true;
    case sdtPr:
    case sectPr:
    case pPrChange:
    case rPrChange:
    case tblGridChange:
    case trPrChange:
    case tcPrChange:
    case tblPr:
    case rt: // the reading printed above a word (§17.3.3.24), not the word
      xml_.skip();
      return true;
    case altChunk:
      document_.notes.push_back({fill(phrases::embedded_left_out, "altChunk"), {}});
      xml_.skip();
      return true;
    case alternateContent:
    case choice:
    case fallback:
      if (!enters_alternative(xml_, alternatives_))
        xml_.skip();
      return true;
    default:
      return false;
    }
  }

  /// Reads paragraphs and tables of the element that starts here into `story`. `level` is the
  /// number of tables around it.
  void read_blocks(Story& story, int level) {
    for (const int inside = xml_.depth(); more(inside);) {
      if (!xml_.at_start() || pass_over())
        continue;
      if (xml_.name() == p)
        read_paragraph(story, level);
      else if (xml_.name() == tbl)
        read_table(story, level);
    }
  }

  // ---- paragraphs

  struct ParagraphState {
    std::string text;
    ParagraphProperties properties;
    std::vector<Block> boxes; ///< what text boxes in it hold
    FontSizes sizes;
  };

  void read_paragraph(Story& story, int level) {
    ParagraphState state;
    const Properties* style = &styles_.of_paragraph({});
    for (const int inside = xml_.depth(); more(inside);) {
      if (!xml_.at_start() || pass_over())
        continue;
      switch (xml_.name()) {
      case pPr:
        read_paragraph_properties(xml_, state.properties);
        style = &styles_.of_paragraph(state.properties.style_id);
        break;
      case r:
        read_run(story, state, *style, level);
        break;
      case math_text:
        append_text(state.text, true);
        break;
      default:
        break;
      }
    }
    finish_paragraph(story, state, *style);
  }

  void finish_paragraph(Story& story, ParagraphState& state, const Properties& style) {
    story.fields.end_paragraph();
    if (state.properties.mark_deleted) {
      story.carried += state.text;
    } else {
      Properties properties = state.properties.own;
      properties.inherit(style);
      Paragraph paragraph;
      paragraph.text = std::move(story.carried);
      story.carried.clear();
      paragraph.text += state.text;
      if (properties.list && *properties.list != 0)
        paragraph.numbering = label_of(state, properties);
      if (properties.outline && *properties.outline >= 0 && *properties.outline < 9)
        paragraph.heading = *properties.outline + 1;
      paragraph.centered = properties.centered.value_or(false);
      paragraph.font_size = state.sizes.most_used(properties.size.value_or(10));
      if (!paragraph.text.empty() || !paragraph.numbering.empty())
        story.blocks.emplace_back(std::move(paragraph));
    }
    std::move(state.boxes.begin(), state.boxes.end(), std::back_inserter(story.blocks));
  }

  std::string label_of(const ParagraphState& state, const Properties& properties) {
    if (!numbering_)
      numbering_ = load_numbering_();
    return numbering_->label(*properties.list, properties.level, state.properties.style_id);
  }

  /// A paragraph whose mark is deleted at the end of a story has no next one to join.
  static void flush_carried(Story& story) {
    if (story.carried.empty())
      return;
    Paragraph paragraph;
    paragraph.text = std::move(story.carried);
    story.carried.clear();
    story.blocks.emplace_back(std::move(paragraph));
  }

  // ---- runs

  void append_text(std::string& text, bool visible) {
    const std::size_t before = text.size();
    const bool keep = xml_.attribute(space) == "preserve";
    for (const int inside = xml_.depth(); more(inside);)
      if (visible && xml_.kind() == XmlKind::text)
        text += xml_.text();
    tidy_spaces(text, before, keep);
    text_bytes_ += text.size() - before;
    if (text_bytes_ > limits::text_bytes)
      fail_limit(fill(phrases::text_limit, limits::text_bytes));
  }

  void read_run(Story& story, ParagraphState& state, const Properties& style, int level) {
    Properties own;
    const Properties* run_style = nullptr;
    bool hidden = style.hidden.value_or(false), mark = false;
    const std::size_t before = state.text.size();
    for (const int inside = xml_.depth(); more(inside);) {
      if (!xml_.at_start() || pass_over())
        continue;
      const bool visible = !hidden && !mark && story.fields.show_text();
      switch (xml_.name()) {
      case rPr:
        for (const int properties = xml_.depth(); more(properties);) {
          if (!xml_.at_start())
            continue;
          if (xml_.name() == rStyle)
            run_style = styles_.of_character(xml_.attribute(val).value_or(""));
          else if (xml_.name() == rPrChange)
            xml_.skip();
          else
            read_property(xml_, own);
        }
        if (run_style)
          own.inherit(*run_style);
        hidden = own.hidden.value_or(hidden);
        break;
      case t:
      case math_text:
        hidden_ |= hidden;
        append_text(state.text, visible);
        break;
      case tab:
      case ptab:
        if (visible)
          state.text += '\t';
        break;
      case cr:
        if (visible)
          state.text += '\n';
        break;
      case br:
        // A page or column break says nothing at the start of a paragraph.
        if (visible && (!state.text.empty() ||
                        xml_.attribute(type).value_or("textWrapping") == "textWrapping"))
          state.text += '\n';
        break;
      case noBreakHyphen:
        if (visible)
          state.text += '-';
        break;
      case sym:
        if (visible)
          append_symbol(xml_, state.text);
        break;
      case fldChar:
        story.fields.mark(xml_.attribute(fldCharType).value_or(""));
        break;
      case footnoteReference:
      case endnoteReference: {
        // A mark of the author's own follows as text of the same run (§17.11.14).
        const auto own_mark = xml_.attribute(customMarkFollows);
        mark = own_mark && *own_mark != "0" && *own_mark != "false";
        break;
      }
      case txbxContent: {
        Story box;
        read_blocks(box, level);
        flush_carried(box);
        if (!hidden)
          std::move(box.blocks.begin(), box.blocks.end(), std::back_inserter(state.boxes));
        break;
      }
      default:
        break;
      }
    }
    if (state.text.size() > before)
      state.sizes.add(own.size ? *own.size : style.size.value_or(10), state.text.size() - before);
  }

  // ---- tables

  void read_table(Story& story, int level) {
    if (level >= limits::table_depth)
      return fail_limit(fill(phrases::table_depth_limit, limits::table_depth));
    if (++tables_ > limits::document_tables)
      return fail_limit(fill(phrases::tables_limit, limits::document_tables));
    const std::size_t number = tables_;
    TableDraft draft;
    std::vector<Block> nested;
    int row_number = 0;
    for (const int inside = xml_.depth(); more(inside);) {
      if (!xml_.at_start() || pass_over())
        continue;
      if (xml_.name() == gridCol) {
        draft.grid.push_back(read_width(xml_).value);
      } else if (xml_.name() == tr) {
        if (++row_number > limits::table_rows)
          return fail_limit(
              fill(phrases::table_limit, limits::table_rows, fill(phrases::table_rows_word)));
        DraftRow row;
        if (read_row(row, row_number, level, nested))
          draft.rows.push_back(std::move(row));
      }
    }
    if (failure_)
      return;
    Result<BuiltTable> built = build_table(std::move(draft));
    if (!built) {
      failure_ = built.error();
      return;
    }
    for (const std::string& text : built->covered)
      document_.notes.push_back({fill(phrases::covered_text, number, text), {}});
    if (built->table.columns > 0) {
      built->table.depth = level;
      built->table.origin.anchor = fmt::format("t{}", number);
      story.blocks.emplace_back(std::move(built->table));
    }
    std::move(nested.begin(), nested.end(), std::back_inserter(story.blocks));
  }

  /// False when tracked changes took the row away.
  bool read_row(DraftRow& row, int number, int level, std::vector<Block>& nested) {
    bool present = true;
    std::size_t box = 0;
    for (const int inside = xml_.depth(); more(inside);) {
      if (!xml_.at_start())
        continue;
      if (xml_.name() == trPr) {
        present = read_row_properties(xml_, row);
        box = row.before > 0 ? 1 : 0; // Writer makes an empty box of what is left out
        if (!present)
          ++deletions_;
      } else if (!present) {
        xml_.skip();
      } else if (xml_.name() == tc) {
        if (++cells_ > limits::document_cells) {
          fail_limit(fill(phrases::cells_limit, limits::document_cells));
          break;
        }
        DraftCell cell;
        cell.anchor = writer_cell_name(box++, number);
        if (read_cell(cell, level, nested))
          row.cells.push_back(std::move(cell));
      } else {
        pass_over();
      }
    }
    return present;
  }

  /// False when a tracked change took the cell away.
  bool read_cell(DraftCell& cell, int level, std::vector<Block>& nested) {
    Story story;
    bool present = true;
    for (const int inside = xml_.depth(); more(inside);) {
      if (!xml_.at_start() || pass_over())
        continue;
      if (xml_.name() == tcPr)
        present = read_cell_properties(xml_, cell);
      else if (xml_.name() == p)
        read_paragraph(story, level + 1);
      else if (xml_.name() == tbl)
        read_table(story, level + 1);
    }
    deletions_ += present ? 0 : 1;
    flush_carried(story);
    cell.text = take_cell_text(story.blocks, nested);
    return present;
  }
};

} // namespace

Result<void> read_body(XmlReader& xml, const Styles& styles,
                       const std::function<Numbering()>& load_numbering, Document& document) {
  return Walk(xml, styles, load_numbering, document).run();
}

} // namespace gouji::docx
