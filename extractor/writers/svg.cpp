// SPDX-License-Identifier: GPL-3.0-or-later
// Pages and tables as SVG overlays.
#include "writers/svg.h"

#include "text/normalize.h"
#include "writers/html_text.h"
#include "writers/names.h"
#include "writers/runs.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>

namespace gouji {

namespace {

constexpr std::string_view style =
    "<style>text{font-family:'Noto Sans CJK SC','Noto Sans SC',sans-serif}"
    ".glyphs{fill:#222}.invisible{fill:#b0b}.ruling{stroke:#06c;stroke-opacity:.8}"
    ".shading{stroke:#999;stroke-width:.3}.image{fill:#ddd;stroke:#888;stroke-dasharray:3 2}"
    ".table{fill:none;stroke:#080;stroke-width:1.5;stroke-opacity:.7}"
    ".cell{fill:#0a0;fill-opacity:.05;stroke:#0a0;stroke-width:.5;stroke-dasharray:2 1.5}"
    ".note{fill:#080;font-size:5px}.field{fill:#63c;font-size:4px}"
    ".error{fill:#d00;fill-opacity:.15;stroke:#d00;stroke-width:1.2}"
    ".warning{fill:#e90;fill-opacity:.2;stroke:#e90;stroke-width:1.2}"
    ".info{fill:#09f;fill-opacity:.12;stroke:#09f;stroke-width:1}</style>\n";

std::string svg_begin(double width, double height) {
  return fmt::format("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {0:.1f} {1:.1f}\" "
                     "width=\"{0:.1f}\" height=\"{1:.1f}\">\n"
                     "<rect width=\"{0:.1f}\" height=\"{1:.1f}\" fill=\"#fff\"/>\n{2}",
                     width, height, style);
}

/// A rectangle of a class with an optional tooltip.
void add_box(std::string& out, const Rect& box, std::string_view kind, std::string_view tooltip) {
  out += fmt::format("<rect x=\"{:.2f}\" y=\"{:.2f}\" width=\"{:.2f}\" height=\"{:.2f}\" "
                     "class=\"{}\"",
                     box.x0, box.y0, box.width(), box.height(), kind);
  out += tooltip.empty() ? std::string("/>\n")
                         : fmt::format("><title>{}</title></rect>\n", html_escaped(tooltip));
}

void add_text(std::string& out, double x, double y, std::string_view kind, std::string_view text) {
  out += fmt::format("<text x=\"{:.2f}\" y=\"{:.2f}\" class=\"{}\">{}</text>\n", x, y, kind,
                     html_escaped(text));
}

void add_glyphs(std::string& out, const Page& page) {
  out += "<g class=\"glyphs\">\n";
  for (const GlyphRun& run : glyph_runs(page.glyphs)) {
    const Glyph& first = page.glyphs[run.from];
    if (first.turned != 0) {
      // A turned run is set about its own foot.
      const bool up = first.turned == 270;
      out += fmt::format("<text transform=\"translate({:.2f} {:.2f}) rotate({})\" "
                         "font-size=\"{:.2f}\">{}</text>\n",
                         first.turned == 180 ? run.box.x1 : first.baseline,
                         first.turned == 180 ? first.baseline : (up ? run.box.y1 : run.box.y0),
                         first.turned, first.font_size, html_escaped(run.text));
      continue;
    }
    std::string places;
    for (std::size_t i = run.from; i < run.to; ++i)
      places += fmt::format("{}{:.2f}", places.empty() ? "" : " ", page.glyphs[i].box.x0);
    out += fmt::format("<text x=\"{}\" y=\"{:.2f}\" font-size=\"{:.2f}\"{}{}>{}</text>\n", places,
                       first.baseline, first.font_size, first.bold ? " font-weight=\"bold\"" : "",
                       first.invisible ? " class=\"invisible\"" : "", html_escaped(run.text));
  }
  out += "</g>\n";
}

void add_lines(std::string& out, const Page& page) {
  for (const Ruling& ruling : page.rulings) {
    const bool flat = ruling.axis == Axis::horizontal;
    out += fmt::format(
        "<line x1=\"{:.2f}\" y1=\"{:.2f}\" x2=\"{:.2f}\" y2=\"{:.2f}\" stroke-width=\"{:.2f}\" "
        "class=\"ruling\"/>\n",
        flat ? ruling.from : ruling.position, flat ? ruling.position : ruling.from,
        flat ? ruling.to : ruling.position, flat ? ruling.position : ruling.to,
        std::max(ruling.thickness, 0.4));
  }
}

std::string table_tooltip(const Table& table) {
  std::string text =
      fmt::format("{} x {}, confidence {:.2f}", table.rows, table.columns, table.confidence);
  for (const std::string& reason : table.reasons)
    text += "\n" + reason;
  return text;
}

void add_tables(std::string& out, std::span<const Block> blocks) {
  for (const Block& block : blocks) {
    const auto* table = std::get_if<Table>(&block);
    if (!table)
      continue;
    for (const Cell& cell : table->cells) {
      add_box(out, cell.origin.box, "cell", cell.text);
      add_text(out, cell.origin.box.x0 + 1, cell.origin.box.y0 + 5, "note",
               fmt::format("{},{}", cell.row, cell.column));
    }
    add_box(out, table->origin.box, "table", table_tooltip(*table));
    add_text(out, table->origin.box.x0, table->origin.box.y0 - 2, "note",
             fmt::format("{}x{} {:.2f}", table->rows, table->columns, table->confidence));
  }
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
      add_text(out, box.x0 + 1, box.y1 - 1, "field",
               fmt::format("{} = {}", report.layout->fields[index].id,
                           value.has_number() ? value.number.text()
                                              : std::string(state_name(value.state))));
  }
}

// ---- tables of a document without pages

constexpr double font_size = 10, line_height = 14, padding = 4, margin = 20;

/// Width of text in units of a CJK character.
double text_width(std::string_view text) {
  double width = 0;
  for (const char32_t c : to_u32(text))
    width += c < 0x2000 ? 0.55 : 1.0;
  return width;
}

std::vector<std::string> wrapped(std::string_view text, double width) {
  std::vector<std::string> lines(1);
  double used = 0;
  for (const char32_t c : to_u32(text)) {
    const double step = c < 0x2000 ? 0.55 : 1.0;
    if (c == U'\n' || used + step > width) {
      lines.emplace_back();
      used = 0;
    }
    if (c == U'\n')
      continue;
    append_utf8(lines.back(), c);
    used += step;
  }
  return lines;
}

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
  for (const Shading& shading : page.shadings)
    out += fmt::format("<rect x=\"{:.2f}\" y=\"{:.2f}\" width=\"{:.2f}\" height=\"{:.2f}\" "
                       "fill=\"#{:06x}\" class=\"shading\"/>\n",
                       shading.box.x0, shading.box.y0, shading.box.width(), shading.box.height(),
                       shading.colour & 0xFFFFFF);
  for (const Rect& image : page.images)
    add_box(out, image, "image", {});
  add_glyphs(out, page);
  add_lines(out, page);
  add_tables(out, blocks);
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
