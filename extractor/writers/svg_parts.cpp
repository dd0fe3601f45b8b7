// SPDX-License-Identifier: GPL-3.0-or-later
// What every drawing of a page begins with.
#include "writers/svg_parts.h"

#include "text/normalize.h"
#include "writers/html_text.h"
#include "writers/runs.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace gouji {

namespace {

constexpr std::string_view style =
    "<style>text{font-family:'Noto Sans CJK SC','Noto Sans SC',sans-serif}"
    ".glyphs{fill:#222}.invisible{fill:#b0b}.ruling{stroke:#06c;stroke-opacity:.8}"
    ".shading{stroke:#999;stroke-width:.3}.image{fill:#ddd;stroke:#888;stroke-dasharray:3 2}"
    ".table{fill:none;stroke:#080;stroke-width:1.5;stroke-opacity:.7}"
    ".cell{fill:#0a0;fill-opacity:.05;stroke:#0a0;stroke-width:.5;stroke-dasharray:2 1.5}"
    ".note{fill:#080;fill-opacity:.75;font-size:3.5px}.field{fill:#63c}"
    ".error{fill:#d00;fill-opacity:.15;stroke:#d00;stroke-width:1.2}"
    ".warning{fill:#e90;fill-opacity:.2;stroke:#e90;stroke-width:1.2}"
    ".info{fill:#09f;fill-opacity:.12;stroke:#09f;stroke-width:1}</style>\n";

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

} // namespace

std::string svg_begin(double width, double height) {
  return fmt::format("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {0:.1f} {1:.1f}\" "
                     "width=\"{0:.1f}\" height=\"{1:.1f}\">\n"
                     "<rect width=\"{0:.1f}\" height=\"{1:.1f}\" fill=\"#fff\"/>\n{2}",
                     width, height, style);
}

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

void add_page(std::string& out, const Page& page) {
  for (const Shading& shading : page.shadings)
    out += fmt::format("<rect x=\"{:.2f}\" y=\"{:.2f}\" width=\"{:.2f}\" height=\"{:.2f}\" "
                       "fill=\"#{:06x}\" class=\"shading\"/>\n",
                       shading.box.x0, shading.box.y0, shading.box.width(), shading.box.height(),
                       shading.colour & 0xFFFFFF);
  for (const Rect& image : page.images)
    add_box(out, image, "image", {});
  add_glyphs(out, page);
  add_lines(out, page);
}

namespace {
double width_of(char32_t c) {
  return c < 0x2000 ? 0.55 : 1.0;
}
} // namespace

double text_width(std::string_view text) {
  double width = 0;
  for (const char32_t c : to_u32(text))
    width += width_of(c);
  return width;
}

std::vector<std::string> wrapped(std::string_view text, double width) {
  std::vector<std::u32string> lines(1);
  double used = 0;
  for (const char32_t c : to_u32(text)) {
    if (c == U'\n') {
      lines.emplace_back();
      used = 0;
      continue;
    }
    if (used + width_of(c) > width) {
      std::u32string& full = lines.back();
      // A word that began on this line goes down with its end.
      const auto space = c < 0x2000 && c != U' ' ? full.rfind(U' ') : std::u32string::npos;
      std::u32string word =
          space == std::u32string::npos ? std::u32string() : full.substr(space + 1);
      if (space != std::u32string::npos)
        full.resize(space);
      lines.push_back(std::move(word));
      used = 0;
      for (const char32_t w : lines.back())
        used += width_of(w);
      if (c == U' ')
        continue;
    }
    lines.back().push_back(c);
    used += width_of(c);
  }
  std::vector<std::string> out;
  out.reserve(lines.size());
  for (const std::u32string& line : lines)
    out.push_back(to_utf8(line));
  return out;
}

} // namespace gouji
