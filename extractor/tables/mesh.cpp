// SPDX-License-Identifier: GPL-3.0-or-later
// Edges by sorting, glyphs into places by search.
#include "tables/mesh.h"

#include <algorithm>
#include <utility>

namespace gouji {

namespace {

Edges apart(Edges all) {
  std::ranges::sort(all);
  Edges edges;
  for (const double e : all)
    if (edges.empty() || e - edges.back() > 0.01)
      edges.push_back(e);
  return edges;
}

} // namespace

std::size_t index_of(const Edges& edges, double position) {
  const auto after = std::upper_bound(edges.begin(), edges.end(), position + 0.01);
  return static_cast<std::size_t>(std::max<std::ptrdiff_t>(after - edges.begin() - 1, 0));
}

Mesh mesh_of(const std::vector<Glyph>& glyphs, const Table& table, bool transpose) {
  const auto turn = [transpose](const Rect& r) { return transpose ? transposed(r) : r; };
  Mesh mesh;
  Edges xs, ys;
  for (const Cell& cell : table.cells) {
    const Rect box = turn(cell.origin.box);
    xs.insert(xs.end(), {box.x0, box.x1});
    ys.insert(ys.end(), {box.y0, box.y1});
  }
  mesh.xs = apart(std::move(xs));
  mesh.ys = apart(std::move(ys));
  if (mesh.xs.size() < 2 || mesh.ys.size() < 2)
    return {};
  mesh.cell.assign(mesh.columns() * mesh.rows(), -1);
  mesh.cuts.assign(mesh.cell.size(), 0);
  mesh.ink.resize(table.cells.size());
  for (std::size_t i = 0; i < table.cells.size(); ++i) {
    const Rect box = turn(table.cells[i].origin.box);
    const std::size_t right = index_of(mesh.xs, box.x1), bottom = index_of(mesh.ys, box.y1);
    for (std::size_t r = index_of(mesh.ys, box.y0); r < bottom; ++r)
      for (std::size_t c = index_of(mesh.xs, box.x0); c < right; ++c)
        mesh.cell[r * mesh.columns() + c] = static_cast<int>(i);
  }
  std::vector<double> sizes;
  for (const Glyph& g : glyphs) {
    const Rect box = turn(g.box);
    const double x = box.center_x(), y = box.center_y();
    if (x < mesh.xs.front() || x >= mesh.xs.back() || y < mesh.ys.front() || y >= mesh.ys.back())
      continue;
    const std::size_t row = index_of(mesh.ys, y), column = index_of(mesh.xs, x);
    const int cell = mesh.at(row, column);
    if (cell < 0)
      continue;
    Ink& ink = mesh.ink[static_cast<std::size_t>(cell)];
    ink.box = united(ink.box, box);
    ink.size = std::max(ink.size, g.font_size);
    sizes.push_back(g.font_size);
    constexpr double hair = 0.8; // points: boxes of letters are a little wider than their ink
    if (box.x1 > mesh.xs[column + 1] + hair)
      ++mesh.cuts[row * mesh.columns() + column];
    else if (column > 0 && box.x0 < mesh.xs[column] - hair)
      ++mesh.cuts[row * mesh.columns() + column - 1];
  }
  if (!sizes.empty()) {
    std::nth_element(sizes.begin(), sizes.begin() + static_cast<std::ptrdiff_t>(sizes.size() / 2),
                     sizes.end());
    mesh.size = std::max(1.0, sizes[sizes.size() / 2]);
  }
  return mesh;
}

} // namespace gouji
