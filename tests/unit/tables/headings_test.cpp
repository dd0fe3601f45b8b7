// SPDX-License-Identifier: GPL-3.0-or-later
// Which words of a heading belong together where white space parts the columns.
#include "tables/stream_rows.h"

#include <catch2/catch.hpp>

#include <string>
#include <vector>

using namespace gouji;

namespace {

/// A band of one segment of words, each `size` high, from their left to their right ends.
Band band_of(const std::vector<Word>& words) {
  Band band;
  band.font_size = 9;
  band.segments.push_back({words, {}});
  for (const Word& w : words)
    band.segments.back().box = united(band.segments.back().box, w.box);
  band.box = band.segments.back().box;
  return band;
}

Word word(const std::string& text, double from, double to) {
  Word w;
  w.text = text;
  w.box = {from, 100, to, 109};
  w.baseline = 107;
  w.font_size = 9;
  return w;
}

// Two columns of numbers, 160 to 200 and 220 to 260; a gutter cut at 210.
const std::vector<Gutter> gutters{{202, 218, 6, 210}};
const std::vector<ColumnText> texts{{160, 200, true}, {220, 260, true}};

std::size_t parts_of(const std::vector<Word>& words) {
  return split_band(band_of(words), 0, gutters, texts).size();
}

} // namespace

TEST_CASE("words of a heading over two columns stay one text when one of them fits by chance") {
  CHECK(parts_of({word("Silicon", 172, 208), word("carbide", 212, 262)}) == 1);
}

TEST_CASE("words that each stand like their column's text are two headings") {
  CHECK(parts_of({word("Silicon", 161, 209), word("carbide", 212, 259)}) == 2);
}

TEST_CASE("a number that stands in its column is its own, whatever reaches over to it") {
  CHECK(parts_of({word("Engineering,", 140, 208), word("1,234", 212, 260)}) == 2);
}
