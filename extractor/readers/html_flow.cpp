// SPDX-License-Identifier: GPL-3.0-or-later
// Items become blocks: cells into grids, layout tables into what they arrange.
#include "readers/html_flow.h"

#include "base/limits.h"
#include "readers/messages.h"

#include <algorithm>

namespace gouji {
namespace {

using Kind = HtmlItem::Kind;

class FlowBuilder {
public:
  FlowBuilder(const HtmlPage& page, const std::vector<bool>& kept) : page_(page), kept_(kept) {}

  Result<std::vector<Block>> run() {
    if (const auto done = blocks(0, page_.items.size(), 0); !done)
      return tl::unexpected<Error>(done.error());
    return std::move(flow_);
  }

private:
  Result<void> blocks(std::size_t begin, std::size_t end, int depth);
  Result<void> table(std::size_t begin, int depth);
  void paragraph(const HtmlItem& item);
  Result<void> check_size(std::size_t begin, std::size_t end) const;
  std::string cell_text(std::size_t begin, std::size_t end) const;

  const HtmlPage& page_;
  const std::vector<bool>& kept_;
  std::vector<Block> flow_;
  std::size_t tables_ = 0;
};

void FlowBuilder::paragraph(const HtmlItem& item) {
  Paragraph out;
  out.text = page_.text_of(item);
  if (item.numbering >= 0)
    out.numbering = page_.numberings.at(static_cast<std::size_t>(item.numbering));
  out.heading = item.heading;
  out.font_size = static_cast<double>(item.font_size);
  out.centered = item.centered;
  out.origin.line = item.line;
  flow_.emplace_back(std::move(out));
}

/// Everything between `begin` and `end` that is no part of a data table goes into the flow as it
/// comes.
Result<void> FlowBuilder::blocks(std::size_t begin, std::size_t end, int depth) {
  for (std::size_t i = begin; i < end; ++i) {
    const HtmlItem& item = page_.items[i];
    if (item.kind == Kind::table_begin && !item.layout) {
      if (kept_[i])
        if (auto done = table(i, depth); !done)
          return done;
      i = static_cast<std::size_t>(item.partner);
    } else if (item.has_text() && kept_[i]) {
      paragraph(item);
    }
  }
  return {};
}

/// Text of a cell's items; data tables inside it are left out.
std::string FlowBuilder::cell_text(std::size_t begin, std::size_t end) const {
  std::string text;
  for (std::size_t i = begin; i < end; ++i) {
    const HtmlItem& item = page_.items[i];
    if (item.kind == Kind::table_begin && !item.layout) {
      i = static_cast<std::size_t>(item.partner);
    } else if (item.has_text()) {
      if (!text.empty())
        text += '\n';
      if (item.numbering >= 0)
        text += page_.numberings.at(static_cast<std::size_t>(item.numbering));
      text += page_.text_of(item);
    }
  }
  return text;
}

/// The next item of the same table behind `i`: nested tables are stepped over.
std::size_t following(const HtmlPage& page, std::size_t i) {
  const HtmlItem& item = page.items[i];
  return item.kind == Kind::table_begin ? static_cast<std::size_t>(item.partner) + 1 : i + 1;
}

Result<void> FlowBuilder::check_size(std::size_t begin, std::size_t end) const {
  std::size_t rows = 0, columns = 0, widest = 0;
  for (std::size_t i = begin + 1; i < end; i = following(page_, i)) {
    if (page_.items[i].kind == Kind::row) {
      ++rows;
      columns = 0;
    } else if (page_.items[i].kind == Kind::cell) {
      columns += page_.items[i].column_span;
      widest = std::max(widest, columns);
    }
  }
  widest = std::min<std::size_t>(widest, limits::table_columns);
  if (rows > limits::table_rows || rows * widest > limits::table_cells)
    return fail(Code::limit,
                fill(phrases::table_too_large, limits::table_rows, limits::table_cells));
  return {};
}

Result<void> FlowBuilder::table(std::size_t begin, int depth) {
  const auto end = static_cast<std::size_t>(page_.items[begin].partner);
  if (++tables_ > limits::document_tables)
    return fail(Code::limit, fill(phrases::too_many_tables, limits::document_tables));
  if (auto checked = check_size(begin, end); !checked)
    return checked;

  // A row span ends with its row group (HTML standard, 4.9.12.1): rows left in it, per row.
  std::vector<int> rows_left;
  std::size_t group = 0;
  const auto close_group = [&] {
    for (std::size_t row = group; row < rows_left.size(); ++row)
      rows_left[row] = static_cast<int>(rows_left.size() - row);
    group = rows_left.size();
  };
  for (std::size_t i = begin + 1; i < end; i = following(page_, i)) {
    if (page_.items[i].kind == Kind::group)
      close_group();
    else if (page_.items[i].kind == Kind::row)
      rows_left.push_back(0);
  }
  close_group();

  // What stands between the cells is printed in front of the table.
  for (std::size_t i = begin + 1; i < end; i = following(page_, i))
    if (page_.items[i].stray && page_.items[i].has_text())
      paragraph(page_.items[i]);

  TableBuilder builder;
  std::size_t row = 0;
  bool any_nested = false;
  for (std::size_t i = begin + 1; i < end;) {
    const HtmlItem& item = page_.items[i];
    if (item.kind == Kind::row) {
      builder.begin_row();
      ++row;
    }
    if (item.kind != Kind::cell) {
      i = following(page_, i);
      continue;
    }
    std::size_t next = i + 1;
    while (next < end) {
      const HtmlItem& part = page_.items[next];
      if (part.kind == Kind::cell || part.kind == Kind::row || part.kind == Kind::group ||
          (part.kind == Kind::paragraph && part.stray))
        break;
      any_nested |= part.kind == Kind::table_begin;
      next = following(page_, next);
    }
    const int left = rows_left.at(row - 1);
    Origin origin;
    origin.line = item.line;
    builder.add(item.row_span == 0 ? left : std::min<int>(item.row_span, left), item.column_span,
                cell_text(i, next), std::move(origin));
    i = next;
  }

  Table out = builder.finish();
  out.caption = page_.text_of(page_.items[begin]);
  out.origin.line = page_.items[begin].line;
  out.depth = depth;
  if (out.rows > 0 && out.columns > 0)
    flow_.emplace_back(std::move(out));
  if (!any_nested)
    return {};
  // Tables inside the cells follow in their order; cell texts are in the grid already.
  for (std::size_t i = begin + 1; i < end; ++i) {
    const HtmlItem& item = page_.items[i];
    if (item.kind != Kind::table_begin || item.layout)
      continue;
    if (auto done = table(i, depth + 1); !done)
      return done;
    i = static_cast<std::size_t>(item.partner);
  }
  return {};
}

} // namespace

Result<std::vector<Block>> build_flow(const HtmlPage& page, const std::vector<bool>& kept) {
  return FlowBuilder(page, kept).run();
}

} // namespace gouji
