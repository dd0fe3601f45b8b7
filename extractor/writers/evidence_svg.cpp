// SPDX-License-Identifier: GPL-3.0-or-later
// The reasons of a page's tables as SVG: boundaries over the page, a panel of words beside it.
#include "writers/html_text.h"
#include "writers/messages.h"
#include "writers/svg.h"
#include "writers/svg_parts.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstddef>

namespace gouji {

namespace {

constexpr double panel_width = 250, margin = 12, type_size = 8, leading = 11;
constexpr double doubtful = 0.6; ///< confidence below which a boundary is marked

constexpr std::string_view style =
    "<style>.ruling{stroke:#999;stroke-opacity:.7}.shading{stroke:none;fill-opacity:.6}"
    ".glyphs{fill:#555}.ghost{fill:none;stroke:#a0a;stroke-width:.6;stroke-dasharray:5 3;"
    "stroke-opacity:.45}.boundary{fill:none;stroke-linecap:butt}"
    ".line{stroke:#06c;stroke-width:1.1}"
    ".background{stroke:#80f;stroke-width:1.3;stroke-dasharray:8 2}"
    ".white{stroke:#093;stroke-width:1.1;stroke-dasharray:4 2}"
    ".alignment{stroke:#e70;stroke-width:1.3;stroke-dasharray:1.5 1.5}"
    ".none{stroke:#888;stroke-width:.8;stroke-dasharray:1 2}"
    ".lost{stroke:#d0a;stroke-width:.9;stroke-dasharray:2 3 6 3}"
    ".doubt{stroke:#f33;stroke-width:5;stroke-opacity:.3}"
    ".hover{fill:#fff;fill-opacity:0;stroke:none}.reach{stroke:#000;stroke-opacity:0;"
    "stroke-width:5}.tag{fill:#fff;fill-opacity:.9;stroke:#063;stroke-width:.5}"
    ".tagged{fill:#063;font-size:6px}.ghosttag{fill:#a0a;fill-opacity:.8;font-size:5.5px}"
    ".panel{fill:#fafafa;stroke:#ddd}"
    ".words{fill:#222;font-size:8px}.head{fill:#222;font-size:9.5px;font-weight:bold}"
    ".pale{fill:#767;font-size:8px}</style>\n";

const Phrase& support_phrase(Support support) {
  switch (support) {
  case Support::line:
    return phrases::support_line;
  case Support::background:
    return phrases::support_background;
  case Support::white:
    return phrases::support_white;
  case Support::alignment:
    return phrases::support_alignment;
  case Support::none:
    break;
  }
  return phrases::support_none;
}

void add_line(std::string& out, const Rect& line, std::string_view kind, std::string_view title) {
  out += fmt::format("<line x1=\"{:.2f}\" y1=\"{:.2f}\" x2=\"{:.2f}\" y2=\"{:.2f}\" class=\"{}\"",
                     line.x0, line.y0, line.x1, line.y1, kind);
  out += title.empty() ? std::string("/>\n")
                       : fmt::format("><title>{}</title></line>\n", html_escaped(title));
}

/// Labels that keep clear of one another.
class Labels {
public:
  /// The first of `places` (their upper left corners) where a label of this size is free; the last
  /// one if none is.
  Rect place(std::span<const std::pair<double, double>> places, double width, double height) {
    Rect box;
    for (const auto& [x, y] : places) {
      box = {x, y, x + width, y + height};
      if (std::ranges::none_of(taken_,
                               [&](const Rect& t) { return !intersection(t, box).empty(); }))
        break;
    }
    taken_.push_back(box);
    return box;
  }

private:
  std::vector<Rect> taken_;
};

/// Lines of words from top to bottom.
class Panel {
public:
  Panel(double x, double y) : x_(x), y_(y) {}

  void text(std::string_view kind, std::string_view words, double indent = 0) {
    for (const std::string& line :
         wrapped(words, (panel_width - 2 * margin - indent) / type_size)) {
      y_ += leading;
      add_text(out_, x_ + margin + indent, y_, kind, line);
    }
  }
  void head(std::string_view words) {
    y_ += 6;
    text("head", words);
    y_ += 2;
  }
  /// A sample of a line, and what it means.
  void sample(std::string_view kind, std::string_view words) {
    constexpr double length = 26;
    const double y = y_ + leading - 3;
    if (kind == "ghost")
      add_box(out_, {x_ + margin, y - 3, x_ + margin + length, y + 3}, kind, {});
    else
      add_line(out_, {x_ + margin, y, x_ + margin + length, y}, fmt::format("boundary {}", kind),
               {});
    text("words", words, length + 6);
  }
  double end() const { return y_ + margin; }
  const std::string& svg() const { return out_; }

private:
  double x_, y_;
  std::string out_;
};

std::string boundary_title(const Boundary& b, Language language) {
  const Words place = fill(b.column ? phrases::column_boundary : phrases::row_boundary, b.index + 1,
                           b.first + 1, b.last + 1);
  return fmt::format(
      "{}\n{} · {:.2f}\n{}", place.in(language),
      fill(b.chosen ? support_phrase(b.support) : phrases::line_ignored).in(language), b.confidence,
      b.why.in(language));
}

std::string joined(const std::vector<Words>& reasons, Language language) {
  std::string text;
  for (const Words& reason : reasons)
    text += (text.empty() ? "" : "\n") + reason.in(language);
  return text;
}

std::string reading_title(const Reading& r, std::string_view name, Language language) {
  return (r.rows > 0 ? fill(phrases::reading_scored, name, r.rows, r.columns,
                            fmt::format("{:.2f}", r.score))
                     : fill(phrases::reading_dropped, name))
      .in(language);
}

void add_ghosts(std::string& out, const Readings& readings, Labels& labels, Panel& panel,
                Language language) {
  constexpr std::size_t most = 20;
  std::size_t count = 0;
  for (const Reading& r : readings) {
    if (r.chosen || ++count > most)
      continue;
    if (count == 1)
      panel.head(fill(phrases::drawing_losers).in(language));
    const std::string name(1, static_cast<char>('a' + static_cast<char>(count - 1)));
    const std::string title = reading_title(r, name, language);
    panel.text("pale", title);
    for (const Words& reason : r.reasons)
      panel.text("pale", reason.in(language), 8);
    add_box(out, r.box, "ghost", title + "\n" + joined(r.reasons, language));
    const std::string tag = r.score > 0 ? fmt::format("{} {:.2f}", name, r.score) : name;
    const double width = 4 * static_cast<double>(tag.size());
    const std::array<std::pair<double, double>, 4> places{{{r.box.x1 - width, r.box.y0 - 7},
                                                           {r.box.x1 + 1, r.box.y0},
                                                           {r.box.x1 - width, r.box.y1 + 1},
                                                           {r.box.x0, r.box.y1 + 1}}};
    const Rect box = labels.place(places, width, 6.5);
    add_text(out, box.x0, box.y1 - 1.5, "ghosttag", tag);
  }
  if (count > most)
    panel.text("pale", fill(phrases::and_more, count - most).in(language));
}

void add_table(std::string& out, const Table& table, std::size_t number,
               const std::vector<Boundary>& boundaries, Labels& labels, Language language) {
  for (const Cell& cell : table.cells)
    add_box(out, cell.origin.box, "hover",
            fill(phrases::cell_title, cell.row + 1, cell.column + 1).in(language) + "\n" +
                cell.text);
  for (const Boundary& b : boundaries)
    if (b.chosen && b.confidence < doubtful)
      add_line(out, b.line, "boundary doubt", {});
  for (const Boundary& b : boundaries)
    add_line(out, b.line, fmt::format("boundary {}", b.chosen ? support_name(b.support) : "lost"),
             {});
  for (const Boundary& b : boundaries)
    add_line(out, b.line, "reach", boundary_title(b, language));
  const std::string tag = fmt::format("{} · {:.2f}", number, table.confidence);
  const double width = 3.6 * text_width(tag) * 1.7 + 4;
  const Rect& t = table.origin.box;
  const std::array<std::pair<double, double>, 4> places{
      {{t.x0, t.y0 - 10}, {t.x1 - width, t.y0 - 10}, {t.x0, t.y1 + 1}, {t.x1 - width, t.y1 + 1}}};
  const Rect box = labels.place(places, width, 8.5);
  add_box(out, box, "tag", joined(table.reasons, language));
  add_text(out, box.x0 + 2, box.y1 - 2.2, "tagged", tag);
}

Panel legend(double x, Language language) {
  Panel panel(x, margin);
  panel.head(fill(phrases::drawing_legend).in(language));
  for (const Support support :
       {Support::line, Support::background, Support::white, Support::alignment, Support::none})
    panel.sample(support_name(support), fill(support_phrase(support)).in(language));
  panel.sample("doubt", fill(phrases::doubtful).in(language));
  panel.sample("lost", fill(phrases::line_ignored).in(language));
  panel.sample("ghost", fill(phrases::reading_lost).in(language));
  return panel;
}

} // namespace

std::string draw_evidence(const Page& page, const PageEvidence& evidence, Language language) {
  Panel panel = legend(page.width, language);
  Labels labels;
  std::string drawn;
  panel.head(fill(phrases::drawing_tables).in(language));
  std::size_t number = 0;
  for (const Block& block : evidence.blocks)
    if (const auto* table = std::get_if<Table>(&block)) {
      add_table(drawn, *table, number + 1, evidence.boundaries.at(number), labels, language);
      ++number;
      panel.text("words", fill(phrases::confidence_is, fill(phrases::table_place, number),
                               fmt::format("{:.2f}", table->confidence))
                              .in(language));
      for (const Words& reason : table->reasons)
        panel.text("words", reason.in(language), 8);
    }
  if (number == 0)
    panel.text("words", fill(phrases::drawing_no_tables).in(language));
  std::string ghosts;
  add_ghosts(ghosts, evidence.readings, labels, panel, language);

  const double height = std::max(page.height, panel.end());
  std::string out = svg_begin(page.width + panel_width, height);
  out += style;
  add_page(out, page);
  // Below the tables, whose tooltips come first.
  out += ghosts + drawn;
  add_box(out, {page.width, 0, page.width + panel_width, height}, "panel", {});
  return out + panel.svg() + "</svg>\n";
}

} // namespace gouji
