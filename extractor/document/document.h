// SPDX-License-Identifier: GPL-3.0-or-later
// What a file says before anyone interprets it: pages with placed characters and lines (PDF), or a
// flow of paragraphs and tables (DOCX, ODF, HTML, text, the open document in LibreOffice).
// `recover_tables` (tables/recover.h) turns pages into the same flow.
#pragma once

#include "base/geometry.h"
#include "base/words.h"

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace gouji {

using Bytes = std::span<const std::byte>;

inline std::string_view as_text(Bytes bytes) {
  return {reinterpret_cast<const char*>(bytes.data()), bytes.size()};
}
inline Bytes as_bytes(std::string_view text) {
  return std::as_bytes(std::span(text.data(), text.size()));
}

// ---- pages
// -------------------------------------------------------------------------------------------------------------------------

/// One printed character. A ligature or a mapping to several characters comes as several glyphs
/// that share its box from left to right. `box` spans the font's ascent and descent and the advance
/// width; `baseline` is the y (or x, when turned) its foot stands on.
struct Glyph {
  char32_t character = 0;
  Rect box;
  double baseline = 0;
  double font_size = 0; ///< points on the page, after every transformation
  /// Clockwise degrees its reading direction is turned on the upright page: 0, 90, 180, 270.
  /// Slanted text (a watermark) has its own degrees, no multiple of 90; its baseline means nothing.
  /// Vertical writing reads at 90 although its characters stand upright.
  std::int16_t turned = 0;
  std::uint16_t font = 0; ///< which font of the document (an index that only tells fonts apart)
  bool bold = false;
  bool invisible = false; ///< not painted (PDF 32000 9.3.6, mode 3): the text layer of a scan

  bool operator==(const Glyph&) const = default;
};

/// A straight line along an axis: at y = `position` from x = `from` to `to` when horizontal, the
/// other way round when vertical.
struct Ruling {
  Axis axis = Axis::horizontal;
  double position = 0, from = 0, to = 0;
  double thickness = 0;

  bool operator==(const Ruling&) const = default;
};

/// A filled area too thick to be a line, as drawn behind cells. `colour` is 0xRRGGBB.
struct Shading {
  Rect box;
  std::uint32_t colour = 0;

  bool operator==(const Shading&) const = default;
};

/// A page as a reader sees it: turned upright, cut to its crop box.
struct Page {
  int number = 0; ///< from 1
  double width = 0, height = 0;
  std::vector<Glyph> glyphs; ///< in the order the file draws them
  std::vector<Ruling> rulings;
  std::vector<Shading> shadings;
  std::vector<Rect> images;

  bool operator==(const Page&) const = default;
};

/// The share of a page that pictures cover, 0 to 1, overlaps counted once.
double image_coverage(const Page& page);

// ---- flow
// --------------------------------------------------------------------------------------------------------------------------

/// Where something stands: `page` from 1 and `box` where the format has pages, else 0 and empty;
/// `anchor` is how the format's own programs name the place (a Writer cell "C8", an ODF or DOCX
/// path); `line` from 1 in text formats.
struct Origin {
  int page = 0;
  Rect box;
  std::string anchor;
  int line = 0;

  bool operator==(const Origin&) const = default;
};

/// A paragraph or heading. `numbering` is a label that the program writes and the text does not
/// hold ("一、"); `text` never repeats it.
struct Paragraph {
  std::string text; ///< UTF-8; line breaks as '\n', tabs as '\t'
  std::string numbering;
  int heading = 0;      ///< outline level from 1, 0 for body text
  double font_size = 0; ///< points, 0 when unknown
  bool centered = false;
  Origin origin;

  std::string full_text() const { return numbering + text; }
  bool operator==(const Paragraph&) const = default;
};

/// A cell of a table; row and column from 0. Text keeps line breaks as '\n'. A table inside a cell
/// follows its table in the flow and is not in `text`.
struct Cell {
  int row = 0, column = 0, row_span = 1, column_span = 1;
  std::string text;
  Origin origin;

  bool covers(int r, int c) const {
    return row <= r && r < row + row_span && column <= c && c < column + column_span;
  }
  bool operator==(const Cell&) const = default;
};

/// A grid: `cells` in reading order (row, then column) cover every (row, column) of rows x columns
/// exactly once.
struct Table {
  std::string caption;
  int rows = 0, columns = 0;
  std::vector<Cell> cells;
  Origin origin; ///< of the whole table; its first page when page breaks cut it
  int depth = 0; ///< 0 in the text, 1 inside a cell of another table, ...
  double confidence =
      1; ///< 0 to 1: how sure recovery is of this grid; 1 where the format states it
  std::vector<Words> reasons; ///< what recovery saw and what competed and lost, for `inspect`
  bool glued = false;         ///< made of running text: one cell may hold all the numbers of a row

  bool operator==(const Table&) const = default;
};

using Block = std::variant<Paragraph, Table>;

/// Something a reader noticed that the user should know but that is no error ("3 tracked deletions
/// left out").
struct Note {
  Words message;
  Origin origin;

  bool operator==(const Note&) const = default;
};

/// Either `pages` or `flow` is filled, as the format has it.
struct Document {
  std::string format; ///< name of the format that read it: "pdf", "docx", ...
  std::string title;  ///< from the file's metadata; often wrong, never trusted alone
  std::vector<Page> pages;
  std::vector<Block> flow;
  std::vector<Note> notes;

  bool operator==(const Document&) const = default;
};

/// Is every (row, column) covered exactly once, every span positive and the order right? Empty when
/// so, else what is wrong, for tests and asserts.
std::string grid_fault(const Table& table);

/// An index of a table's grid: which cell covers (row, column).
class Grid {
public:
  explicit Grid(const Table& table);
  /// Index into table.cells; -1 outside the table.
  int at(int row, int column) const {
    if (row < 0 || column < 0 || row >= rows_ || column >= columns_)
      return -1;
    return index_[static_cast<std::size_t>(row) * static_cast<std::size_t>(columns_) +
                  static_cast<std::size_t>(column)];
  }

private:
  int rows_, columns_;
  std::vector<int> index_;
};

/// Makes a valid grid of loosely stated cells: rows of cells as a format lists them, each with its
/// spans; overlaps are resolved as HTML does (a cell slides right past occupied places), holes
/// become empty cells, everything is clamped to base/limits.h.
class TableBuilder {
public:
  void begin_row();
  /// Skips `count` grid columns of the current row (DOCX gridBefore).
  void skip(int count);
  /// Adds a cell at the next free place of the current row. row_span 0 means "to the last row"
  /// (HTML).
  Cell& add(int row_span, int column_span, std::string text, Origin origin = {});
  /// The finished table. The builder is empty afterwards.
  Table finish();

private:
  std::vector<Cell> cells_;
  std::vector<int> busy_until_; ///< per column: first row that is free
  int row_ = -1, column_ = 0, columns_ = 0;
};

} // namespace gouji
