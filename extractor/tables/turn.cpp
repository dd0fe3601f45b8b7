// SPDX-License-Identifier: GPL-3.0-or-later
// Quarter turns of a page's contents.
#include "tables/turn.h"

#include <algorithm>
#include <array>
#include <utility>

namespace gouji {

namespace {

/// Turns boxes of a page of the given size against `turned` degrees clockwise.
Rect turned_rect(const Rect& r, int turned, double width, double height) {
  switch (turned) {
  case 90:
    return {r.y0, width - r.x1, r.y1, width - r.x0};
  case 180:
    return {width - r.x1, height - r.y1, width - r.x0, height - r.y0};
  case 270:
    return {height - r.y1, r.x0, height - r.y0, r.x1};
  default:
    return r;
  }
}

Ruling turned_ruling(const Ruling& r, int turned, double width, double height) {
  const bool lying = r.axis == Axis::horizontal;
  const Rect box = turned_rect(lying ? Rect{r.from, r.position, r.to, r.position}
                                     : Rect{r.position, r.from, r.position, r.to},
                               turned, width, height);
  const bool lies = turned == 180 ? lying : !lying;
  return lies ? Ruling{Axis::horizontal, box.y0, box.x0, box.x1, r.thickness}
              : Ruling{Axis::vertical, box.x0, box.y0, box.y1, r.thickness};
}

double turned_baseline(const Glyph& g, int turned, double width, double height) {
  const bool upright = g.turned % 180 == 0; // its baseline is a y
  switch (turned) {
  case 90:
    return upright ? g.baseline : width - g.baseline;
  case 180:
    return (upright ? height : width) - g.baseline;
  default: // 270
    return upright ? height - g.baseline : g.baseline;
  }
}

} // namespace

int reading_direction(std::span<const Glyph> glyphs) {
  std::array<std::size_t, 4> counts{};
  for (const Glyph& g : glyphs)
    ++counts[static_cast<std::size_t>((g.turned / 90) & 3)];
  for (std::size_t i = 1; i < counts.size(); ++i)
    if (counts[i] * 2 > glyphs.size())
      return static_cast<int>(i) * 90;
  return 0;
}

Page turned_upright(const Page& page, int turned) {
  Page out = page;
  const double w = page.width, h = page.height;
  if (turned % 180 != 0)
    std::swap(out.width, out.height);
  for (Glyph& g : out.glyphs) {
    g.box = turned_rect(g.box, turned, w, h);
    g.baseline = turned_baseline(g, turned, w, h);
    g.turned = static_cast<std::int16_t>((g.turned - turned + 360) % 360);
  }
  for (Ruling& r : out.rulings)
    r = turned_ruling(r, turned, w, h);
  for (Shading& s : out.shadings)
    s.box = turned_rect(s.box, turned, w, h);
  for (Rect& image : out.images)
    image = turned_rect(image, turned, w, h);
  return out;
}

Rect turned_back(const Rect& box, int degrees, const Page& turned) {
  return turned_rect(box, 360 - degrees, turned.width, turned.height);
}

void turn_back(PageFlow& flow, int turned, const Page& page) {
  const auto back = [&](Rect& box) {
    if (box != Rect{})
      box = turned_rect(box, 360 - turned, flow.width, flow.height);
  };
  for (Piece& piece : flow.pieces) {
    if (auto* p = std::get_if<Paragraph>(&piece.block)) {
      back(p->origin.box);
      continue;
    }
    auto& table = std::get<Table>(piece.block);
    back(table.origin.box);
    for (Cell& cell : table.cells)
      back(cell.origin.box);
  }
  flow.width = page.width;
  flow.height = page.height;
}

} // namespace gouji
