// SPDX-License-Identifier: GPL-3.0-or-later
// Paragraphs from how lines begin and end.
#include "tables/paragraphs.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <string>

namespace gouji {

namespace {

/// Does the character that starts here belong to a script without spaces (U+2E80 and above)?
bool is_wide_at(const std::string& text, std::size_t at) {
  const auto lead = static_cast<unsigned char>(text[at]);
  return lead >= 0xE3 ||
         (lead == 0xE2 && at + 1 < text.size() && static_cast<unsigned char>(text[at + 1]) >= 0xBA);
}

double median(std::vector<double>& values) {
  const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
  std::nth_element(values.begin(), middle, values.end());
  return *middle;
}

/// The text block's sides, the usual size and the usual distance from line to line.
struct Measure {
  double left = 0, right = 0, pitch = 0, size = 0;
};

Measure measure(const std::vector<Line>& lines) {
  Measure m;
  std::vector<double> pitches, sizes;
  m.left = lines.front().box.x0;
  m.right = lines.front().box.x1;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    m.left = std::min(m.left, lines[i].box.x0);
    m.right = std::max(m.right, lines[i].box.x1);
    sizes.push_back(lines[i].font_size);
    if (i > 0 && lines[i].baseline > lines[i - 1].baseline)
      pitches.push_back(lines[i].baseline - lines[i - 1].baseline);
  }
  m.size = median(sizes);
  m.pitch = pitches.empty() ? 1.5 * m.size : median(pitches);
  return m;
}

bool is_centered(const Line& line, const Measure& m) {
  const double left = line.box.x0 - m.left, right = m.right - line.box.x1;
  return std::min(left, right) > 1.5 * line.font_size &&
         std::abs(left - right) < std::max(1.2 * line.font_size, 0.12 * (left + right));
}

bool is_indented(const Line& line, const Measure& m) {
  return line.box.x0 > m.left + 1.2 * line.font_size;
}

bool runs_to_end(const Line& line, const Measure& m) {
  return line.box.x1 > m.right - 2.2 * line.font_size;
}

/// A line ends before the margin only when its paragraph does: the next line's first word would
/// have found room (a word of a script without spaces breaks anywhere).
bool ends_early(const Line& line, const Line& next, const Measure& m) {
  const Word& word = next.words.front();
  const double needed = std::min(word.box.width() + 0.3 * line.font_size,
                                 is_wide_at(word.text, 0) ? 2.2 * line.font_size : 1e9);
  return m.right - line.box.x1 > needed;
}

/// `first`: `before` is the only line of its paragraph so far.
bool begins_paragraph(const Line& before, const Line& line, const Measure& m, bool first) {
  const double size = std::max(before.font_size, line.font_size);
  if (std::abs(before.font_size - line.font_size) > 0.08 * size || before.turned != line.turned)
    return true;
  const double pitch = line.baseline - before.baseline;
  if (pitch <= 0 || pitch > std::max(1.4 * m.pitch * std::max(1.0, size / m.size), 1.3 * size))
    return true;
  if (is_centered(line, m)) {
    // The first line of a long title may run from margin to margin.
    const bool title = is_centered(before, m) || (first && runs_to_end(before, m));
    return !title || before.words.front().bold != line.words.front().bold;
  }
  return is_centered(before, m) || is_indented(line, m) || ends_early(before, line, m);
}

} // namespace

void append_line(std::string& paragraph, const std::string& line) {
  if (!paragraph.empty() && !line.empty()) {
    std::size_t last = paragraph.size() - 1;
    while (last > 0 && (static_cast<unsigned char>(paragraph[last]) & 0xC0u) == 0x80u)
      --last;
    if (!is_wide_at(paragraph, last) && !is_wide_at(line, 0))
      paragraph += ' ';
  }
  paragraph += line;
}

std::vector<Piece> make_paragraphs(const std::vector<Line>& lines, std::span<const double> cuts,
                                   int page) {
  std::vector<Piece> pieces;
  if (lines.empty())
    return pieces;
  const Measure m = measure(lines);
  const auto cut_between = [cuts](double above, double below) {
    const auto cut = std::lower_bound(cuts.begin(), cuts.end(), above);
    return cut != cuts.end() && *cut < below;
  };
  Paragraph p;
  bool first = true;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const Line& line = lines[i];
    if (i == 0 || begins_paragraph(lines[i - 1], line, m, first) ||
        cut_between(lines[i - 1].baseline, line.baseline)) {
      if (i > 0)
        pieces.back().block = std::move(p);
      p = {};
      p.font_size = line.font_size;
      p.centered = is_centered(line, m);
      p.origin.page = page;
      pieces.push_back({});
      pieces.back().starts_mid_sentence = !is_indented(line, m);
      first = true;
    } else {
      first = false;
    }
    append_line(p.text, text_of(line));
    p.origin.box = united(p.origin.box, line.box);
    p.centered = p.centered || is_centered(line, m);
    pieces.back().ends_open = runs_to_end(line, m) && !p.centered;
  }
  pieces.back().block = std::move(p);
  return pieces;
}

} // namespace gouji
