// SPDX-License-Identifier: GPL-3.0-or-later
// Sequence alignment of printed rows with the rows of a form.
#include "matching/row_alignment.h"

#include "matching/column_alignment.h"

#include <algorithm>

namespace gouji {
namespace {

// Gains and costs of the alignment. A label that reads well (0.6 to 1) outweighs everything else;
// order alone decides only where labels are silent.
constexpr double label_floor = 0.6;
constexpr double other_cell = 0.5; // a label that is not the row's rightmost one belongs to a group
constexpr double group_agrees = 0.1;
constexpr double group_differs = 0.4;
constexpr double order_only = 0.12;   // a row of values without a legible label
constexpr double nameless_line = 0.6; // the form itself has no label there
constexpr int few_words = 3; // for each cell of words a nameless row has at least so many without
constexpr double cost_skip_row = 0.25; // a row of values that the form does not know
constexpr double cost_skip_line = 0.2; // a line of the form that is not printed
constexpr double certain = 0.85;       // enough to place a row against the order
constexpr double grid_floor = 0.9;     // label score, summed, that makes a grid part of a form

bool is_row_of(const LabelHit& hit, int table) {
  return hit.header.table == table && hit.header.kind == HeaderKind::row;
}

/// Does the cell hold all numbers of a row of running text?
bool is_run(const PrintedTables& printed, const PrintedRow& row, int c) {
  const std::string& text = printed.cell(row, c).text;
  return printed.tables[static_cast<std::size_t>(row.table)].table->glued && c == row.own.back() &&
         text.find_first_of("0123456789-/") == 0;
}

int count_values(const PrintedTables& printed, const PrintedRow& row) {
  return static_cast<int>(std::count_if(row.own.begin(), row.own.end(), [&](int c) {
    const PrintedCell& cell = printed.cell(row, c);
    return !cell.blank() && (!cell.words() || is_run(printed, row, c));
  }));
}

int count_column_labels(const PrintedTables& printed, const PrintedRow& row, int table) {
  return static_cast<int>(std::count_if(row.own.begin(), row.own.end(), [&](int c) {
    const auto& hits = *printed.cell(row, c).hits;
    return std::any_of(hits.begin(), hits.end(), [&](const LabelHit& hit) {
      return hit.header.table == table && hit.header.kind == HeaderKind::column &&
             hit.score >= label_floor;
    });
  }));
}

/// What the labels in and above one printed row say about every row node of every block.
struct RowEvidence {
  std::vector<std::vector<double>> own;   // [block][node]: best label score of a cell in the row
  std::vector<std::vector<bool>> reached; // [block][node]: a cell in or above the row names it
  bool labelled = false;
  bool valued = false;
  bool header = false;
  int values = 0;
  int free = 0, words = 0; // cells that could hold a number, and those that hold words
};

RowEvidence weigh(const PrintedTables& printed, const PrintedRow& row, const LayoutTable& table,
                  int table_index) {
  RowEvidence evidence;
  for (const LayoutBlock& block : table.blocks) {
    evidence.own.emplace_back(block.rows.size(), 0.0);
    evidence.reached.emplace_back(block.rows.size(), false);
  }
  evidence.values = count_values(printed, row);
  evidence.valued = evidence.values > 0;
  for (const int c : row.own) {
    if (is_run(printed, row, c))
      evidence.free += printed.cell(row, c).cell->column_span;
    else
      ++(printed.cell(row, c).words() ? evidence.words : evidence.free);
  }
  evidence.header = count_column_labels(printed, row, table_index) >= 2 ||
                    (!evidence.valued && count_column_labels(printed, row, table_index) > 0);
  bool rightmost = true;
  for (auto c = row.own.rbegin(); c != row.own.rend(); ++c) {
    bool names_row = false;
    for (const LabelHit& hit : *printed.cell(row, *c).hits) {
      if (!is_row_of(hit, table_index) || hit.score < label_floor)
        continue;
      names_row = true;
      double& known = evidence.own[static_cast<std::size_t>(hit.header.block)]
                                  [static_cast<std::size_t>(hit.header.node)];
      known = std::max(known, rightmost ? hit.score : hit.score * other_cell);
      evidence.reached[static_cast<std::size_t>(hit.header.block)]
                      [static_cast<std::size_t>(hit.header.node)] = true;
    }
    if (names_row) {
      evidence.labelled = true;
      rightmost = false;
    }
  }
  for (const int c : row.above)
    for (const LabelHit& hit : *printed.cell(row, c).hits)
      if (is_row_of(hit, table_index) && hit.score >= label_floor)
        evidence.reached[static_cast<std::size_t>(hit.header.block)]
                        [static_cast<std::size_t>(hit.header.node)] = true;
  return evidence;
}

bool is_ancestor(const std::vector<LayoutNode>& nodes, int ancestor, int node) {
  for (int at = nodes[static_cast<std::size_t>(node)].parent; at >= 0;
       at = nodes[static_cast<std::size_t>(at)].parent)
    if (at == ancestor)
      return true;
  return false;
}

/// Negative: this row cannot be that line.
double line_score(const RowEvidence& evidence, const LayoutTable& table, const FormLine& line) {
  const auto block = static_cast<std::size_t>(line.block);
  const auto& nodes = table.blocks[block].rows;
  const LayoutNode& node = nodes[static_cast<std::size_t>(line.node)];
  const double own = evidence.own[block][static_cast<std::size_t>(line.node)];
  double score = own;
  if (own < label_floor * other_cell) {
    if (evidence.labelled || evidence.header)
      return -1;
    if (node.label.text.empty()) {
      const auto leaves =
          std::count_if(table.blocks[block].columns.begin(), table.blocks[block].columns.end(),
                        [](const LayoutNode& n) { return n.leaf; });
      if (2 * evidence.free < leaves || evidence.free < few_words * evidence.words)
        return -1;
      // A row of blanks is the row of values only when no better one follows.
      return nameless_line + (evidence.valued ? label_floor : 0);
    }
    if (!evidence.valued)
      return -1;
    score = order_only;
  }
  bool agrees = false, differs = false;
  for (std::size_t n = 0; n < nodes.size(); ++n) {
    if (nodes[n].leaf || !evidence.reached[block][n])
      continue;
    (is_ancestor(nodes, static_cast<int>(n), line.node) ? agrees : differs) = true;
  }
  if (agrees)
    score += group_agrees;
  else if (differs && node.depth > 0)
    score -= group_differs;
  return score;
}

} // namespace

bool holds_values(const PrintedTables& printed, const PrintedRow& row) {
  return count_values(printed, row) > 0;
}

std::vector<FormLine> form_lines(const LayoutTable& table) {
  std::vector<FormLine> lines;
  for (std::size_t b = 0; b < table.blocks.size(); ++b)
    for (std::size_t n = 0; n < table.blocks[b].rows.size(); ++n)
      if (table.blocks[b].rows[n].leaf)
        lines.push_back({static_cast<int>(b), static_cast<int>(n)});
  return lines;
}

namespace {

/// Does the grid hold numbers and blanks only?
bool only_values(const PrintedTable& grid) {
  return std::none_of(grid.cells.begin(), grid.cells.end(),
                      [](const PrintedCell& cell) { return cell.words(); }) &&
         std::any_of(grid.cells.begin(), grid.cells.end(),
                     [](const PrintedCell& cell) { return !cell.blank(); });
}

/// Could rows of the table be printed as `columns` numbers each, without their labels?
bool has_rows_of(const LayoutTable& table, int columns) {
  return columns > 1 && std::any_of(table.blocks.begin(), table.blocks.end(),
                                    [&](const auto& b) { return row_width(b) == columns; });
}

bool has_nameless_row_of(const LayoutTable& table, int columns) {
  return std::any_of(table.blocks.begin(), table.blocks.end(), [&](const LayoutBlock& block) {
    return row_width(block) == columns && block.rows.size() == 1 &&
           block.rows.front().label.text.empty();
  });
}

/// A table whose row has no label, and of which no caption was found, is the one grid of numbers
/// alone that has as many columns, when no other table has.
void assign_nameless(const PrintedTables& printed, const Layout& layout,
                     std::vector<int>& assigned) {
  for (std::size_t t = 0; t < layout.tables.size(); ++t) {
    if (std::find(assigned.begin(), assigned.end(), static_cast<int>(t)) != assigned.end())
      continue;
    std::vector<std::size_t> rows;
    for (std::size_t r = 0; r < printed.rows.size(); ++r) {
      const PrintedTable& grid = printed.tables[static_cast<std::size_t>(printed.rows[r].table)];
      const int columns = grid.table->columns;
      if (assigned[r] < 0 && has_nameless_row_of(layout.tables[t], columns) && only_values(grid) &&
          std::count_if(layout.tables.begin(), layout.tables.end(),
                        [&](const LayoutTable& any) { return has_rows_of(any, columns); }) == 1)
        rows.push_back(r);
    }
    if (rows.size() == 1)
      assigned[rows.front()] = static_cast<int>(t);
  }
}

} // namespace

std::vector<int> assign_rows(const PrintedTables& printed, const Layout& layout) {
  // A label that several tables share ("总计", "其他") is a weak vote for each.
  std::vector<std::vector<double>> votes(printed.rows.size(),
                                         std::vector<double>(layout.tables.size(), 0.0));
  std::vector<std::vector<double>> grid_votes(printed.tables.size(),
                                              std::vector<double>(layout.tables.size(), 0.0));
  for (std::size_t r = 0; r < printed.rows.size(); ++r) {
    const PrintedRow& row = printed.rows[r];
    for (const int c : row.own) {
      std::vector<double> best(layout.tables.size(), 0.0);
      for (const LabelHit& hit : *printed.cell(row, c).hits) {
        double& known = best[static_cast<std::size_t>(hit.header.table)];
        known = std::max(known, hit.score);
      }
      const auto sharing =
          std::count_if(best.begin(), best.end(), [](double score) { return score > 0; });
      for (std::size_t t = 0; sharing > 0 && t < best.size(); ++t) {
        votes[r][t] += best[t] / static_cast<double>(sharing * sharing);
        grid_votes[static_cast<std::size_t>(row.table)][t] +=
            best[t] / static_cast<double>(sharing * sharing);
      }
    }
  }
  std::vector<int> assigned(printed.rows.size(), -1);
  int before = -1, before_columns = 0;
  for (std::size_t r = 0; r < printed.rows.size();) {
    const int grid = printed.rows[r].table;
    const auto& totals = grid_votes[static_cast<std::size_t>(grid)];
    const auto main = std::max_element(totals.begin(), totals.end());
    const int columns = printed.tables[static_cast<std::size_t>(grid)].table->columns;
    int current = -1;
    if (main != totals.end() && *main >= grid_floor)
      current = static_cast<int>(main - totals.begin());
    else if (before >= 0 &&
             (columns == before_columns ||
              (has_rows_of(layout.tables[static_cast<std::size_t>(before)], columns) &&
               only_values(printed.tables[static_cast<std::size_t>(grid)]))))
      current = before;
    for (; r < printed.rows.size() && printed.rows[r].table == grid; ++r) {
      const auto here = std::max_element(votes[r].begin(), votes[r].end());
      if (current >= 0 && here != votes[r].end() && *here >= grid_floor &&
          votes[r][static_cast<std::size_t>(current)] == 0)
        current = static_cast<int>(here - votes[r].begin());
      assigned[r] = current;
    }
    before = current;
    before_columns = columns;
  }
  assign_nameless(printed, layout, assigned);
  return assigned;
}

std::vector<LineMatch> align_rows(const PrintedTables& printed, const std::vector<int>& rows,
                                  const LayoutTable& table, int table_index,
                                  const std::vector<FormLine>& lines) {
  std::vector<RowEvidence> evidence;
  evidence.reserve(rows.size());
  for (const int r : rows)
    evidence.push_back(
        weigh(printed, printed.rows[static_cast<std::size_t>(r)], table, table_index));
  const auto foreign = [&](std::size_t line) {
    return !table.blocks[static_cast<std::size_t>(lines[line].block)]
                .rows[static_cast<std::size_t>(lines[line].node)]
                .edition.empty();
  };

  const std::size_t n = rows.size(), m = lines.size();
  std::vector<double> score(n * m), best((n + 1) * (m + 1), 0.0);
  const auto at = [&](std::size_t i, std::size_t j) -> double& { return best[i * (m + 1) + j]; };
  const auto skip_row = [&](std::size_t i) {
    return evidence[i].valued && !evidence[i].header ? cost_skip_row : 0.0;
  };
  const auto skip_line = [&](std::size_t j) { return foreign(j) ? 0.0 : cost_skip_line; };
  for (std::size_t i = 0; i < n; ++i)
    for (std::size_t j = 0; j < m; ++j)
      score[i * m + j] = line_score(evidence[i], table, lines[j]);
  // From the end, so that walking forward takes the first of equal rows: a doubled row is the
  // second one.
  for (std::size_t i = n + 1; i-- > 0;)
    for (std::size_t j = m + 1; j-- > 0;) {
      if (i == n && j == m)
        continue;
      double value = -1e9;
      if (i < n)
        value = std::max(value, at(i + 1, j) - skip_row(i));
      if (j < m)
        value = std::max(value, at(i, j + 1) - skip_line(j));
      if (i < n && j < m && score[i * m + j] > 0)
        value = std::max(value, at(i + 1, j + 1) + score[i * m + j]);
      at(i, j) = value;
    }

  constexpr double equal = 1e-9;
  std::vector<LineMatch> matches(m);
  std::vector<int> line_of(n, -1);
  for (std::size_t i = 0, j = 0; i < n && j < m;) {
    const double s = score[i * m + j];
    if (s > 0 && at(i + 1, j + 1) + s >= at(i, j) - equal) {
      matches[j] = {rows[i],
                    s,
                    evidence[i].own[static_cast<std::size_t>(lines[j].block)]
                                   [static_cast<std::size_t>(lines[j].node)] == 0 &&
                        s < nameless_line,
                    false,
                    {}};
      line_of[i] = static_cast<int>(j);
      ++i, ++j;
    } else if (at(i + 1, j) - skip_row(i) >= at(i, j) - equal) {
      ++i;
    } else {
      ++j;
    }
  }

  // Labels that are certain, out of order or doubled.
  for (std::size_t i = 0; i < n; ++i) {
    if (line_of[i] >= 0 || !evidence[i].labelled || !evidence[i].valued)
      continue;
    std::size_t top = m;
    for (std::size_t j = 0; j < m; ++j)
      if (score[i * m + j] >= certain && (top == m || score[i * m + j] > score[i * m + top]))
        top = j;
    if (top == m)
      continue;
    if (matches[top].row < 0) {
      matches[top] = {rows[i], score[i * m + top], false, false, {}};
      line_of[i] = static_cast<int>(top);
    } else {
      matches[top].duplicates.push_back(rows[i]);
    }
  }

  // Order alone is a witness only where the rows without labels are as many as the lines they stand
  // for.
  for (std::size_t j = 0; j < m;) {
    if (matches[j].row >= 0 && !matches[j].by_order) {
      ++j;
      continue;
    }
    std::size_t end = j, open = 0, taken = 0;
    for (; end < m && (matches[end].row < 0 || matches[end].by_order); ++end) {
      if (matches[end].by_order)
        ++taken;
      if (!foreign(end))
        ++open;
    }
    if (taken > 0 && taken != open)
      for (std::size_t k = j; k < end; ++k) {
        if (!foreign(k))
          matches[k].ambiguous = true;
        matches[k].row = -1;
        matches[k].by_order = false;
      }
    j = end;
  }
  return matches;
}

} // namespace gouji
