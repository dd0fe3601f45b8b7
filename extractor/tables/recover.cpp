// SPDX-License-Identifier: GPL-3.0-or-later
// One page: turn it upright, find the grids its lines draw, fill them, make paragraphs of the rest.
#include "tables/recover.h"

#include "tables/cell_text.h"
#include "tables/continuation.h"
#include "tables/lattice.h"
#include "tables/page_flow.h"
#include "tables/paragraphs.h"
#include "tables/refine.h"
#include "tables/regions.h"
#include "tables/stream_grid.h"
#include "tables/text_layer.h"
#include "tables/turn.h"
#include "tables/zones.h"

#include <algorithm>
#include <cassert>
#include <cstddef>
#include <iterator>
#include <optional>
#include <utility>

namespace gouji {

namespace {

/// Lines of each cell. The glyphs outside the grid stay in `glyphs`.
std::vector<std::vector<Line>> lines_of_cells(const LatticeGrid& grid, std::vector<Glyph>& glyphs) {
  std::vector<std::vector<Line>> text;
  for (std::vector<Glyph>& cell : take_glyphs(grid, glyphs))
    text.push_back(make_lines(std::move(cell)));
  return text;
}

/// Cells that hold text, by row and in the first row and column.
struct Occupancy {
  std::vector<int> rows;
  int spoken = 0;  ///< rows with text
  int paired = 0;  ///< rows with text in two cells
  int columns = 0; ///< columns with text of their own
  bool header = false, stub = false;
};

Occupancy occupancy_of(const LatticeGrid& grid, const std::vector<std::vector<Line>>& text) {
  Occupancy o;
  o.rows.resize(static_cast<std::size_t>(grid.rows()), 0);
  std::vector<bool> columns(static_cast<std::size_t>(grid.columns()), false);
  int header = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const GridCell& c = grid.cells[i];
    if (text[i].empty())
      continue;
    for (int r = 0; r < c.row_span; ++r)
      ++o.rows[static_cast<std::size_t>(c.row + r)];
    if (c.column_span <= 3)
      std::fill_n(columns.begin() + c.column, c.column_span, true);
    header += c.row == 0 ? c.column_span : 0;
    o.stub = o.stub || c.column == 0;
  }
  o.spoken =
      static_cast<int>(std::count_if(o.rows.begin(), o.rows.end(), [](int n) { return n > 0; }));
  o.paired =
      static_cast<int>(std::count_if(o.rows.begin(), o.rows.end(), [](int n) { return n > 1; }));
  o.columns = static_cast<int>(std::count(columns.begin(), columns.end(), true));
  o.header = header * 2 >= grid.columns();
  return o;
}

/// Charts and frames are grids, too: in a table most rows say something, some say two things, and
/// something heads the columns or the rows.
bool reads_like_table(const LatticeGrid& grid, const std::vector<std::vector<Line>>& text) {
  // A row or two of a drawn grid may be the rest of a table that a page break cut, and blank.
  if (grid.rows() <= 3 && grid.columns() >= 4 &&
      grid.cells.size() * 4 >= static_cast<std::size_t>(grid.rows() * grid.columns()) * 3)
    return true;
  // Two columns of a page, parted by a line.
  constexpr std::size_t page_of_lines = 14;
  if (grid.rows() == 1 && grid.cells.size() <= 3 &&
      std::any_of(text.begin(), text.end(),
                  [](const std::vector<Line>& lines) { return lines.size() >= page_of_lines; }))
    return false;
  const Occupancy o = occupancy_of(grid, text);
  return o.paired > 0 && o.spoken * 2 >= grid.rows() && o.columns * 2 >= grid.columns() &&
         (o.header || o.stub);
}

Piece make_piece(const LatticeGrid& grid, const std::vector<std::vector<Line>>& text, int page,
                 double confidence) {
  Table table;
  table.rows = grid.rows();
  table.columns = grid.columns();
  table.origin = {page, grid.box, {}, 0};
  table.confidence = confidence;
  table.reasons = grid.reasons;
  for (std::size_t i = 0; i < grid.cells.size(); ++i) {
    const GridCell& c = grid.cells[i];
    table.cells.push_back(
        {c.row, c.column, c.row_span, c.column_span, text_of(text[i]), {page, c.box, {}, 0}});
  }
  assert(grid_fault(table).empty());
  Piece piece;
  piece.block = std::move(table);
  piece.edges = grid.xs;
  return piece;
}

/// A grid with its text as a table; nothing when it is a frame around text, a chart, or holds too
/// little to be a table. `glyphs` are those in the grid's box; what is left of them is outside the
/// table (captions in the frame).
std::optional<Piece> fill_grid(const LatticeGrid& grid, std::vector<Glyph>& glyphs, int page) {
  if (grid.cells.size() < 2)
    return std::nullopt;
  std::vector<Glyph> rest = glyphs;
  std::vector<std::vector<Line>> text = lines_of_cells(grid, rest);
  const auto refined = refine_grid(grid, text);
  if (refined) {
    rest = glyphs;
    text = lines_of_cells(*refined, rest);
  }
  const auto cut = without_captions(refined ? *refined : grid, text);
  if (cut) {
    rest = glyphs;
    text = lines_of_cells(*cut, rest);
  }
  const LatticeGrid& read = cut ? *cut : refined ? *refined : grid;
  if (!reads_like_table(read, text))
    return std::nullopt;
  glyphs = std::move(rest);
  return make_piece(read, text, page, refined ? 0.9 : 1);
}

/// The glyphs of a page by height, so that a grid looks only at those beside it.
class GlyphShelf {
public:
  explicit GlyphShelf(std::vector<Glyph> glyphs) : glyphs_(std::move(glyphs)) {
    std::stable_sort(glyphs_.begin(), glyphs_.end(), [](const Glyph& a, const Glyph& b) {
      return a.box.center_y() < b.box.center_y();
    });
    taken_.resize(glyphs_.size(), false);
  }

  /// Fills the grid; the glyphs of its table leave the shelf.
  std::optional<Piece> fill(const LatticeGrid& grid, int page) {
    const auto at = [this](double y) {
      return static_cast<std::size_t>(
          std::partition_point(glyphs_.begin(), glyphs_.end(),
                               [y](const Glyph& g) { return g.box.center_y() < y; }) -
          glyphs_.begin());
    };
    std::vector<std::size_t> places;
    std::vector<Glyph> inside;
    const std::size_t end = at(grid.box.y1);
    for (std::size_t i = at(grid.box.y0); i < end; ++i)
      if (!taken_[i] && grid.box.contains(glyphs_[i].box.center_x(), glyphs_[i].box.center_y())) {
        places.push_back(i);
        inside.push_back(glyphs_[i]);
      }
    auto piece = fill_grid(grid, inside, page);
    if (piece) {
      const Rect& box = std::get<Table>(piece->block).origin.box;
      for (const std::size_t i : places)
        taken_[i] = box.contains(glyphs_[i].box.center_x(), glyphs_[i].box.center_y());
    }
    return piece;
  }

  /// What is in no table.
  std::vector<Glyph> rest() {
    std::vector<Glyph> left;
    for (std::size_t i = 0; i < glyphs_.size(); ++i)
      if (!taken_[i])
        left.push_back(glyphs_[i]);
    return left;
  }

private:
  std::vector<Glyph> glyphs_;
  std::vector<bool> taken_;
};

bool inside(const Rect& inner, const Rect& outer) {
  return inner.x0 >= outer.x0 && inner.x1 <= outer.x1 && inner.y0 >= outer.y0 &&
         inner.y1 <= outer.y1;
}

Table& table_of(Piece& piece) {
  return std::get<Table>(piece.block);
}

std::vector<Piece> lattice_tables(const Page& page, const Rulings& rulings,
                                  std::vector<Glyph>& glyphs) {
  std::vector<LatticeGrid> grids = find_grids(rulings);
  // The innermost first: a table in a cell takes its text before the table around it does.
  std::stable_sort(grids.begin(), grids.end(), [](const LatticeGrid& a, const LatticeGrid& b) {
    return a.box.area() < b.box.area();
  });
  GlyphShelf shelf(std::move(glyphs));
  std::vector<Piece> tables;
  for (const LatticeGrid& grid : grids)
    if (auto piece = shelf.fill(grid, page.number))
      tables.push_back(std::move(*piece));
  for (LatticeGrid& grid : find_grids(shading_sides(page.shadings, page.width, page.height))) {
    // Bars and boxes of drawings make grids, too, but ragged ones.
    constexpr int fewest_rows = 3;
    const auto plain = std::count_if(grid.cells.begin(), grid.cells.end(), [](const GridCell& c) {
      return c.row_span == 1 && c.column_span == 1;
    });
    if (grid.rows() < fewest_rows || grid.columns() < 2 ||
        plain * 5 < static_cast<std::ptrdiff_t>(grid.rows()) * grid.columns() * 4)
      continue;
    grid.reasons.push_back("cells shown by their backgrounds");
    if (auto piece = shelf.fill(grid, page.number)) {
      table_of(*piece).confidence = 0.8;
      tables.push_back(std::move(*piece));
    }
  }
  glyphs = shelf.rest();
  for (std::size_t i = 0; i < tables.size(); ++i)
    for (std::size_t j = i + 1; j < tables.size(); ++j)
      if (inside(table_of(tables[i]).origin.box, table_of(tables[j]).origin.box))
        ++table_of(tables[i]).depth;
  return tables;
}

/// The edges of a region's columns may lie anywhere in the white between them.
std::vector<double> slack_of(const Region& region) {
  constexpr double side = 15; // points: text need not reach the sides of its column
  std::vector<double> slack{side};
  for (const Gutter& g : region.gutters)
    slack.push_back((g.to - g.from) / 2);
  slack.push_back(side);
  return slack;
}

/// Takes the tables without lines out of `lines`.
std::vector<Piece> stream_tables(std::vector<Line>& lines, std::vector<Ruling> rules, int page) {
  take_typed_rules(lines, rules);
  const std::vector<Band> bands = make_bands(lines);
  const std::vector<RuleLevel> levels = rule_levels(std::move(rules));
  std::vector<Piece> tables;
  std::vector<Line> rest;
  std::size_t next = 0;
  const auto keep_to = [&](std::size_t end) {
    for (; next < end; ++next) {
      Line line;
      line.box = bands[next].box;
      line.baseline = bands[next].baseline;
      line.font_size = bands[next].font_size;
      for (const Segment& s : bands[next].segments) {
        const auto first = static_cast<std::ptrdiff_t>(line.words.size());
        line.words.insert(line.words.end(), s.words.begin(), s.words.end());
        line.words[static_cast<std::size_t>(first)].spaced = first > 0;
      }
      rest.push_back(std::move(line));
    }
  };
  for (const Region& region : find_regions(bands, levels)) {
    const StreamGrid found = make_stream_grid(bands, region, levels);
    const Occupancy o = occupancy_of(found.grid, found.text);
    if (o.paired * 5 < o.spoken * 2 || o.spoken * 2 < found.grid.rows())
      continue;
    keep_to(region.first);
    next = region.last;
    tables.push_back(make_piece(found.grid, found.text, page, region.confidence));
    tables.back().slack = slack_of(region);
  }
  keep_to(bands.size());
  for (Line& line : lines)
    if (line.turned != 0)
      rest.push_back(std::move(line));
  lines = std::move(rest);
  return tables;
}

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

/// Tables and paragraphs of one zone, from top to bottom.
void recover_zone(Zone& zone, std::vector<Piece> tables, const Rulings& rulings, int page,
                  std::vector<Piece>& pieces) {
  std::vector<Piece> streams = stream_tables(zone.lines, rules_in(zone, rulings.horizontal), page);
  std::move(streams.begin(), streams.end(), std::back_inserter(tables));
  std::vector<double> cuts;
  for (const Piece& t : tables)
    cuts.push_back(top_of(t));
  std::sort(cuts.begin(), cuts.end());
  std::vector<Piece> all = make_paragraphs(zone.lines, cuts, page);
  std::move(tables.begin(), tables.end(), std::back_inserter(all));
  std::stable_sort(all.begin(), all.end(),
                   [](const Piece& a, const Piece& b) { return top_of(a) < top_of(b); });
  std::move(all.begin(), all.end(), std::back_inserter(pieces));
}

PageFlow recover_pieces(const Page& printed) {
  std::vector<Glyph> glyphs = legible_glyphs(printed);
  const int turned = reading_direction(glyphs);
  Page upright;
  if (turned != 0) {
    upright = turned_upright(printed, turned);
    glyphs = legible_glyphs(upright);
  }
  const Page& page = turned != 0 ? upright : printed;
  const Rulings rulings = clean_rulings(page.rulings);
  std::vector<Piece> tables = lattice_tables(page, rulings, glyphs);
  std::vector<Zone> zones = split_zones(make_lines(std::move(glyphs)), page.width, page.height);
  std::vector<std::vector<Piece>> by_zone(zones.size());
  for (Piece& t : tables)
    by_zone[zone_of(zones, table_of(t).origin.box)].push_back(std::move(t));
  PageFlow flow{page.number, page.width, page.height, {}};
  for (std::size_t i = 0; i < zones.size(); ++i)
    recover_zone(zones[i], std::move(by_zone[i]), rulings, page.number, flow.pieces);
  mark_margins(flow);
  if (turned != 0)
    turn_back(flow, turned, printed);
  return flow;
}

/// A table without any text.
bool is_blank(const Piece& piece) {
  const auto* table = std::get_if<Table>(&piece.block);
  return table != nullptr && std::all_of(table->cells.begin(), table->cells.end(),
                                         [](const Cell& c) { return c.text.empty(); });
}

} // namespace

std::vector<Block> recover_page(const Page& page) {
  std::vector<Block> blocks;
  for (Piece& piece : recover_pieces(page).pieces)
    if (!is_blank(piece))
      blocks.push_back(std::move(piece.block));
  return blocks;
}

std::vector<Block> recover_tables(Document document) {
  if (document.pages.empty())
    return std::move(document.flow);
  std::vector<PageFlow> pages;
  for (Page& page : document.pages) {
    pages.push_back(recover_pieces(page));
    page = {}; // a long document's glyphs need not outlive their page
  }
  return join_pages(std::move(pages));
}

} // namespace gouji
