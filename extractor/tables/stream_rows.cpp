// SPDX-License-Identifier: GPL-3.0-or-later
// Rows from which columns a band fills and how far it stands from its neighbours.
#include "tables/stream_rows.h"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <utility>

namespace gouji {

namespace {

double median(std::vector<double> values, double otherwise) {
  if (values.empty())
    return otherwise;
  const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
  std::nth_element(values.begin(), middle, values.end());
  return *middle;
}

/// What a band fills.
struct Filling {
  bool stub = false; ///< the first column
  int columns = 0;
  std::size_t letters = 0; ///< bytes of text outside the first column
  bool lower = false;      ///< its first word begins with a small letter
};

Filling filling_of(const std::vector<Part>& parts) {
  Filling f;
  for (const Part& p : parts) {
    f.stub = f.stub || p.first == 0;
    f.columns += p.last - p.first + 1;
    if (p.first > 0)
      for (const Word& w : p.words)
        f.letters += w.text.size();
  }
  if (!parts.empty() && !parts.front().words.empty()) {
    const std::string& text = parts.front().words.front().text;
    f.lower = !text.empty() && text.front() >= 'a' && text.front() <= 'z';
  }
  return f;
}

/// Is it one text over several columns?
bool crosses(const std::vector<Part>& parts) {
  return parts.size() == 1 && parts.front().first < parts.front().last;
}

} // namespace

std::vector<ColumnText> column_texts(std::span<const Band> bands,
                                     const std::vector<Gutter>& gutters) {
  std::vector<ColumnText> texts(gutters.size() + 1);
  for (const Band& band : bands)
    for (const Segment& s : band.segments) {
      const int c = column_at(gutters, s.box.x0);
      if (c != column_at(gutters, s.box.x1))
        continue;
      ColumnText& t = texts[static_cast<std::size_t>(c)];
      t.left = t.filled ? std::min(t.left, s.box.x0) : s.box.x0;
      t.right = t.filled ? std::max(t.right, s.box.x1) : s.box.x1;
      t.filled = true;
    }
  return texts;
}

namespace {

/// Does text from x0 to x1 stand in its column as the column's other text does?
bool fits_column(const ColumnText& column, double x0, double x1, double size) {
  return column.filled && x0 > column.left - 1.5 * size && x1 < column.right + 1.5 * size &&
         (std::abs(x0 - column.left) < 0.4 * size || std::abs(x1 - column.right) < 0.4 * size ||
          std::abs((x0 + x1) - (column.left + column.right)) < 1.2 * size);
}

/// How a segment falls over the gutters.
struct Stretch {
  int first, last;
  std::size_t begin, end; ///< words
};

/// Text over several columns stands like none of them; it is nothing to go by.
bool stands_like_column(const Segment& s, const Stretch& st, const std::vector<ColumnText>& texts) {
  const Word& w = s.words[st.begin];
  return st.first != st.last || fits_column(texts[static_cast<std::size_t>(st.first)], w.box.x0,
                                            s.words[st.end - 1].box.x1, w.font_size);
}

/// The words of a segment by column; words that lie over a gutter hold their columns together.
std::vector<Stretch> stretches_of(const Segment& s, const std::vector<Gutter>& gutters) {
  std::vector<Stretch> stretches;
  for (std::size_t i = 0; i < s.words.size(); ++i) {
    const Word& w = s.words[i];
    const double inset = std::min(0.2 * w.font_size, 0.25 * w.box.width());
    const int first = column_at(gutters, w.box.x0 + inset);
    const int last = column_at(gutters, w.box.x1 - inset);
    if (!stretches.empty() && first <= stretches.back().last) {
      stretches.back().last = std::max(stretches.back().last, last);
      stretches.back().end = i + 1;
    } else {
      stretches.push_back({first, last, i, i + 1});
    }
  }
  return stretches;
}

/// Dots that lead the eye from a label to its number are no text.
void drop_leaders(std::vector<Part>& parts) {
  constexpr std::size_t fewest = 4;
  for (std::size_t i = 0; i + 1 < parts.size(); ++i) {
    std::vector<Word>& words = parts[i].words;
    std::size_t keep = words.size(), dots = 0;
    while (keep > 1 && words[keep - 1].text.find_first_not_of('.') == std::string::npos)
      dots += words[--keep].text.size();
    if (dots >= fewest) {
      words.resize(keep);
      parts[i].box.x1 = words.back().box.x1;
      continue;
    }
    std::string& last = words.back().text;
    const auto end = last.find_last_not_of('.');
    if (end != std::string::npos && last.size() - end > fewest)
      last.resize(end + 1);
  }
}

} // namespace

std::vector<Part> split_band(const Band& band, std::size_t index,
                             const std::vector<Gutter>& gutters,
                             const std::vector<ColumnText>& texts) {
  std::vector<Part> parts;
  for (const Segment& s : band.segments) {
    const std::vector<Stretch> stretches = stretches_of(s, gutters);
    bool fresh = true;
    for (std::size_t k = 0; k < stretches.size(); ++k) {
      const Stretch& st = stretches[k];
      const Word& w = s.words[st.begin];
      bool apart = fresh;
      if (!fresh) {
        // Captions have gaps over gutters, too: a wide gap parts, or text that stands like its
        // column's (words only if those before them do so, too: one of two words of a heading that
        // is centred over both columns may hit its column by chance), or gaps at every one of
        // several gutters.
        const Word& before = s.words[st.begin - 1];
        const double gap = w.box.x0 - before.box.x1;
        const bool alone = st.first == st.last;
        apart = gap >= 0.45 * w.font_size ||
                (alone && gap > 0.1 * w.font_size &&
                 (stretches.size() > 2 || (stands_like_column(s, st, texts) &&
                                           (has_digit({&s.words[st.begin], st.end - st.begin}) ||
                                            stands_like_column(s, stretches[k - 1], texts)))));
      }
      if (apart)
        parts.push_back({index, st.first, st.last, {}, {}});
      Part& p = parts.back();
      p.last = std::max(p.last, st.last);
      for (std::size_t i = st.begin; i < st.end; ++i) {
        p.box = united(p.box, s.words[i].box);
        p.words.push_back(s.words[i]);
      }
      fresh = false;
    }
  }
  // Two segments in one column are one part there.
  std::vector<Part> merged;
  for (Part& p : parts) {
    if (!merged.empty() && p.first <= merged.back().last) {
      Part& m = merged.back();
      m.last = std::max(m.last, p.last);
      m.box = united(m.box, p.box);
      p.words.front().spaced = true;
      std::move(p.words.begin(), p.words.end(), std::back_inserter(m.words));
      continue;
    }
    merged.push_back(std::move(p));
  }
  drop_leaders(merged);
  return merged;
}

std::size_t first_row_of_numbers(std::span<const Band> bands,
                                 const std::vector<std::vector<Part>>& parts, int columns) {
  constexpr std::size_t most = 24;
  const auto is_row = [&](const std::vector<Part>& band) {
    int numbers = 0, others = 0;
    for (const Part& p : band)
      if (p.first > 0)
        ++(has_digit(p.words) ? numbers : others);
    return numbers > others && numbers * 2 >= columns - 1;
  };
  const auto end = parts.begin() + static_cast<std::ptrdiff_t>(std::min(most, parts.size()));
  const auto found = std::find_if(parts.begin(), end, is_row);
  auto row = found == end ? 0 : static_cast<std::size_t>(found - parts.begin());
  while (row > 0 && bands[row].baseline - bands[row - 1].baseline < 0.9 * bands[row].font_size)
    --row;
  return row;
}

std::vector<bool> row_starts(std::span<const Band> bands,
                             const std::vector<std::vector<Part>>& parts,
                             const std::vector<bool>& ruled, int columns) {
  const std::size_t n = bands.size();
  std::vector<bool> starts(n, false);
  if (n == 0)
    return starts;
  std::vector<Filling> fill(n);
  std::vector<double> pitches, gaps;
  double letters = 0;
  int stubs = 0, cells = 0;
  for (std::size_t i = 0; i < n; ++i) {
    fill[i] = filling_of(parts[i]);
    letters += static_cast<double>(fill[i].letters);
    cells += std::max(0, fill[i].columns - (fill[i].stub ? 1 : 0));
    stubs += fill[i].stub ? 1 : 0;
  }
  std::vector<double> counts;
  for (const Filling& f : fill)
    if (f.columns >= 2)
      counts.push_back(f.columns);
  const double usual = median(counts, 2);
  const auto dense = [&](std::size_t i) {
    return fill[i].columns >= 2 && fill[i].columns >= 0.4 * usual &&
           (fill[i].stub || fill[i].columns * 2 >= columns);
  };
  for (std::size_t i = 1; i < n; ++i) {
    if (dense(i) && dense(i - 1) && !ruled[i])
      pitches.push_back(bands[i].baseline - bands[i - 1].baseline);
    gaps.push_back(bands[i].baseline - bands[i - 1].baseline);
  }
  const double size = bands.front().font_size;
  const double pitch = median(pitches, median(gaps, 1.2 * size));
  // Cells of running text wrap: there a row begins where the first column speaks again, or after a
  // wider gap.
  const bool wrapped = cells > 0 && letters / cells > 14 && stubs * 10 < static_cast<int>(n) * 8;
  double tight = 1e9;
  for (const double g : gaps)
    tight = std::min(tight, g);
  if (wrapped) {
    starts[0] = true;
    for (std::size_t i = 1; i < n; ++i)
      starts[i] =
          ruled[i] ||
          (fill[i].stub && !fill[i].lower &&
           (bands[i].baseline - bands[i - 1].baseline > 1.12 * tight || fill[i].columns >= 2));
    return starts;
  }
  // Rows are numbered by their anchor, the band that fills the columns; other bands join the row
  // they stand in or beside, or are a row (a heading among the rows) of their own.
  constexpr int none = -1;
  std::vector<int> next_anchor(n, none), row(n, none);
  for (std::size_t i = n; i-- > 0;)
    next_anchor[i] = dense(i)                     ? static_cast<int>(i)
                     : i + 1 < n && !ruled[i + 1] ? next_anchor[i + 1]
                                                  : none;
  int anchor = none; // the last one above
  for (std::size_t i = 0; i < n; ++i) {
    if (ruled[i])
      anchor = none;
    const double up = i > 0 && !ruled[i] ? bands[i].baseline - bands[i - 1].baseline : 1e9;
    const double dn = i + 1 < n && !ruled[i + 1] ? bands[i + 1].baseline - bands[i].baseline : 1e9;
    const double size_here = bands[i].font_size;
    const auto own = static_cast<int>(i);
    if (dense(i)) {
      const bool same =
          anchor != none && bands[i].baseline - bands[static_cast<std::size_t>(anchor)].baseline <=
                                (dense(i - 1) ? std::min(0.62 * pitch, 0.5 * size) : 0.62 * pitch);
      row[i] = same ? anchor : own;
      anchor = row[i];
      continue;
    }
    const double above =
        anchor == none ? 1e9 : bands[i].baseline - bands[static_cast<std::size_t>(anchor)].baseline;
    const int below_index = next_anchor[i];
    const double below =
        below_index == none
            ? 1e9
            : bands[static_cast<std::size_t>(below_index)].baseline - bands[i].baseline;
    const int before = i > 0 && !ruled[i] ? row[i - 1] : none;
    if (std::min(up, dn) < 0.9 * size_here && std::min(above, below) < 1.2 * pitch)
      row[i] = above <= below ? anchor : below_index; // beside a row
    else if (before != none && // the line above waits for a row already, or goes on here
             (before > own ||
              (fill[i].stub && (up <= 0.86 * pitch || (fill[i].lower && up < 1.15 * pitch)))))
      row[i] = before;
    else if (crosses(parts[i]) && up > 0.86 * pitch && dn > 0.86 * pitch)
      row[i] = own; // a heading among the rows, set in the middle
    else if (!fill[i].stub)
      row[i] = dn < up && dn < 0.8 * pitch && below_index == own + 1 ? below_index : before;
    else if (below_index == own + 1 &&
             (dn < 0.86 * pitch || (fill[i + 1].lower && dn < 1.15 * pitch)))
      row[i] = below_index;
    if (row[i] == none)
      row[i] = own;
  }
  for (std::size_t i = 0; i < n; ++i)
    starts[i] = i == 0 || ruled[i] || row[i] != row[i - 1];
  return starts;
}

} // namespace gouji
