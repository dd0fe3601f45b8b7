// SPDX-License-Identifier: GPL-3.0-or-later
// Printed text -> the headers of a form it may be: the first witness of the matcher.
#pragma once

#include "matching/layout.h"
#include "text/similarity.h"

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace gouji {

enum class HeaderKind { title, corner, row, column };

/// A header of a layout: table and block are indices into the layout, node into the block's rows or
/// columns (0 for title and corner).
struct HeaderRef {
  int table = 0, block = 0;
  HeaderKind kind = HeaderKind::row;
  int node = 0;

  bool operator==(const HeaderRef&) const = default;
};

/// `score` 0 to 1: how sure the text alone makes that it is this header. `edition` names the other
/// form whose wording was printed.
struct LabelHit {
  HeaderRef header;
  double score = 0;
  std::string edition;
};

/// The ways a label is printed, `normalized`: its text and aliases, each also without its leading
/// ordinal and without a trailing remark in brackets. No empty ones.
std::vector<std::string> spellings_of(const Label& label);

/// All labels of one layout, prepared for look-up. A text is compared in this order and the first
/// that answers wins: equal after `normalized`; equal without the leading ordinal or a trailing
/// remark in brackets; containing one of the label's keys; alike (edit distance, at least
/// `fuzzy_floor`). Answers are remembered, so that the hundred equal cells of a form cost one
/// comparison.
class LabelIndex {
public:
  explicit LabelIndex(const Layout& layout);

  /// Headers that `text` (already `normalized`) may be; best score first; empty for none.
  const std::vector<LabelHit>& find(const std::string& text);

private:
  struct Key {
    std::string text;
    LabelHit hit;
  };
  struct Spelling {
    Comparable text;
    LabelHit hit;
  };
  void add(const Label& label, HeaderRef header);
  void add_spelling(const std::string& normalized_text, const LabelHit& hit);
  std::vector<LabelHit> search(const std::string& text) const;

  std::unordered_map<std::string, std::vector<LabelHit>> exact_;
  std::vector<Spelling> spellings_;
  std::vector<Key> keys_;
  std::unordered_map<std::string, std::vector<LabelHit>> seen_;
};

} // namespace gouji
