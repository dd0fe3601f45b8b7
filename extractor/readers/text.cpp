// SPDX-License-Identifier: GPL-3.0-or-later
// Lines of text -> paragraphs and tables.
#include "readers/text.h"

#include "base/limits.h"
#include "readers/charset.h"
#include "readers/messages.h"
#include "readers/text_pages.h"
#include "text/characters.h"
#include "text/normalize.h"
#include "text/ordinal.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace gouji {
namespace {

using namespace std::string_view_literals;

constexpr std::array extensions{"txt"sv, "md"sv, "tsv"sv};

struct Line {
  std::string_view text;
  int number = 0; ///< from 1
};

std::vector<Line> split_lines(std::string_view text) {
  std::vector<Line> lines;
  int number = 0;
  while (!text.empty()) {
    const auto end = text.find_first_of("\n\f");
    std::string_view line = text.substr(0, end);
    if (line.ends_with('\r'))
      line.remove_suffix(1);
    lines.push_back({line, ++number});
    text.remove_prefix(end == text.npos ? text.size() : end + 1);
  }
  return lines;
}

/// Without white space at its ends, the ideographic and the no-break space included.
std::string_view trimmed(std::string_view text) {
  constexpr std::array blanks{" "sv, "\t"sv, "\r"sv, "\u3000"sv, "\u00a0"sv, "\ufeff"sv};
  for (bool more = true; more;) {
    more = false;
    for (const std::string_view blank : blanks) {
      while (text.starts_with(blank)) {
        text.remove_prefix(blank.size());
        more = true;
      }
      while (text.ends_with(blank)) {
        text.remove_suffix(blank.size());
        more = true;
      }
    }
  }
  return text;
}

bool empty(const Line& line) {
  return line.text.find('\t') == line.text.npos && trimmed(line.text).empty();
}

auto tabs(const Line& line) {
  return std::count(line.text.begin(), line.text.end(), '\t');
}

/// "\tcell": the form with a cell a line. Rows with tabs between cells may begin with one too, but
/// have more of them.
bool single_cell(const Line& line) {
  return line.text.starts_with('\t') && tabs(line) == 1;
}

bool barred(const Line& line) {
  const std::string_view text = trimmed(line.text);
  return text.size() > 2 && text.starts_with('|') && text.ends_with('|');
}

/// "|---|:--:|": parts a Markdown table's header from its body.
bool bar_rule(const Line& line) {
  return barred(line) && line.text.find_first_not_of("|-: \t") == line.text.npos &&
         line.text.find("--") != line.text.npos;
}

/// "行政许可 97": where a label's cell and its number's came out as one short line, nothing but
/// words before the last space and nothing but digits behind it. Empty when the line is none.
std::string_view label_before_number(const Line& line) {
  constexpr std::size_t longest = 60; // bytes: 20 characters
  const std::string_view text = trimmed(line.text);
  const std::size_t space = text.rfind(' ');
  if (space == text.npos || space > longest || space + 1 == text.size() ||
      text.find_first_not_of("0123456789.", space + 1) != text.npos)
    return {};
  const std::string_view label = trimmed(text.substr(0, space));
  const bool words = std::none_of(label.begin(), label.end(), is_ascii_digit) &&
                     leading_ordinal(normalized_prose(label)).length == 0;
  return words ? label : std::string_view();
}

/// Columns the line takes in print, where an East Asian character takes two (UAX 11).
std::size_t print_width(const Line& line) {
  const std::u32string text = to_u32(trimmed(line.text));
  return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), is_wide) +
                                  static_cast<std::ptrdiff_t>(text.size()));
}

bool labelled_number(const Line& line) {
  return !label_before_number(line).empty();
}

class TextReader {
public:
  explicit TextReader(std::vector<Line> lines) : lines_(std::move(lines)) {}

  Result<std::vector<Block>> run();

private:
  bool at(std::size_t i, bool (*is)(const Line&)) const {
    return i < lines_.size() && is(lines_[i]);
  }
  bool goes_on_with_cell(std::size_t i) const;
  bool plain(std::size_t i) const;
  void tabbed_rows();
  void cell_lines();
  void barred_rows();
  void labelled_numbers();
  void paragraph();
  std::size_t wrapped_lines(std::size_t first) const;
  void begin_row();
  void cell(std::string_view text, int line);
  void finish_table(int line);

  std::vector<Line> lines_;
  std::size_t next_ = 0;
  std::vector<Block> flow_;
  std::vector<std::vector<Cell>> rows_; ///< of the table being read
  std::size_t tables_ = 0;
  std::optional<Error> error_;
};

void TextReader::begin_row() {
  rows_.emplace_back();
}

void TextReader::cell(std::string_view text, int line) {
  Cell out;
  out.text = trimmed(text);
  out.origin.line = line;
  rows_.back().push_back(std::move(out));
}

void TextReader::finish_table(int line) {
  std::size_t widest = 0;
  for (const auto& row : rows_)
    widest = std::max(widest, row.size());
  const auto refuse = [&](Words why) { error_ = Error{Code::limit, std::move(why), {}, line, 0}; };
  if (rows_.size() > limits::table_rows || widest > limits::table_columns ||
      rows_.size() * widest > limits::table_cells)
    return refuse(fill(phrases::table_too_large, limits::table_rows, limits::table_cells));
  if (++tables_ > limits::document_tables)
    return refuse(fill(phrases::too_many_tables, limits::document_tables));
  TableBuilder builder;
  for (auto& row : rows_) {
    builder.begin_row();
    for (Cell& cell : row)
      builder.add(1, 1, std::move(cell.text), std::move(cell.origin));
  }
  rows_.clear();
  Table table = builder.finish();
  table.origin.line = line;
  flow_.emplace_back(std::move(table));
}

void TextReader::tabbed_rows() {
  const int line = lines_[next_].number;
  for (; next_ < lines_.size() && tabs(lines_[next_]) > 0; ++next_) {
    begin_row();
    std::string_view rest = lines_[next_].text;
    while (true) {
      const auto tab = rest.find('\t');
      cell(rest.substr(0, tab), lines_[next_].number);
      if (tab == rest.npos)
        break;
      rest.remove_prefix(tab + 1);
    }
  }
  finish_table(line);
}

/// A line without tab behind a cell is the cell's next line, unless it reads as a heading or as
/// prose: the writer then left out the empty line.
bool TextReader::goes_on_with_cell(std::size_t i) const {
  if (i >= lines_.size() || empty(lines_[i]) || tabs(lines_[i]) > 0)
    return false;
  constexpr std::size_t longest = 120; // bytes: 40 characters
  if (lines_[i].text.size() > longest)
    return false;
  const Ordinal ordinal = leading_ordinal(normalized_prose(lines_[i].text));
  return ordinal.style != Ordinal::Style::chinese && ordinal.style != Ordinal::Style::part;
}

void TextReader::cell_lines() {
  const int line = lines_[next_].number;
  begin_row();
  while (next_ < lines_.size()) {
    if (single_cell(lines_[next_])) {
      cell(lines_[next_].text, lines_[next_].number);
      ++next_;
      for (; goes_on_with_cell(next_); ++next_) {
        std::string& text = rows_.back().back().text;
        text += text.empty() ? "" : "\n";
        text += trimmed(lines_[next_].text);
      }
      continue;
    }
    if (!empty(lines_[next_]))
      break;
    std::size_t after = next_;
    while (at(after, empty))
      ++after;
    if (!at(after, single_cell))
      break;
    next_ = after;
    begin_row();
  }
  finish_table(line);
}

void TextReader::barred_rows() {
  int line = lines_[next_].number;
  for (; at(next_, barred); ++next_) {
    if (bar_rule(lines_[next_])) {
      // Only a first row has a rule below it: with more rows above, another table begins.
      if (rows_.size() > 1) {
        std::vector<Cell> header = std::move(rows_.back());
        rows_.pop_back();
        finish_table(line);
        line = lines_[next_].number - 1;
        rows_.push_back(std::move(header));
      }
      continue;
    }
    begin_row();
    std::string_view rest = trimmed(lines_[next_].text);
    rest.remove_prefix(1);
    std::string text;
    for (std::size_t i = 0; i < rest.size(); ++i) {
      if (rest[i] == '\\' && i + 1 < rest.size() && rest[i + 1] == '|') {
        text += rest[++i];
      } else if (rest.substr(i).starts_with("<br>")) {
        text += '\n';
        i += 3;
      } else if (rest[i] != '|') {
        text += rest[i];
      } else {
        cell(text, lines_[next_].number);
        text.clear();
      }
    }
  }
  if (!rows_.empty())
    finish_table(line);
}

void TextReader::labelled_numbers() {
  const int line = lines_[next_].number;
  for (; at(next_, labelled_number); ++next_) {
    const std::string_view label = label_before_number(lines_[next_]);
    const std::string_view text = trimmed(lines_[next_].text);
    begin_row();
    cell(label, lines_[next_].number);
    cell(text.substr(text.rfind(' ') + 1), lines_[next_].number);
  }
  finish_table(line);
}

bool TextReader::plain(std::size_t i) const {
  return i < lines_.size() && !empty(lines_[i]) && tabs(lines_[i]) == 0 && !barred(lines_[i]) &&
         !labelled_number(lines_[i]);
}

/// How many lines from `first` on were one paragraph before a program broke it at a fixed width:
/// each but the last fills the width of the lines around it and ends in the middle of a sentence.
std::size_t TextReader::wrapped_lines(std::size_t first) const {
  constexpr std::size_t narrowest = 30, widest = 120, slack = 8; // columns
  constexpr std::size_t around = 20;                             // lines
  constexpr std::ptrdiff_t fewest_full = 3; // lines: chance makes two of equal length
  if (!plain(first) || !plain(first + 1))
    return 1;
  std::vector<std::size_t> widths;
  for (std::size_t i = first; i > 0 && i + around > first && plain(i - 1); --i)
    widths.push_back(print_width(lines_[i - 1]));
  for (std::size_t i = first; i < first + around && plain(i); ++i)
    widths.push_back(print_width(lines_[i]));
  const std::size_t width = *std::max_element(widths.begin(), widths.end());
  const auto fills = [&](std::size_t w) { return w + slack >= width; };
  if (width < narrowest || width > widest ||
      std::count_if(widths.begin(), widths.end(), fills) < fewest_full)
    return 1;
  constexpr std::array ends{"。"sv, "；"sv, "："sv, "！"sv, "？"sv, ":"sv, ";"sv};
  std::size_t last = first;
  for (; plain(last + 1); ++last) {
    const std::string_view text = trimmed(lines_[last].text);
    if (!fills(print_width(lines_[last])) ||
        std::any_of(ends.begin(), ends.end(), [&](auto end) { return text.ends_with(end); }) ||
        leading_ordinal(normalized_prose(lines_[last + 1].text)).length > 0)
      break;
  }
  return last - first + 1;
}

void TextReader::paragraph() {
  Paragraph paragraph;
  paragraph.origin.line = lines_[next_].number;
  const auto is_ascii = [](char c) { return static_cast<unsigned char>(c) < 0x80; };
  for (const std::size_t end = next_ + wrapped_lines(next_); next_ < end; ++next_) {
    const std::string_view text = trimmed(lines_[next_].text);
    if (!paragraph.text.empty() && is_ascii(paragraph.text.back()) && is_ascii(text.front()))
      paragraph.text += ' ';
    paragraph.text += text;
  }
  flow_.emplace_back(std::move(paragraph));
}

Result<std::vector<Block>> TextReader::run() {
  while (next_ < lines_.size() && !error_) {
    const Line& line = lines_[next_];
    if (empty(line)) {
      ++next_;
    } else if (single_cell(line) && (at(next_ + 1, single_cell) || at(next_ + 1, empty) ||
                                     next_ + 1 == lines_.size() || goes_on_with_cell(next_ + 1))) {
      cell_lines();
    } else if (tabs(line) > 1 ||
               (tabs(line) == 1 && next_ + 1 < lines_.size() && tabs(lines_[next_ + 1]) > 0)) {
      tabbed_rows();
    } else if (barred(line)) {
      barred_rows();
    } else if (labelled_number(line)) {
      labelled_numbers();
    } else {
      paragraph();
    }
  }
  if (error_)
    return tl::unexpected<Error>(*error_);
  return std::move(flow_);
}

int sniff(Bytes bytes) {
  const std::string_view text = as_text(bytes);
  // Formats that are written in ASCII, and markup that no reader took.
  for (const std::string_view other : {"<"sv, "%PDF"sv, "%!PS"sv, "{\\rtf"sv, "#!"sv})
    if (text.starts_with(other))
      return 0;
  switch (text_likeness(bytes)) {
  case 2:
    return 20;
  case 1:
    return 5;
  default:
    return 0;
  }
}

Result<Document> read(Bytes bytes) {
  const auto decoded = decode_text(bytes, {});
  if (!decoded)
    return tl::unexpected<Error>(decoded.error());
  Document document;
  document.format = text_format().name;
  if (has_spaced_columns(decoded->text())) {
    auto pages = lay_out_text(decoded->text());
    if (!pages)
      return tl::unexpected<Error>(pages.error());
    document.pages = std::move(*pages);
    return document;
  }
  auto flow = TextReader(split_lines(decoded->text())).run();
  if (!flow)
    return tl::unexpected<Error>(flow.error());
  if (flow->empty())
    return fail(Code::empty, fill(phrases::empty_input));
  document.flow = std::move(*flow);
  return document;
}

} // namespace

const Format& text_format() {
  static constexpr Format format{"text", extensions, sniff, read};
  return format;
}

} // namespace gouji
