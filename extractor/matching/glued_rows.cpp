// SPDX-License-Identifier: GPL-3.0-or-later
// Rows are labels right before digits; those of one table follow each other in the form's order.
#include "matching/glued_rows.h"

#include "text/normalize.h"
#include "text/ordinal.h"

#include <algorithm>

namespace gouji {
namespace {

constexpr double label_floor = 0.6;
constexpr std::size_t longest_words = 60;  // characters without a label: more is prose
constexpr std::size_t most_anchors = 1000; // rows between two sentences; no form has as many
constexpr std::size_t fewest_captions = 4; // that make a table without row labels known

/// One run of digits, or the end of the text before a sentence, and the pieces before it.
struct Stretch {
  std::size_t first = 0, run = 0; ///< indices into the pieces
  std::size_t header_end = 0;     ///< behind the last piece of a header
  int line = -1;                  ///< of the form, that its label names
};

class Finder {
public:
  Finder(std::u32string_view text, const std::vector<LabelledPiece>& pieces, const Layout& layout,
         int table, LabelIndex& labels)
      : text_(text), pieces_(pieces), form_(layout.tables[static_cast<std::size_t>(table)]),
        table_(table), labels_(labels), lines_(form_lines(form_)) {
    for (const LayoutBlock& block : form_.blocks)
      captions_.push_back(caption_order(block));
  }

  std::optional<GluedStretch> run() {
    std::size_t begin = 0;
    for (std::size_t p = 0; p < pieces_.size(); ++p) {
      if (breaks(p)) {
        consider();
        begin = p + 1;
      } else if (pieces_[p].kind == LabelledPiece::Kind::run) {
        add_stretch(begin, p);
        begin = p + 1;
      }
    }
    consider();
    return std::move(best_);
  }

private:
  const std::vector<LabelHit>& hits(std::size_t first, std::size_t last) {
    return labels_.find(to_utf8(text_.substr(first, last - first)));
  }

  template <class Fits> bool is(std::size_t piece, Fits fits) {
    if (pieces_[piece].kind != LabelledPiece::Kind::label)
      return false;
    const auto& found = hits(pieces_[piece].first, pieces_[piece].last);
    return std::any_of(found.begin(), found.end(), [&](const LabelHit& hit) {
      return hit.header.table == table_ && fits(hit);
    });
  }
  bool is_kind(std::size_t piece, HeaderKind kind) {
    return is(piece, [&](const LabelHit& hit) { return hit.header.kind == kind; });
  }

  /// The form's line that is best named by characters [first, last); -1 for none.
  int line_of(std::size_t first, std::size_t last) {
    if (last - first > longest_words)
      return -1;
    for (const LabelHit& hit : hits(first, last)) {
      if (hit.header.table != table_ || hit.header.kind != HeaderKind::row ||
          hit.score < label_floor)
        continue;
      for (std::size_t l = 0; l < lines_.size(); ++l)
        if (lines_[l].block == hit.header.block && lines_[l].node == hit.header.node)
          return static_cast<int>(l);
    }
    return -1;
  }

  /// A heading, or words that are prose.
  bool breaks(std::size_t p) {
    const LabelledPiece& piece = pieces_[p];
    if (piece.kind == LabelledPiece::Kind::heading)
      return true;
    if (piece.kind != LabelledPiece::Kind::words)
      return false;
    const std::u32string_view words = text_.substr(piece.first, piece.last - piece.first);
    if (words.size() > longest_words || words.find(U'\u3002') != words.npos)
      return true;
    return words.find_first_of(U",;:!?") != words.npos && line_of(piece.first, piece.last) < 0;
  }

  /// Where the header ends among the pieces [first, last): behind a title, a corner, or captions
  /// beside each other.
  std::size_t end_of_header(std::size_t first, std::size_t last) {
    std::size_t end = first;
    for (std::size_t p = first; p < last; ++p) {
      const bool title = is_kind(p, HeaderKind::title) || is_kind(p, HeaderKind::corner);
      const bool caption = is_kind(p, HeaderKind::column);
      const bool beside =
          p > first && (end == p || is_kind(p - 1, HeaderKind::column)); // of a header
      if (title || (caption && beside))
        end = p + 1;
    }
    return end;
  }

  void add_stretch(std::size_t first, std::size_t run) {
    Stretch stretch{first, run, end_of_header(first, run), -1};
    const std::size_t rest = stretch.header_end;
    if (rest < run) {
      const LabelledPiece& last = pieces_[run - 1];
      stretch.line = line_of(last.first, last.last);
      if (stretch.line < 0)
        stretch.line = line_of(label_begin(rest, run), last.last);
    } else if (run > first) {
      stretch.line = nameless_line(first, run);
    }
    stretches_.push_back(stretch);
  }

  /// Where the row's own label begins among the pieces [first, last): behind groups.
  std::size_t label_begin(std::size_t first, std::size_t last) {
    std::size_t at = first;
    while (at + 1 < last && is_kind(at, HeaderKind::row))
      ++at;
    return pieces_[at].first;
  }

  /// The line without a label whose captions, all of them, are the last of the pieces.
  int nameless_line(std::size_t first, std::size_t last) {
    for (std::size_t l = 0; l < lines_.size(); ++l) {
      const LayoutBlock& block = block_of(static_cast<int>(l));
      const std::size_t count = captions_[static_cast<std::size_t>(lines_[l].block)].size();
      if (block.rows[static_cast<std::size_t>(lines_[l].node)].label.text.empty() &&
          count >= fewest_captions && first + count <= last &&
          header_at(lines_[l].block, last - count))
        return static_cast<int>(l);
    }
    return -1;
  }

  const LayoutBlock& block_of(int line) const {
    return form_.blocks[static_cast<std::size_t>(lines_[static_cast<std::size_t>(line)].block)];
  }

  /// Are the pieces from `at` on the captions of block `b`?
  bool header_at(int b, std::size_t at) {
    const std::vector<int>& nodes = captions_[static_cast<std::size_t>(b)];
    if (at + nodes.size() > pieces_.size())
      return false;
    for (std::size_t i = 0; i < nodes.size(); ++i)
      if (!is(at + i, [&](const LabelHit& hit) {
            return hit.header.kind == HeaderKind::column && hit.header.block == b &&
                   hit.header.node == nodes[i];
          }))
        return false;
    return true;
  }

  /// Between two sentences: are enough rows of the form here, in its order?
  void consider() {
    const std::vector<std::size_t> chain = longest_chain();
    std::size_t wanted = 0; // at least half of the form's own rows
    for (const FormLine& line : lines_)
      if (form_.blocks[static_cast<std::size_t>(line.block)]
              .rows[static_cast<std::size_t>(line.node)]
              .edition.empty())
        ++wanted;
    const bool named = lines_.size() > 1;
    if (!chain.empty() && chain.size() > found_ && (!named || chain.size() >= 2) &&
        2 * chain.size() >= wanted) {
      found_ = chain.size();
      build(chain.front(), chain.back());
    }
    stretches_.clear();
  }

  /// The stretches that name lines of the form in its order: the longest such sequence.
  std::vector<std::size_t> longest_chain() const {
    std::vector<std::size_t> anchors;
    for (std::size_t s = 0; s < stretches_.size(); ++s)
      if (stretches_[s].line >= 0)
        anchors.push_back(s);
    if (anchors.size() > most_anchors)
      return {};
    std::vector<std::size_t> length(anchors.size(), 1), before(anchors.size(), anchors.size());
    std::size_t best = 0;
    for (std::size_t a = 0; a < anchors.size(); ++a) {
      for (std::size_t b = 0; b < a; ++b)
        if (stretches_[anchors[b]].line < stretches_[anchors[a]].line &&
            length[b] + 1 >= length[a]) { // of equal ones the nearest
          length[a] = length[b] + 1;
          before[a] = b;
        }
      if (length[a] > length[best])
        best = a;
    }
    std::vector<std::size_t> chain;
    if (!anchors.empty())
      for (std::size_t at = best; at < anchors.size(); at = before[at])
        chain.insert(chain.begin(), anchors[at]);
    return chain;
  }

  void build(std::size_t first, std::size_t last) {
    GluedStretch found;
    int block = -1;
    for (std::size_t s = first; s <= last; ++s) {
      if (stretches_[s].line >= 0)
        block = lines_[static_cast<std::size_t>(stretches_[s].line)].block;
      add_rows(stretches_[s], block, found);
    }
    std::size_t begin = stretches_[first].first; // without the prose before the table
    while (pieces_[begin].kind == LabelledPiece::Kind::words && begin + 1 < stretches_[first].run &&
           begin < stretches_[first].header_end)
      ++begin;
    found.whole = {pieces_[begin].first, pieces_[stretches_[last].run].last};
    best_ = std::move(found);
  }

  void add_rows(const Stretch& stretch, int block, GluedStretch& found) {
    GluedRow row;
    row.block = block;
    read_header(stretch, row);
    std::size_t at = stretch.header_end;
    for (; at + 1 < stretch.run; ++at) { // labels before the row's own
      const LabelledPiece& piece = pieces_[at];
      const TextSpan span{piece.first, piece.last};
      if (is_certain_line(at)) { // a row of which no digits are printed
        GluedRow empty = row;
        empty.labels.push_back(span);
        found.rows.push_back(std::move(empty));
        row = GluedRow();
        row.block = block;
      } else if (is_kind(at, HeaderKind::row)) {
        row.labels.push_back(span);
      } else {
        break;
      }
    }
    if (at < stretch.run) {
      const LabelledPiece& last = pieces_[stretch.run - 1];
      std::size_t own = pieces_[at].first;
      // Words before a label that is spelt as on the form are no part of it, unless they number it.
      if (at + 1 < stretch.run && is_kind(stretch.run - 1, HeaderKind::row) &&
          !is_ordinal({own, last.first})) {
        row.labels.push_back({own, last.first});
        own = last.first;
      }
      row.labels.push_back({own, last.last});
    }
    row.run = {pieces_[stretch.run].first, pieces_[stretch.run].last};
    found.rows.push_back(std::move(row));
  }

  /// Is the piece the label of a row, letter for letter and of nothing else?
  bool is_certain_line(std::size_t piece) {
    return line_of(pieces_[piece].first, pieces_[piece].last) >= 0 &&
           is(piece, [](const LabelHit& hit) { return hit.score >= 1; }) &&
           !is(piece, [&](const LabelHit& hit) {
             return hit.header.kind != HeaderKind::row ||
                    !form_.blocks[static_cast<std::size_t>(hit.header.block)]
                         .rows[static_cast<std::size_t>(hit.header.node)]
                         .leaf;
           });
  }

  bool is_ordinal(TextSpan span) const {
    const std::string text = to_utf8(text_.substr(span.first, span.last - span.first));
    return leading_ordinal(text).length == text.size();
  }

  void read_header(const Stretch& stretch, GluedRow& row) {
    for (std::size_t p = stretch.first; p < stretch.header_end; ++p) {
      const TextSpan span{pieces_[p].first, pieces_[p].last};
      if (is_kind(p, HeaderKind::title))
        row.title = span;
      if (is_kind(p, HeaderKind::corner))
        row.corner = span;
    }
    if (row.block < 0)
      return;
    const std::size_t count = captions_[static_cast<std::size_t>(row.block)].size();
    if (count > stretch.header_end - stretch.first ||
        !header_at(row.block, stretch.header_end - count))
      return;
    for (std::size_t p = stretch.header_end - count; p < stretch.header_end; ++p)
      row.captions.push_back({pieces_[p].first, pieces_[p].last});
  }

  std::u32string_view text_;
  const std::vector<LabelledPiece>& pieces_;
  const LayoutTable& form_;
  const int table_;
  LabelIndex& labels_;
  const std::vector<FormLine> lines_;
  std::vector<std::vector<int>> captions_; ///< by block
  std::vector<Stretch> stretches_;         ///< since the last sentence
  std::size_t found_ = 0;                  ///< rows in order of the best stretch
  std::optional<GluedStretch> best_;
};

} // namespace

std::vector<int> caption_order(const LayoutBlock& block) {
  std::vector<int> nodes;
  for (std::size_t n = 0; n < block.columns.size(); ++n)
    if (block.columns[n].edition.empty() && !block.columns[n].label.text.empty())
      nodes.push_back(static_cast<int>(n));
  std::stable_sort(nodes.begin(), nodes.end(), [&](int a, int b) {
    return block.columns[static_cast<std::size_t>(a)].depth <
           block.columns[static_cast<std::size_t>(b)].depth;
  });
  return nodes;
}

std::optional<GluedStretch> find_glued(std::u32string_view text,
                                       const std::vector<LabelledPiece>& pieces,
                                       const Layout& layout, int table, LabelIndex& labels) {
  return Finder(text, pieces, layout, table, labels).run();
}

} // namespace gouji
