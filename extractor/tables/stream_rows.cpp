// SPDX-License-Identifier: GPL-3.0-or-later
// Rows from which columns a band fills and how far it stands from its neighbours.
#include "tables/stream_rows.h"

#include <algorithm>
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

} // namespace

std::vector<Part> split_band(const Band& band, std::size_t index,
                             const std::vector<Gutter>& gutters) {
  std::vector<Part> parts;
  for (const Segment& s : band.segments) {
    bool fresh = true;
    for (const Word& w : s.words) {
      // A word that lies over a gutter belongs to all columns it reaches into.
      const double inset = std::min(0.2 * w.font_size, 0.25 * w.box.width());
      const int first = column_at(gutters, w.box.x0 + inset);
      const int last = column_at(gutters, w.box.x1 - inset);
      if (!fresh) {
        Part& p = parts.back();
        const double gap = w.box.x0 - p.box.x1;
        if (first <= p.last || gap < 0.45 * w.font_size) {
          p.last = std::max(p.last, last);
          p.box = united(p.box, w.box);
          p.words.push_back(w);
          continue;
        }
      }
      parts.push_back({index, first, last, w.box, {w}});
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
  return merged;
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
  const auto dense = [&](std::size_t i) {
    return fill[i].columns >= 2 && (fill[i].stub || fill[i].columns * 2 >= columns);
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
  starts[0] = true;
  bool down = false; // the band before waits for the row it belongs to
  for (std::size_t i = 1; i < n; ++i) {
    const double up = bands[i].baseline - bands[i - 1].baseline;
    const double dn = i + 1 < n ? bands[i + 1].baseline - bands[i].baseline : 1e9;
    bool start = true;
    if (ruled[i]) {
      start = true;
    } else if (wrapped) {
      start = fill[i].stub && !fill[i].lower && (up > 1.12 * tight || fill[i].columns >= 2);
    } else if (down) {
      start = false;
    } else if (!dense(i) && std::min(up, dn) < 0.75 * bands[i].font_size && i + 1 < n) {
      start = dn < up && !ruled[i + 1]; // beside a row: the nearer one's
    } else if (dense(i)) {
      start = up > 0.62 * pitch || (dense(i - 1) && up > 0.5 * size);
    } else if (!fill[i].stub) {
      start = dn < up && i + 1 < n && !ruled[i + 1] && dense(i + 1) && dn < 0.8 * pitch;
    } else {
      start = up > 0.86 * pitch && !(fill[i].lower && up < 1.15 * pitch);
    }
    // The first line of a label whose numbers stand beside a later line.
    down = !wrapped && i + 1 < n && !ruled[i + 1] && start && !dense(i) && dense(i + 1) &&
           (dn < 0.86 * pitch || dn < 0.75 * bands[i].font_size ||
            (fill[i].stub && fill[i + 1].lower && dn < 1.15 * pitch));
    starts[i] = start;
  }
  return starts;
}

} // namespace gouji
