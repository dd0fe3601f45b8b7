// SPDX-License-Identifier: GPL-3.0-or-later
// Looking for headings among the printed labels.
#include "matching/missing_headings.h"

#include <algorithm>
#include <set>

namespace gouji {
namespace {

constexpr double heading_floor = 0.6;

/// What is printed over the rows and what rows there are, for one block.
struct Printed {
  bool title = false;
  std::set<int> rows;   // nodes whose label is printed
  std::set<int> needed; // groups that have a printed row below them
};

} // namespace

std::vector<std::string> missing_headings(const PrintedTables& printed,
                                          const std::vector<int>& rows, const LayoutTable& table,
                                          int table_index, int block,
                                          const std::vector<FormLine>& lines,
                                          const std::vector<LineMatch>& matches,
                                          const ColumnMap* captions) {
  const LayoutBlock& form = table.blocks[static_cast<std::size_t>(block)];
  Printed seen;
  for (const int r : rows) {
    const PrintedRow& row = printed.rows[static_cast<std::size_t>(r)];
    for (const int c : row.own)
      for (const LabelHit& hit : *printed.cell(row, c).hits) {
        if (hit.header.table != table_index || hit.header.block != block ||
            hit.score < heading_floor)
          continue;
        if (hit.header.kind == HeaderKind::title)
          seen.title = true;
        if (hit.header.kind == HeaderKind::row)
          seen.rows.insert(hit.header.node);
      }
  }
  bool any_row = false;
  for (std::size_t l = 0; l < lines.size(); ++l) {
    if (lines[l].block != block || matches[l].row < 0 ||
        !form.rows[static_cast<std::size_t>(lines[l].node)].edition.empty())
      continue;
    any_row = true;
    for (int at = form.rows[static_cast<std::size_t>(lines[l].node)].parent; at >= 0;
         at = form.rows[static_cast<std::size_t>(at)].parent)
      seen.needed.insert(at);
  }

  std::vector<std::string> missing;
  if (any_row && !seen.title && !form.title.text.empty())
    missing.push_back(form.title.text);
  for (const int group : seen.needed) {
    const std::string& label = form.rows[static_cast<std::size_t>(group)].label.text;
    if (!label.empty() && !seen.rows.count(group))
      missing.push_back(label);
  }
  if (captions)
    for (const int group : captions->missing_groups)
      missing.push_back(form.columns[static_cast<std::size_t>(group)].label.text);
  return missing;
}

} // namespace gouji
