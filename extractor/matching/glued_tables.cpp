// SPDX-License-Identifier: GPL-3.0-or-later
// Stretches of prose that print a table -> tables in the flow.
#include "matching/glued_tables.h"

#include "matching/column_alignment.h"
#include "matching/glued_rows.h"
#include "matching/messages.h"
#include "text/mapped_text.h"

#include <algorithm>
#include <utility>

namespace gouji {
namespace {

/// Paragraphs one behind the other as one text.
struct RunningText {
  std::string printed;
  std::vector<std::size_t> begins; ///< of each paragraph, bytes
  std::vector<const Paragraph*> paragraphs;

  void add(const Paragraph& paragraph) {
    begins.push_back(printed.size());
    paragraphs.push_back(&paragraph);
    printed += paragraph.full_text() + "\n";
  }
  const Origin& origin(std::size_t byte) const {
    const auto behind = std::upper_bound(begins.begin(), begins.end(), byte);
    return paragraphs[static_cast<std::size_t>(behind - begins.begin()) - 1]->origin;
  }
};

int depth_of(const LayoutBlock& block, const std::vector<int>& captions) {
  int depth = 0;
  for (const int node : captions)
    depth = std::max(depth, block.columns[static_cast<std::size_t>(node)].depth + 1);
  return depth;
}

/// Leaf columns of this edition under a node.
int leaves_under(const LayoutBlock& block, int node) {
  int count = 0;
  for (const int leaf : leaf_columns(block)) {
    if (!block.columns[static_cast<std::size_t>(leaf)].edition.empty())
      continue;
    for (int at = leaf; at >= 0; at = block.columns[static_cast<std::size_t>(at)].parent)
      count += at == node;
  }
  return count;
}

/// Draws the grid of one stretch.
class Drawing {
public:
  Drawing(const RunningText& prose, const MappedText& mapped, const LayoutTable& form,
          const GluedStretch& stretch)
      : prose_(prose), mapped_(mapped), form_(form), stretch_(stretch) {
    for (const LayoutBlock& block : form.blocks)
      width_ = std::max(width_, row_width(block));
    for (const GluedRow& row : stretch.rows)
      stub_ = std::max(stub_, static_cast<int>(row.labels.size()));
  }

  Table run() {
    for (const GluedRow& row : stretch_.rows) {
      if (row.title.first < row.title.last) {
        builder_.begin_row();
        add(1, stub_ + width_, row.title);
      }
      if (!row.captions.empty())
        draw_header(row);
      builder_.begin_row();
      for (std::size_t i = 0; i < row.labels.size(); ++i)
        add(1, i + 1 < row.labels.size() ? 1 : stub_ - static_cast<int>(i), row.labels[i]);
      if (row.labels.empty() && stub_ > 0)
        builder_.add(1, stub_, {});
      add(1, width_, row.run);
    }
    Table table = builder_.finish();
    table.glued = true;
    table.origin = prose_.origin(mapped_.source.at(stretch_.whole.first));
    table.reasons.push_back(fill(phrases::made_of_text));
    return table;
  }

private:
  void add(int rows, int columns, const TextSpan& span) {
    builder_.add(rows, columns, printed_part(prose_.printed, mapped_, span.first, span.last),
                 prose_.origin(mapped_.source.at(span.first)));
  }

  void draw_header(const GluedRow& row) {
    const LayoutBlock& block = form_.blocks[static_cast<std::size_t>(row.block)];
    const std::vector<int> nodes = caption_order(block);
    const int depth = depth_of(block, nodes);
    std::size_t next = 0;
    for (int d = 0; d < depth; ++d) {
      builder_.begin_row();
      if (d == 0 && stub_ > 0)
        add(depth, stub_, row.corner);
      for (; next < nodes.size(); ++next) {
        const LayoutNode& node = block.columns[static_cast<std::size_t>(nodes[next])];
        if (node.depth != d)
          break;
        // The last column takes what other blocks are wider.
        const int leaves = leaves_under(block, nodes[next]);
        const bool last = next + 1 == nodes.size() ||
                          block.columns[static_cast<std::size_t>(nodes[next + 1])].depth != d;
        const int extra = last && d == 0 ? width_ - row_width(block) : 0;
        add(node.leaf ? depth - d : 1, leaves + extra, row.captions[next]);
      }
    }
  }

  const RunningText& prose_;
  const MappedText& mapped_;
  const LayoutTable& form_;
  const GluedStretch& stretch_;
  TableBuilder builder_;
  int stub_ = 0, width_ = 0;
};

struct Found {
  TextSpan whole;
  Table table;
};

/// The prose with tables in place of what was found, as blocks.
void put_back(const RunningText& prose, const MappedText& mapped, std::vector<Found>& found,
              std::vector<Block>& flow) {
  std::size_t next = 0; // of the found
  for (std::size_t p = 0; p < prose.paragraphs.size(); ++p) {
    const std::size_t end =
        p + 1 < prose.begins.size() ? prose.begins[p + 1] : prose.printed.size();
    std::size_t at = prose.begins[p];
    if (next > 0)
      at = std::max(at, mapped.source.at(found[next - 1].whole.last));
    bool whole = at == prose.begins[p];
    const auto add_prose = [&](std::size_t first, std::size_t last) {
      Paragraph part = *prose.paragraphs[p];
      part.numbering.clear();
      part.text = prose.printed.substr(first, last - first);
      if (part.text.find_first_not_of(" \t\r\n") != std::string::npos)
        flow.emplace_back(std::move(part));
    };
    while (next < found.size() && mapped.source.at(found[next].whole.first) < end) {
      whole = false;
      const std::size_t first = mapped.source.at(found[next].whole.first);
      if (first > at)
        add_prose(at, first);
      at = std::max(at, mapped.source.at(found[next].whole.last));
      flow.emplace_back(std::move(found[next].table));
      ++next;
    }
    if (whole)
      flow.emplace_back(*prose.paragraphs[p]);
    else if (at + 1 < end)
      add_prose(at, end - 1);
  }
}

} // namespace

std::optional<std::vector<Block>> part_glued_tables(const std::vector<Block>& flow,
                                                    const Layout& layout,
                                                    const std::vector<int>& tables) {
  const RunningLabels running(layout);
  LabelIndex labels(layout);
  std::vector<Block> parted;
  bool any = false;
  for (std::size_t b = 0; b < flow.size();) {
    if (std::holds_alternative<Table>(flow[b])) {
      parted.push_back(flow[b++]);
      continue;
    }
    RunningText prose;
    for (; b < flow.size() && std::holds_alternative<Paragraph>(flow[b]); ++b)
      prose.add(std::get<Paragraph>(flow[b]));
    const MappedText mapped = map_text(prose.printed);
    const std::vector<LabelledPiece> pieces = running.part(mapped.text);
    std::vector<Found> found;
    for (const int table : tables)
      if (const auto stretch = find_glued(mapped.text, pieces, layout, table, labels))
        found.push_back(
            {stretch->whole,
             Drawing(prose, mapped, layout.tables[static_cast<std::size_t>(table)], *stretch)
                 .run()});
    std::sort(found.begin(), found.end(), [](const Found& one, const Found& other) {
      return one.whole.first < other.whole.first;
    });
    for (std::size_t i = 1; i < found.size();) {
      if (found[i].whole.first < found[i - 1].whole.last)
        found.erase(found.begin() + static_cast<std::ptrdiff_t>(i));
      else
        ++i;
    }
    any = any || !found.empty();
    put_back(prose, mapped, found, parted);
  }
  if (!any)
    return std::nullopt;
  return parted;
}

} // namespace gouji
