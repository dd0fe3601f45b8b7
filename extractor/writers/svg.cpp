// SPDX-License-Identifier: GPL-3.0-or-later
// Pages and tables as SVG overlays.
#include "writers/svg.h"

#include "writers/html_text.h"
#include "writers/names.h"
#include "writers/svg_parts.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>

namespace gouji {

namespace {

std::string table_tooltip(const Table& table, Language language) {
  std::string text =
      fmt::format("{} x {}, confidence {:.2f}", table.rows, table.columns, table.confidence);
  for (const Words& reason : table.reasons)
    text += "\n" + reason.in(language);
  return text;
}

void add_tables(std::string& out, std::span<const Block> blocks, Language language) {
  for (const Block& block : blocks) {
    const auto* table = std::get_if<Table>(&block);
    if (!table)
      continue;
    for (const Cell& cell : table->cells) {
      add_box(out, cell.origin.box, "cell", cell.text);
      add_text(out, cell.origin.box.x0 + 0.6, cell.origin.box.y0 + 3.4, "note",
               fmt::format("{},{}", cell.row, cell.column));
    }
    add_box(out, table->origin.box, "table", table_tooltip(*table, language));
    add_text(out, table->origin.box.x0, table->origin.box.y0 - 2, "note",
             fmt::format("{}x{} {:.2f}", table->rows, table->columns, table->confidence));
  }
}

/// A field's id and value at the foot of its cell, cut where the cell is narrow: first the id's
/// leading parts go, then its end. The whole is the tooltip.
void add_field(std::string& out, const Rect& box, std::string_view id, std::string_view value) {
  constexpr double largest = 4, smallest = 3, letter = 0.55; // points; width of a letter in em
  const std::string whole = fmt::format("{} = {}", id, value);
  const double room = box.width() - 2;
  const auto most = static_cast<std::size_t>(std::max(1.0, room / (letter * smallest)));
  std::string shown = whole;
  for (auto dot = id.find('.'); shown.size() > most && dot != std::string_view::npos;
       dot = id.find('.')) {
    id.remove_prefix(dot + 1);
    shown = fmt::format("{} = {}", id, value);
  }
  if (shown.size() > most)
    shown = most > value.size() + 4
                ? fmt::format("{}… = {}", id.substr(0, most - value.size() - 4), value)
                : std::string(value);
  const double size =
      std::clamp(room / (letter * static_cast<double>(shown.size())), smallest, largest);
  out += fmt::format("<text x=\"{:.2f}\" y=\"{:.2f}\" font-size=\"{:.2f}\" class=\"field\">"
                     "<title>{}</title>{}</text>\n",
                     box.x0 + 1, box.y1 - 1, size, html_escaped(whole), html_escaped(shown));
}

/// What `outcome` says about boxes: `box_of` gives a place's box on this drawing, empty when it is
/// elsewhere.
template <class BoxOf>
void add_outcome(std::string& out, const Outcome& outcome, Language language, BoxOf box_of) {
  const Report& report = outcome.report;
  // Infos first, so that errors lie on top.
  for (const Severity severity : {Severity::info, Severity::warning, Severity::error})
    for (const Finding& finding : outcome.findings)
      if (finding.severity == severity)
        for (const Place& place : finding_places(report, finding))
          if (const Rect box = box_of(place); !box.empty())
            add_box(out, box, severity_name(severity),
                    finding.rule + ": " + finding.message.in(language));
  for (const int field : listed_fields(report)) {
    const auto index = static_cast<std::size_t>(field);
    const Value& value = report.values.at(index);
    if (const Rect box = box_of(value.place); !box.empty())
      add_field(out, box, report.layout->fields[index].id,
                value.has_number() ? value.number.text() : std::string(state_name(value.state)));
  }
}

// ---- tables of a document without pages

constexpr double font_size = 10, line_height = 14, padding = 4, margin = 20;

/// Left edges of the columns and top edges of the rows, each with the end as the last one.
struct Edges {
  std::vector<double> x, y;

  Rect box(const Cell& cell) const {
    return {x.at(static_cast<std::size_t>(cell.column)), y.at(static_cast<std::size_t>(cell.row)),
            x.at(static_cast<std::size_t>(cell.column + cell.column_span)),
            y.at(static_cast<std::size_t>(cell.row + cell.row_span))};
  }
};

Edges lay_out(const Table& table, double top) {
  std::vector<double> widths(static_cast<std::size_t>(table.columns), 3);
  std::vector<double> lines(static_cast<std::size_t>(table.rows), 1);
  for (const Cell& cell : table.cells)
    if (cell.column_span == 1) {
      double& width = widths.at(static_cast<std::size_t>(cell.column));
      width = std::clamp(text_width(cell.text), width, 14.0);
    }
  Edges edges;
  edges.x = {margin};
  for (const double width : widths)
    edges.x.push_back(edges.x.back() + width * font_size + 2 * padding);
  for (const Cell& cell : table.cells)
    if (cell.row_span == 1) {
      const double room = edges.x.at(static_cast<std::size_t>(cell.column + cell.column_span)) -
                          edges.x.at(static_cast<std::size_t>(cell.column)) - 2 * padding;
      double& needed = lines.at(static_cast<std::size_t>(cell.row));
      needed = std::max(needed, static_cast<double>(wrapped(cell.text, room / font_size).size()));
    }
  edges.y = {top};
  for (const double count : lines)
    edges.y.push_back(edges.y.back() + count * line_height + 2 * padding);
  return edges;
}

} // namespace

std::string draw_page(const Page& page, std::span<const Block> blocks, const Outcome* outcome,
                      Language language) {
  std::string out = svg_begin(page.width, page.height);
  add_page(out, page);
  add_tables(out, blocks, language);
  if (outcome)
    add_outcome(out, *outcome, language, [&](const Place& place) {
      return place.origin.page == page.number ? place.origin.box : Rect{};
    });
  return out + "</svg>\n";
}

std::string draw_flow(std::span<const Block> blocks, const Outcome* outcome, Language language) {
  std::string body;
  std::vector<std::map<std::pair<int, int>, Rect>> boxes;
  double top = margin, width = 0;
  for (const Block& block : blocks) {
    const auto* table = std::get_if<Table>(&block);
    if (!table)
      continue;
    const Edges edges = lay_out(*table, top);
    auto& places = boxes.emplace_back();
    for (const Cell& cell : table->cells) {
      const Rect box = edges.box(cell);
      places[{cell.row, cell.column}] = box;
      add_box(body, box, "cell", cell.origin.anchor);
      double y = box.y0 + padding + font_size;
      for (const std::string& line : wrapped(cell.text, (box.width() - 2 * padding) / font_size)) {
        add_text(body, box.x0 + padding, y, "words", line);
        y += line_height;
      }
    }
    width = std::max(width, edges.x.back());
    top = edges.y.back() + margin;
  }
  if (outcome)
    add_outcome(body, *outcome, language, [&](const Place& place) {
      if (place.table < 0 || place.table >= static_cast<int>(boxes.size()))
        return Rect{};
      const auto& places = boxes[static_cast<std::size_t>(place.table)];
      const auto found = places.find({place.row, place.column});
      return found == places.end() ? Rect{} : found->second;
    });
  return svg_begin(width + margin, top) + "<style>.words{font-size:10px;fill:#222}</style>\n" +
         body + "</svg>\n";
}

} // namespace gouji
