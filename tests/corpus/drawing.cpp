// SPDX-License-Identifier: GPL-3.0-or-later
// Reading drawings, putting them on pages, and writing flows for comparison.
#include "corpus/drawing.h"

#include "text/normalize.h"

#include <fmt/format.h>

#include <fstream>
#include <stdexcept>

namespace gouji::drawing {

namespace {

constexpr double wide = 6, high = 12;

bool is_double(char32_t c) {
  return c >= 0x2E80;
}

/// A drawing with one entry a column of characters: wide ones are followed by a 0.
std::vector<std::u32string> raster(const std::vector<std::u32string>& lines) {
  std::vector<std::u32string> out;
  for (const std::u32string& line : lines) {
    out.emplace_back();
    for (const char32_t c : line) {
      out.back() += c;
      if (is_double(c))
        out.back() += U'\0';
    }
  }
  return out;
}

char32_t at(const std::vector<std::u32string>& lines, std::size_t row, std::size_t column) {
  return row < lines.size() && column < lines[row].size() ? lines[row][column] : U' ';
}

bool lies(char32_t c) {
  return c == U'-' || c == U'+';
}

bool stands(char32_t c) {
  return c == U'|' || c == U'+';
}

/// Lines as runs of characters; a joint counts only where the line goes on beyond it.
std::vector<Ruling> find_lines(const std::vector<std::u32string>& lines) {
  std::size_t width = 0;
  for (const auto& line : lines)
    width = std::max(width, line.size());
  std::vector<Ruling> found;
  const auto add = [&found](Axis axis, std::size_t position, std::size_t from, std::size_t to) {
    const double along = axis == Axis::horizontal ? wide : high;
    const double across = axis == Axis::horizontal ? high : wide;
    found.push_back({axis, (static_cast<double>(position) + 0.5) * across,
                     (static_cast<double>(from) + 0.5) * along,
                     (static_cast<double>(to) + 0.5) * along, 0.5});
  };
  for (std::size_t r = 0; r < lines.size(); ++r)
    for (std::size_t c = 0; c < width; ++c) {
      std::size_t end = c;
      while (lies(at(lines, r, end)))
        ++end;
      if (end > c + 1)
        add(Axis::horizontal, r, c, end - 1);
      c = end;
    }
  for (std::size_t c = 0; c < width; ++c)
    for (std::size_t r = 0; r < lines.size(); ++r) {
      std::size_t end = r;
      while (stands(at(lines, end, c)))
        ++end;
      if (end > r + 1)
        add(Axis::vertical, c, r, end - 1);
      r = end;
    }
  return found;
}

/// A '-' inside text ("2-3", "-") is text: a line has a '-' or joint beside it.
bool is_line(const std::vector<std::u32string>& lines, std::size_t r, std::size_t c) {
  const char32_t here = at(lines, r, c);
  if (here == U'|')
    return true;
  if (here == U'+')
    return lies(at(lines, r, c + 1)) || (c > 0 && lies(at(lines, r, c - 1)));
  return here == U'-' && (lies(at(lines, r, c + 1)) || (c > 0 && lies(at(lines, r, c - 1))));
}

void put(std::vector<Ruling>& out, const Ruling& line, Style style, std::size_t index) {
  const auto piece = [&](double from, double to, double off = 0) {
    if (to > from)
      out.push_back({line.axis, line.position + off, from, to, line.thickness});
  };
  const double step = line.axis == Axis::horizontal ? wide : high;
  switch (style) {
  case Style::plain:
    return piece(line.from, line.to);
  case Style::doubled:
    piece(line.from, line.to, -0.75);
    return piece(line.from, line.to, 0.75);
  case Style::dashed:
    for (double x = line.from; x < line.to; x += 5)
      piece(x, std::min(x + 3, line.to));
    return;
  case Style::dotted:
    for (double x = line.from; x < line.to; x += 1.5)
      piece(x, std::min(x + 0.75, line.to));
    return;
  case Style::gapped:
    piece(line.from + 1, (line.from + line.to) / 2 - 1);
    return piece((line.from + line.to) / 2 + 1, line.to - 1);
  case Style::cell_by_cell:
    for (double x = line.from; x + 0.1 < line.to; x += step)
      piece(x, std::min(x + step, line.to));
    return;
  case Style::shaken: {
    const double off = 0.4 * static_cast<double>(index % 5) - 0.8;
    return piece(line.from + off, line.to - off, off / 2);
  }
  }
}

} // namespace

std::vector<Case> read_cases(const std::string& path) {
  std::ifstream file(path);
  if (!file)
    throw std::runtime_error("cannot read " + path);
  std::vector<Case> cases;
  std::string line;
  bool drawing = false;
  while (std::getline(file, line)) {
    if (line.rfind("=== ", 0) == 0) {
      Case c;
      const std::size_t colon = line.find(" : ");
      c.name = line.substr(4, colon == std::string::npos ? colon : colon - 4);
      c.ruled = colon != std::string::npos;
      c.pages.emplace_back();
      cases.push_back(std::move(c));
      drawing = true;
    } else if (cases.empty()) {
      continue;
    } else if (line == "---") {
      drawing = false;
    } else if (line == "~~~") {
      cases.back().pages.emplace_back();
    } else if (drawing) {
      cases.back().pages.back().push_back(to_u32(line));
    } else if (!line.empty()) {
      cases.back().expected += line + '\n';
    }
  }
  return cases;
}

Document draw(const Case& c, Style style) {
  Document document;
  document.format = "drawing";
  for (const auto& drawn : c.pages) {
    const auto lines = raster(drawn);
    Page page;
    page.number = static_cast<int>(document.pages.size()) + 1;
    page.width = 595;
    page.height = 842;
    std::vector<Ruling> found = find_lines(lines);
    for (std::size_t i = 0; i < found.size(); ++i) {
      found[i].from += 36;
      found[i].to += 36;
      found[i].position += 36;
      put(page.rulings, found[i], style, i);
    }
    for (std::size_t r = 0; r < lines.size(); ++r)
      for (std::size_t k = 0; k < lines[r].size(); ++k) {
        const char32_t ch = lines[r][k];
        if (ch == U' ' || ch == U'\0' || is_line(lines, r, k))
          continue;
        const double x = 36 + static_cast<double>(k) * wide, y = 36 + static_cast<double>(r) * high;
        Glyph g;
        g.character = ch;
        g.box = {x, y + 1, x + (is_double(ch) ? 2 * wide : wide), y + high - 1};
        g.baseline = y + high - 3;
        g.font_size = 10;
        page.glyphs.push_back(g);
      }
    document.pages.push_back(std::move(page));
  }
  return document;
}

std::string describe(const std::vector<Block>& flow) {
  const auto flat = [](const std::string& text) {
    std::string out;
    for (const char c : text) {
      if (c == '\n')
        out.append(" / ");
      else
        out.push_back(c);
    }
    return out;
  };
  std::string out;
  for (const Block& block : flow) {
    if (const auto* p = std::get_if<Paragraph>(&block)) {
      out += flat(p->text) + '\n';
      continue;
    }
    const Table& t = std::get<Table>(block);
    out += fmt::format("table {}x{}\n", t.rows, t.columns);
    for (const Cell& c : t.cells) {
      out += fmt::format("{},{}", c.row, c.column);
      if (c.row_span != 1 || c.column_span != 1)
        out += fmt::format("+{}x{}", c.row_span, c.column_span);
      out += c.text.empty() ? std::string("\n") : fmt::format(" {}\n", flat(c.text));
    }
  }
  return out;
}

} // namespace gouji::drawing
