// SPDX-License-Identifier: GPL-3.0-or-later
// Sequence alignment of printed captions with the columns of a form.
#include "matching/column_alignment.h"

#include <algorithm>
#include <utility>

namespace gouji {
namespace {

constexpr double caption_floor = 0.6;
constexpr double parent_agrees = 0.3;
constexpr double order_only = 0.05; // a column without a legible caption between two that have one
constexpr double cost_skip_printed = 0.1;
constexpr double cost_skip_column = 0.15;

/// A printed column: neighbouring grid columns that share their lowest caption, with the captions
/// above it from bottom to top.
struct PrintedColumn {
  int from = 0, to = 0;
  std::vector<int> captions; // cell indices, lowest first
};

std::vector<PrintedColumn> printed_columns(const PrintedTables& printed,
                                           const std::vector<int>& rows) {
  const PrintedRow& first = printed.rows[static_cast<std::size_t>(rows.front())];
  const PrintedTable& grid = printed.tables[static_cast<std::size_t>(first.table)];
  std::vector<std::vector<int>> stacks(static_cast<std::size_t>(grid.table->columns));
  const auto stack = [&](int cell) {
    const PrintedCell& printed_cell = grid.cells[static_cast<std::size_t>(cell)];
    if (printed_cell.blank())
      return;
    for (int c = printed_cell.first_column(); c < printed_cell.end_column(); ++c)
      stacks[static_cast<std::size_t>(c)].push_back(cell);
  };
  for (const int cell : first.above)
    stack(cell);
  for (const int row : rows)
    for (const int cell : printed.rows[static_cast<std::size_t>(row)].own)
      stack(cell);
  std::vector<PrintedColumn> columns;
  for (int c = 0; c < grid.table->columns; ++c) {
    auto& captions = stacks[static_cast<std::size_t>(c)];
    std::reverse(captions.begin(), captions.end());
    if (!columns.empty() && !captions.empty() && !columns.back().captions.empty() &&
        columns.back().captions.front() == captions.front())
      columns.back().to = c + 1;
    else
      columns.push_back({c, c + 1, captions});
  }
  return columns;
}

/// All ways to pair printed columns with those of the form from left to right, by the score of the
/// pairs less the cost of what stays alone.
class Pairing {
public:
  /// `score`: row by row a printed column, not above 0 where no pair is; `alone`: the cost of each
  /// column of the form that is not printed.
  Pairing(std::vector<double> score, std::vector<double> alone)
      : score_(std::move(score)), alone_(std::move(alone)), m_(alone_.size()),
        n_(m_ == 0 ? 0 : score_.size() / m_), before_((n_ + 1) * (m_ + 1), none), after_(before_) {
    for (std::size_t i = 0; i <= n_; ++i)
      for (std::size_t j = 0; j <= m_; ++j) {
        double best = i + j == 0 ? 0 : none;
        if (i > 0)
          best = std::max(best, before_[at(i - 1, j)] - cost_skip_printed);
        if (j > 0)
          best = std::max(best, before_[at(i, j - 1)] - alone_[j - 1]);
        if (i > 0 && j > 0 && score_[(i - 1) * m_ + j - 1] > 0)
          best = std::max(best, before_[at(i - 1, j - 1)] + score_[(i - 1) * m_ + j - 1]);
        before_[at(i, j)] = best;
      }
    for (std::size_t i = n_ + 1; i-- > 0;)
      for (std::size_t j = m_ + 1; j-- > 0;) {
        double best = i == n_ && j == m_ ? 0 : none;
        if (i < n_)
          best = std::max(best, after_[at(i + 1, j)] - cost_skip_printed);
        if (j < m_)
          best = std::max(best, after_[at(i, j + 1)] - alone_[j]);
        if (i < n_ && j < m_ && score_[i * m_ + j] > 0)
          best = std::max(best, after_[at(i + 1, j + 1)] + score_[i * m_ + j]);
        after_[at(i, j)] = best;
      }
  }

  /// The form's column for each printed one, -1 for none: the first of the best ways.
  std::vector<int> best() const {
    std::vector<int> partner(n_, -1);
    for (std::size_t i = 0, j = 0; i < n_ && j < m_;) {
      if (in_a_best_way(i, j)) {
        partner[i++] = static_cast<int>(j++);
      } else if (reaches(after_[at(i + 1, j)] - cost_skip_printed, after_[at(i, j)])) {
        ++i;
      } else {
        ++j;
      }
    }
    return partner;
  }

  /// Is there another partner for the printed column that is as good, all in all?
  bool as_well_elsewhere(std::size_t i, int partner) const {
    for (std::size_t j = 0; j < m_; ++j)
      if (static_cast<int>(j) != partner && in_a_best_way(i, j))
        return true;
    return false;
  }

private:
  static constexpr double none = -1e9;
  static bool reaches(double a, double b) { return a >= b - 1e-9; }
  std::size_t at(std::size_t i, std::size_t j) const { return i * (m_ + 1) + j; }
  bool in_a_best_way(std::size_t i, std::size_t j) const {
    const double score = score_[i * m_ + j];
    return score > 0 && reaches(before_[at(i, j)] + score + after_[at(i + 1, j + 1)], after_[0]);
  }

  std::vector<double> score_, alone_;
  std::size_t m_, n_;
  std::vector<double> before_, after_; ///< the best of what stands before, and from, (i, j)
};

} // namespace

int ColumnMap::present() const {
  return static_cast<int>(std::count_if(places.begin(), places.end(),
                                        [](const ColumnPlace& place) { return place.present(); }));
}

int ColumnMap::first_column() const {
  int first = -1;
  for (const ColumnPlace& place : places)
    if (place.present() && (first < 0 || place.from < first))
      first = place.from;
  return first;
}

bool ColumnMap::has_other_caption(int column) const {
  return std::binary_search(other_captions.begin(), other_captions.end(), column);
}

std::vector<int> leaf_columns(const LayoutBlock& block) {
  std::vector<int> leaves;
  for (std::size_t n = 0; n < block.columns.size(); ++n)
    if (block.columns[n].leaf)
      leaves.push_back(static_cast<int>(n));
  return leaves;
}

int row_width(const LayoutBlock& block) {
  return static_cast<int>(
      std::count_if(block.columns.begin(), block.columns.end(),
                    [](const LayoutNode& n) { return n.leaf && n.edition.empty(); }));
}

ColumnMap align_columns(const PrintedTables& printed, const std::vector<int>& rows,
                        const LayoutBlock& block, int table_index, int block_index) {
  ColumnMap map;
  map.leaves = leaf_columns(block);
  map.places.resize(map.leaves.size());
  if (rows.empty())
    return map;
  const std::vector<PrintedColumn> columns = printed_columns(printed, rows);
  const PrintedTable& grid = printed.tables[static_cast<std::size_t>(
      printed.rows[static_cast<std::size_t>(rows.front())].table)];

  const auto hit_on = [&](int cell, int node) -> const LabelHit* {
    for (const LabelHit& hit : *grid.cells[static_cast<std::size_t>(cell)].hits)
      if (hit.header == HeaderRef{table_index, block_index, HeaderKind::column, node} &&
          hit.score >= caption_floor)
        return &hit;
    return nullptr;
  };
  const auto any_column = [&](int cell) {
    const auto& hits = *grid.cells[static_cast<std::size_t>(cell)].hits;
    return std::any_of(hits.begin(), hits.end(), [&](const LabelHit& hit) {
      return hit.header.table == table_index && hit.header.block == block_index &&
             hit.header.kind == HeaderKind::column && hit.score >= caption_floor;
    });
  };
  const auto parents_agree = [&](const PrintedColumn& column, int node) {
    for (int parent = block.columns[static_cast<std::size_t>(node)].parent; parent >= 0;
         parent = block.columns[static_cast<std::size_t>(parent)].parent)
      for (const int cell : column.captions)
        if (hit_on(cell, parent))
          return true;
    return false;
  };

  // The stub (what stands above the row labels) ends at the first column with a caption of the
  // form.
  std::size_t stub = 0;
  while (stub < columns.size() &&
         (columns[stub].captions.empty() ||
          std::none_of(columns[stub].captions.begin(), columns[stub].captions.end(), any_column)))
    ++stub;

  const std::size_t n = columns.size() - stub, m = map.leaves.size();
  std::vector<double> score(n * m, -1.0), alone;
  for (std::size_t i = 0; i < n; ++i) {
    const PrintedColumn& column = columns[stub + i];
    const bool captioned = !column.captions.empty() && any_column(column.captions.front());
    for (std::size_t j = 0; j < m; ++j) {
      const int node = map.leaves[j];
      const LabelHit* hit =
          column.captions.empty() ? nullptr : hit_on(column.captions.front(), node);
      const bool group_only = captioned && !hit && parents_agree(column, node);
      if (hit)
        score[i * m + j] = hit->score + (parents_agree(column, node) ? parent_agrees : 0);
      else if (!captioned || group_only)
        score[i * m + j] = order_only + (group_only ? order_only : 0);
    }
  }
  for (const int leaf : map.leaves) {
    const bool foreign = !block.columns[static_cast<std::size_t>(leaf)].edition.empty();
    alone.push_back(foreign ? 0.0 : cost_skip_column);
  }
  const Pairing pairing(std::move(score), std::move(alone));
  const std::vector<int> partners = pairing.best();
  int captions_read = 0;
  bool settled = true;
  for (std::size_t i = 0; i < partners.size(); ++i) {
    if (partners[i] < 0)
      continue;
    const std::size_t j = static_cast<std::size_t>(partners[i]);
    const PrintedColumn& column = columns[stub + i];
    ColumnPlace& place = map.places[j];
    place.from = column.from;
    place.to = column.to;
    if (const LabelHit* hit =
            column.captions.empty() ? nullptr : hit_on(column.captions.front(), map.leaves[j])) {
      place.score = hit->score;
      place.edition = hit->edition;
      place.caption = column.captions.front();
      ++captions_read;
      settled = settled && !pairing.as_well_elsewhere(i, partners[i]);
    }
  }
  for (std::size_t i = stub; i < columns.size(); ++i)
    if (!columns[i].captions.empty() && !any_column(columns[i].captions.front()))
      for (int c = columns[i].from; c < columns[i].to; ++c)
        map.other_captions.push_back(c);
  // Captions that repeat, under group captions that are not printed, may fit in several places.
  map.trusted = settled && captions_read > 0 && 2 * captions_read >= static_cast<int>(m);
  if (!map.trusted) {
    map.places.assign(m, {});
    return map;
  }
  for (std::size_t g = 0; g < block.columns.size(); ++g) {
    if (block.columns[g].leaf || block.columns[g].label.text.empty() ||
        !block.columns[g].edition.empty())
      continue;
    const bool printed_group =
        std::any_of(columns.begin(), columns.end(), [&](const PrintedColumn& column) {
          return std::any_of(column.captions.begin(), column.captions.end(), [&](int cell) {
            return hit_on(cell, static_cast<int>(g)) != nullptr;
          });
        });
    if (!printed_group)
      map.missing_groups.push_back(static_cast<int>(g));
  }
  return map;
}

} // namespace gouji
