// SPDX-License-Identifier: GPL-3.0-or-later
// One page: turn it upright, find the grids its lines draw, fill them, make paragraphs of the rest.
#include "tables/recover.h"

#include "tables/captions.h"
#include "tables/charts.h"
#include "tables/continuation.h"
#include "tables/heading_sizes.h"
#include "tables/lattice_tables.h"
#include "tables/legible_glyphs.h"
#include "tables/page_flow.h"
#include "tables/paragraphs.h"
#include "tables/stream_tables.h"
#include "tables/text_layer.h"
#include "tables/turn.h"
#include "tables/zones.h"

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <utility>

namespace gouji {

namespace {

double top_of(const Piece& piece) {
  return std::visit([](const auto& b) { return b.origin.box.y0; }, piece.block);
}

/// The outermost lines near the upper and the lower edge: running heads and page numbers are among
/// them.
void mark_margins(PageFlow& flow) {
  constexpr double share = 0.12;
  constexpr std::size_t most = 4;
  std::vector<std::pair<double, Piece*>> above, below;
  for (Piece& piece : flow.pieces) {
    const auto* p = std::get_if<Paragraph>(&piece.block);
    if (p == nullptr)
      continue;
    if (p->origin.box.y1 < share * flow.height)
      above.emplace_back(p->origin.box.y0, &piece);
    if (p->origin.box.y0 > (1 - share) * flow.height)
      below.emplace_back(-p->origin.box.y1, &piece);
  }
  for (auto* side : {&above, &below}) {
    std::sort(side->begin(), side->end());
    for (std::size_t i = 0; i < std::min(most, side->size()); ++i)
      (*side)[i].second->in_margin = true;
  }
}

/// The rules that run through a zone, cut to it.
std::vector<Ruling> rules_in(const Zone& zone, const std::vector<Ruling>& horizontal) {
  std::vector<Ruling> rules;
  for (Ruling r : horizontal) {
    r.from = std::max(r.from, zone.box.x0);
    r.to = std::min(r.to, zone.box.x1);
    if (r.to > r.from && r.position >= zone.box.y0 - 1 && r.position <= zone.box.y1 + 1)
      rules.push_back(r);
  }
  return rules;
}

/// Which zone a table stands in; between two, the one above.
std::size_t zone_of(const std::vector<Zone>& zones, const Rect& table) {
  std::size_t above = 0;
  for (std::size_t i = 0; i < zones.size(); ++i) {
    if (zones[i].box.contains(table.center_x(), table.center_y()))
      return i;
    if (zones[i].box.y0 <= table.center_y())
      above = i;
  }
  return above;
}

/// Tables that begin at one height, or a hair apart, are read from the left.
void order_neighbours(std::vector<Piece>& pieces) {
  const auto is_table = [](const Piece& p) { return std::holds_alternative<Table>(p.block); };
  for (auto first = pieces.begin(); first != pieces.end();) {
    const auto last = std::find_if_not(first, pieces.end(), [&](const Piece& p) {
      return is_table(p) && top_of(p) < top_of(*first) + ruling_snap;
    });
    std::stable_sort(first, last, [](const Piece& a, const Piece& b) {
      return table_of(a).origin.box.x0 < table_of(b).origin.box.x0;
    });
    first = last == first ? first + 1 : last;
  }
}

/// Tables and paragraphs of one zone, from top to bottom.
void recover_zone(Zone& zone, std::vector<Piece> tables, const Rulings& rulings,
                  const std::vector<Diagram>& charts, int page, const Hints& hints, bool whole,
                  std::vector<Piece>& pieces, Readings* readings) {
  if (hints.kind != TableKind::lattice) {
    std::vector<Piece> streams = stream_tables(zone.lines, rules_in(zone, rulings.horizontal),
                                               charts, page, readings, {hints.columns, whole});
    std::move(streams.begin(), streams.end(), std::back_inserter(tables));
  }
  std::vector<double> cuts;
  cuts.reserve(tables.size());
  for (const Piece& t : tables)
    cuts.push_back(top_of(t));
  std::sort(cuts.begin(), cuts.end());
  std::vector<Piece> all = make_paragraphs(zone.lines, cuts, page);
  std::move(tables.begin(), tables.end(), std::back_inserter(all));
  std::stable_sort(all.begin(), all.end(),
                   [](const Piece& a, const Piece& b) { return top_of(a) < top_of(b); });
  order_neighbours(all);
  name_captions(all);
  std::move(all.begin(), all.end(), std::back_inserter(pieces));
}

/// Told columns, and a part of the page that is told to be a table, are not parted.
std::vector<Zone> zones_of(const std::vector<Glyph>& glyphs, const Page& page, const Hints& hints,
                           bool whole) {
  std::vector<Line> lines = make_lines(glyphs, hints.columns);
  if (hints.columns.empty() && !whole)
    return split_zones(std::move(lines), page.width, page.height);
  std::vector<Zone> zones(1);
  zones.front().box = {0, 0, page.width, page.height};
  zones.front().lines = std::move(lines);
  return zones;
}

/// `whole`: what is not parted by lines is one table.
PageFlow recover_pieces(const Page& printed, const Hints& hints, bool whole, Readings* readings) {
  std::vector<Glyph> glyphs = legible_glyphs(printed);
  // Told columns are places on the page as it is shown.
  const int turned = hints.columns.empty() ? reading_direction(glyphs) : 0;
  Page upright;
  if (turned != 0) {
    upright = turned_upright(printed, turned);
    glyphs = legible_glyphs(upright);
  }
  const Page& page = turned != 0 ? upright : printed;
  const Rulings rulings = clean_rulings(page.rulings);
  const std::vector<Diagram> charts = find_charts(page, rulings);
  std::vector<Piece> tables;
  if (hints.kind != TableKind::stream && hints.columns.empty())
    tables = lattice_tables(page, rulings, charts, glyphs, readings);
  std::vector<Zone> zones = zones_of(glyphs, page, hints, whole);
  std::vector<std::vector<Piece>> by_zone(zones.size());
  for (Piece& t : tables)
    by_zone[zone_of(zones, table_of(t).origin.box)].push_back(std::move(t));
  PageFlow flow{page.number, page.width, page.height, {}};
  for (std::size_t i = 0; i < zones.size(); ++i)
    recover_zone(zones[i], std::move(by_zone[i]), rulings, charts, page.number, hints, whole,
                 flow.pieces, readings);
  mark_margins(flow);
  if (turned != 0)
    turn_back(flow, turned, printed);
  if (turned != 0 && readings != nullptr)
    for (Reading& r : *readings)
      r.box = turned_back(r.box, turned, page);
  return flow;
}

PageFlow recover_pieces(const Page& page, const Hints& hints, Readings* readings = nullptr) {
  if (!hints.area)
    return recover_pieces(page, hints, false, readings);
  const Page part = part_of(page, *hints.area);
  PageFlow flow = recover_pieces(part, hints, !hints.columns.empty(), readings);
  const bool found = std::any_of(flow.pieces.begin(), flow.pieces.end(), [](const Piece& piece) {
    return std::holds_alternative<Table>(piece.block);
  });
  return found || hints.kind == TableKind::lattice ? flow
                                                   : recover_pieces(part, hints, true, readings);
}

/// A table without any text.
bool is_blank(const Piece& piece) {
  const auto* table = std::get_if<Table>(&piece.block);
  return table != nullptr && std::all_of(table->cells.begin(), table->cells.end(),
                                         [](const Cell& c) { return c.text.empty(); });
}

} // namespace

std::vector<Block> recover_page(const Page& page, Readings* readings) {
  std::vector<Block> blocks;
  for (Piece& piece : recover_pieces(page, {}, readings).pieces)
    if (!is_blank(piece))
      blocks.push_back(std::move(piece.block));
  return blocks;
}

void recover_pages(const PageSource& pages, const TakeBlock& take, const Hints& hints) {
  PageJoiner joiner(take);
  pages([&](const Page& page) { joiner.add(recover_pieces(page, hints)); });
  joiner.finish();
}

std::vector<Block> recover_tables(Document document) {
  if (document.pages.empty())
    return std::move(document.flow);
  std::vector<Block> flow;
  recover_pages(
      [&document](const auto& take) {
        for (const Page& page : document.pages)
          take(page);
      },
      [&flow](Block&& block) { flow.push_back(std::move(block)); });
  mark_headings(flow);
  return flow;
}

} // namespace gouji
