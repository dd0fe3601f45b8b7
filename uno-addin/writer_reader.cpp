// SPDX-License-Identifier: GPL-3.0-or-later
// Walking the text of the open document.
#include "writer_reader.h"

#include "base/limits.h"
#include "docx_export.h"
#include "readers/docx.h"
#include "uno_text.h"
#include "writer_table.h"

#include <com/sun/star/container/XEnumerationAccess.hpp>
#include <com/sun/star/lang/XServiceInfo.hpp>
#include <com/sun/star/style/ParagraphAdjust.hpp>
#include <com/sun/star/text/XText.hpp>
#include <com/sun/star/text/XTextRange.hpp>

#include <algorithm>

using namespace css;

namespace gouji::addin {
namespace {

using Ranges = std::vector<uno::Reference<text::XTextRange>>;

/// The portions of one paragraph that are printed as its text: not notes' marks, comments and what
/// change tracking has deleted.
class PrintedPortions {
public:
  Ranges read(const uno::Reference<uno::XInterface>& paragraph) {
    Ranges printed;
    const uno::Reference<container::XEnumerationAccess> access(paragraph, uno::UNO_QUERY);
    if (!access.is())
      return printed;
    const uno::Reference<container::XEnumeration> portions = access->createEnumeration();
    while (portions->hasMoreElements()) {
      const uno::Reference<beans::XPropertySet> portion(portions->nextElement(), uno::UNO_QUERY);
      const auto type = property<rtl::OUString>(portion, "TextPortionType");
      if (type == "Redline") {
        if (property<rtl::OUString>(portion, "RedlineType") == "Delete") {
          deleted_ = property<bool>(portion, "IsStart");
          deletions_ += deleted_ ? 1 : 0;
        }
        continue;
      }
      if (deleted_ || type == "Footnote" || type == "Annotation" || type == "AnnotationEnd" ||
          property<bool>(portion, "CharHidden"))
        continue;
      const uno::Reference<text::XTextRange> range(portion, uno::UNO_QUERY);
      if (range.is())
        printed.push_back(range);
    }
    return printed;
  }

  std::string text(const uno::Reference<uno::XInterface>& paragraph) {
    std::string out;
    for (const auto& range : read(paragraph))
      out += to_utf8(range->getString());
    return out;
  }

  /// How many tracked deletions were met so far.
  int deletions() const { return deletions_; }

private:
  bool deleted_ = false; // a deletion may begin in one paragraph and end in another
  int deletions_ = 0;
};

/// Takes rows away in which every cell was emptied by tracked deletions: rows that somebody deleted
/// and nobody has accepted yet. `emptied` says so of each of table.cells.
void drop_deleted_rows(Table& table, const std::vector<bool>& emptied) {
  std::vector<bool> deleted(static_cast<std::size_t>(table.rows), false);
  for (const bool verdict : {true, false}) // a row goes by one cell, and stays by another
    for (std::size_t i = 0; i < table.cells.size(); ++i)
      if ((emptied[i] && table.cells[i].row_span == 1) == verdict)
        deleted[static_cast<std::size_t>(table.cells[i].row)] = verdict;
  std::vector<int> gone{0}; // how many rows above each are gone
  for (const bool row : deleted)
    gone.push_back(gone.back() + (row ? 1 : 0));
  if (gone.back() == 0)
    return;
  std::erase_if(table.cells,
                [&](const Cell& cell) { return deleted[static_cast<std::size_t>(cell.row)]; });
  for (Cell& cell : table.cells) {
    const int above = gone[static_cast<std::size_t>(cell.row)];
    cell.row_span -= gone[static_cast<std::size_t>(cell.row + cell.row_span)] - above;
    cell.row -= above;
  }
  table.rows -= gone.back();
}

class Walk {
public:
  OpenDocument take(const uno::Reference<text::XTextDocument>& document) {
    out_.document.format = "writer";
    walk(uno::Reference<uno::XInterface>(document->getText(), uno::UNO_QUERY), 0, nullptr);
    return std::move(out_);
  }
  bool contradicted() const { return contradicted_; }

private:
  /// Paragraphs and tables of one text. Inside a cell, `cell_text` receives the paragraphs and only
  /// tables go to the flow.
  void walk(const uno::Reference<uno::XInterface>& text, int depth, std::string* cell_text) {
    const uno::Reference<container::XEnumerationAccess> access(text, uno::UNO_QUERY);
    if (!access.is())
      return;
    const uno::Reference<container::XEnumeration> contents = access->createEnumeration();
    while (contents->hasMoreElements()) {
      const uno::Reference<uno::XInterface> content(contents->nextElement(), uno::UNO_QUERY);
      const uno::Reference<text::XTextTable> table(content, uno::UNO_QUERY);
      if (table.is())
        nested_.push_back({table, depth});
      else
        add_paragraph(content, cell_text);
      if (!cell_text)
        read_tables();
    }
  }

  void add_paragraph(const uno::Reference<uno::XInterface>& content, std::string* cell_text) {
    const uno::Reference<beans::XPropertySet> properties(content, uno::UNO_QUERY);
    Paragraph paragraph;
    paragraph.text = printed_.text(content);
    if (property<bool>(properties, "NumberingIsNumber", true))
      paragraph.numbering = to_utf8(property<rtl::OUString>(properties, "ListLabelString"));
    if (cell_text) {
      if (!cell_text->empty())
        *cell_text += '\n';
      *cell_text += paragraph.full_text();
      return;
    }
    paragraph.heading = property<sal_Int16>(properties, "OutlineLevel");
    paragraph.font_size = property<float>(properties, "CharHeight");
    paragraph.centered = property<sal_Int16>(properties, "ParaAdjust") ==
                         static_cast<sal_Int16>(style::ParagraphAdjust_CENTER);
    if (!paragraph.full_text().empty())
      out_.document.flow.push_back(std::move(paragraph));
  }

  /// The tables met so far, each before those in its cells.
  void read_tables() {
    while (!nested_.empty()) {
      const auto [table, depth] = nested_.front();
      nested_.erase(nested_.begin());
      if (depth <= limits::table_depth)
        read_table(table, depth);
    }
  }

  void read_table(const uno::Reference<text::XTextTable>& table, int depth) {
    const auto grid = walk_table(table);
    if (!grid) {
      contradicted_ = true;
      out_.tables.push_back(table);
      return;
    }
    Table read;
    read.rows = grid->rows;
    read.columns = grid->columns;
    read.depth = depth;
    std::vector<bool> emptied;
    for (const WriterCell& cell : grid->cells) {
      const int deletions = printed_.deletions();
      Cell out{cell.row, cell.column, cell.row_span, cell.column_span, {}, {0, {}, cell.name, 0}};
      walk(uno::Reference<uno::XInterface>(table->getCellByName(to_uno(cell.name)), uno::UNO_QUERY),
           depth + 1, &out.text);
      emptied.push_back(out.text.empty() && printed_.deletions() > deletions);
      read.cells.push_back(std::move(out));
    }
    drop_deleted_rows(read, emptied);
    if (read.rows == 0)
      return; // deleted whole
    out_.document.flow.emplace_back(std::move(read));
    out_.tables.push_back(table);
  }

  struct Found {
    uno::Reference<text::XTextTable> table;
    int depth;
  };
  OpenDocument out_;
  std::vector<Found> nested_;
  bool contradicted_ = false;
  PrintedPortions printed_;
};

} // namespace

Ranges printed_ranges(const uno::Reference<text::XText>& text) {
  Ranges all;
  PrintedPortions printed;
  const uno::Reference<container::XEnumerationAccess> access(text, uno::UNO_QUERY);
  if (!access.is())
    return all;
  const uno::Reference<container::XEnumeration> contents = access->createEnumeration();
  while (contents->hasMoreElements()) {
    const uno::Reference<uno::XInterface> content(contents->nextElement(), uno::UNO_QUERY);
    if (uno::Reference<text::XTextTable>(content, uno::UNO_QUERY).is())
      continue;
    for (auto& range : printed.read(content))
      all.push_back(std::move(range));
  }
  return all;
}

OpenDocument read_writer(const uno::Reference<uno::XComponentContext>& context,
                         const uno::Reference<text::XTextDocument>& document) {
  Walk walk;
  OpenDocument open = walk.take(document);
  if (!walk.contradicted())
    return open;
  const std::string bytes = export_docx(context, document);
  Result<Document> exported = docx_format().read(as_bytes(bytes));
  if (!exported)
    return open; // what the walk did read; the missing table is told as missing
  open.document.flow = std::move(exported->flow);
  const auto tables =
      std::count_if(open.document.flow.begin(), open.document.flow.end(),
                    [](const Block& block) { return std::holds_alternative<Table>(block); });
  if (static_cast<std::size_t>(tables) != open.tables.size())
    open.tables.clear(); // which table is which cannot be told: list, do not mark
  return open;
}

} // namespace gouji::addin
