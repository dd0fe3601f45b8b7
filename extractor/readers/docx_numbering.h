// SPDX-License-Identifier: GPL-3.0-or-later
// Automatic numbering: which label a paragraph shows that its text does not hold
// (ECMA-376-1 §17.9).
#pragma once

#include "readers/docx_styles.h"
#include "readers/list_numerals.h"
#include "readers/xml.h"

#include <array>
#include <map>
#include <optional>
#include <string>

namespace gouji::docx {

inline constexpr int list_levels = 9; ///< ECMA-376-1 §17.9.6: w:ilvl is 0 to 8

struct ListLevel {
  int start = 1;
  Numeral style = Numeral::decimal;
  std::string text;           ///< w:lvlText: "%1、"
  std::string pstyle;         ///< paragraph style whose paragraphs stand on this level
  bool bullet = false;        ///< the text is a bullet, which says nothing
  bool all_decimal = false;   ///< w:isLgl
  bool spaced = false;        ///< w:suff is a space
  std::optional<int> restart; ///< w:lvlRestart: 0 never, n: after level n (from 1) only
};

/// The lists of a document and how far each has counted.
class Numbering {
public:
  /// Counts the next paragraph of list `id` (w:numId) and answers its label, empty for none.
  /// `level` is w:ilvl when the paragraph or its style states one; else the level that names
  /// `style_id`.
  std::string label(int id, std::optional<int> level, std::string_view style_id);

  /// Reads word/numbering.xml; lists that only name a style are looked up in `styles`. What cannot
  /// be read is in `xml.error()`.
  static Numbering read(XmlReader& xml, const Styles& styles);

private:
  struct Abstract {
    std::array<ListLevel, list_levels> levels;
    std::string style_link; ///< the numbering style that holds the definition
    std::array<int, list_levels> count{};
    std::array<bool, list_levels> counting{};
  };
  struct Instance {
    int abstract = -1;
    std::map<int, int> start_at;       ///< w:startOverride by level
    std::map<int, ListLevel> replaced; ///< whole levels restated for this list
    bool begun = false;
  };
  std::map<int, Abstract> abstracts_;
  std::map<int, Instance> instances_;

  const ListLevel& level_of(const Instance& instance, const Abstract& abstract, int level) const;
  void resolve_links(const Styles& styles);
};

} // namespace gouji::docx
