// SPDX-License-Identifier: GPL-3.0-or-later
// libxlsxwriter behind a few plain calls.
#include "writers/xlsx_book.h"

#include "base/shared_library.h"
#include "writers/json_stream.h"
#include "writers/messages.h"

#include <fmt/format.h>
#include <sys/mman.h>
#include <unistd.h>
#include <xlsxwriter.h>

#include <algorithm>
#include <optional>
#include <set>

namespace gouji {

namespace {

/// libxlsxwriter's functions. It is loaded for the first spreadsheet, for it brings OpenSSL along.
struct LibXlsxWriter {
  SharedLibrary library{GOUJI_LIBXLSXWRITER};
  decltype(::format_set_align)* format_set_align = library.find("format_set_align");
  decltype(::format_set_bold)* format_set_bold = library.find("format_set_bold");
  decltype(::format_set_border)* format_set_border = library.find("format_set_border");
  decltype(::format_set_bottom)* format_set_bottom = library.find("format_set_bottom");
  decltype(::format_set_text_wrap)* format_set_text_wrap = library.find("format_set_text_wrap");
  decltype(::lxw_strerror)* lxw_strerror = library.find("lxw_strerror");
  decltype(::workbook_add_format)* workbook_add_format = library.find("workbook_add_format");
  decltype(::workbook_add_worksheet)* workbook_add_worksheet =
      library.find("workbook_add_worksheet");
  decltype(::workbook_close)* workbook_close = library.find("workbook_close");
  decltype(::workbook_new_opt)* workbook_new_opt = library.find("workbook_new_opt");
  decltype(::workbook_set_properties)* workbook_set_properties =
      library.find("workbook_set_properties");
  decltype(::worksheet_autofilter)* worksheet_autofilter = library.find("worksheet_autofilter");
  decltype(::worksheet_freeze_panes)* worksheet_freeze_panes =
      library.find("worksheet_freeze_panes");
  decltype(::worksheet_merge_range)* worksheet_merge_range = library.find("worksheet_merge_range");
  decltype(::worksheet_set_column)* worksheet_set_column = library.find("worksheet_set_column");
  decltype(::worksheet_write_number)* worksheet_write_number =
      library.find("worksheet_write_number");
  decltype(::worksheet_write_string)* worksheet_write_string =
      library.find("worksheet_write_string");
};

/// To be called only when it is known to be whole.
const LibXlsxWriter& xlsxwriter() {
  static const LibXlsxWriter functions;
  return functions;
}

constexpr std::size_t longest_name = 31;     // characters of a sheet's name (ECMA-376 18.2.19)
constexpr std::size_t longest_text = 32'767; // characters of a cell (Excel's limit)

/// The first `count` characters of valid UTF-8 (surrogate pairs count as two, as Excel does).
std::string_view first_characters(std::string_view text, std::size_t count) {
  std::size_t seen = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto byte = static_cast<unsigned char>(text[i]);
    if ((byte & 0xC0) == 0x80)
      continue;
    seen += byte >= 0xF0 ? 2 : 1;
    if (seen > count)
      return text.substr(0, i);
  }
  return text;
}

/// The number that `text` is, digit for digit: "007" and digits beyond a double's exactness are no
/// numbers here, a spreadsheet would change them.
std::optional<Decimal> plain_number(std::string_view text) {
  const auto number = Decimal::parse(text);
  return number && number->text() == text && text.size() <= 15 ? number : std::nullopt;
}

/// libxlsxwriter takes C strings, and XML 1.0 has no control characters.
std::string cell_text(std::string_view text, Language language) {
  std::string valid = valid_text(text);
  std::erase_if(valid, [](char c) {
    return (static_cast<unsigned char>(c) < 0x20 && c != '\n' && c != '\t') || c == 0x7F;
  });
  constexpr std::size_t room_for_mark = 100;
  if (first_characters(valid, longest_text).size() == valid.size())
    return valid;
  std::string cut(first_characters(valid, longest_text - room_for_mark));
  const std::size_t left_out = valid.size() - cut.size();
  return cut + fill(phrases::text_cut, left_out).in(language);
}

} // namespace

struct XlsxBook::State {
  lxw_workbook* book = nullptr;
  lxw_worksheet* sheet = nullptr;
  lxw_format* header = nullptr;
  lxw_format* wrapped = nullptr;
  lxw_format* bordered = nullptr;
  int memory_file = -1;
  lxw_row_t row = 0;
  lxw_col_t column = 0;
  std::string name;
  std::vector<XlsxBook::Column> columns;
  std::set<std::string> names;
  lxw_error error = LXW_NO_ERROR;

  void note(lxw_error code) {
    if (error == LXW_NO_ERROR)
      error = code;
  }
};

XlsxBook::XlsxBook(Memory memory, const std::string& path) : state_(std::make_unique<State>()) {
  if (!xlsxwriter().library.missing().empty())
    return; // `finish` tells
  std::string target = path;
  if (path.empty()) {
    // The library only writes to a named file. A memory file has a name and leaves nothing behind.
    state_->memory_file = memfd_create("gouji.xlsx", MFD_CLOEXEC);
    target = fmt::format("/proc/self/fd/{}", state_->memory_file);
  }
  lxw_workbook_options options{};
  options.constant_memory = memory == Memory::by_rows ? LXW_TRUE : LXW_FALSE;
  options.use_zip64 = memory == Memory::by_rows ? LXW_TRUE : LXW_FALSE;
  state_->book = xlsxwriter().workbook_new_opt(target.c_str(), &options);
  if (!state_->book)
    return;
  lxw_doc_properties properties{};
  // Any fixed time: the same report gives the same bytes. 2000-01-01.
  properties.created = 946'684'800;
  xlsxwriter().workbook_set_properties(state_->book, &properties);
  state_->header = xlsxwriter().workbook_add_format(state_->book);
  xlsxwriter().format_set_bold(state_->header);
  xlsxwriter().format_set_bottom(state_->header, LXW_BORDER_THIN);
  state_->wrapped = xlsxwriter().workbook_add_format(state_->book);
  xlsxwriter().format_set_align(state_->wrapped, LXW_ALIGN_VERTICAL_TOP);
  state_->bordered = xlsxwriter().workbook_add_format(state_->book);
  xlsxwriter().format_set_border(state_->bordered, LXW_BORDER_THIN);
  xlsxwriter().format_set_text_wrap(state_->bordered);
  xlsxwriter().format_set_align(state_->bordered, LXW_ALIGN_VERTICAL_CENTER);
}

XlsxBook::~XlsxBook() {
  if (state_->book)
    static_cast<void>(xlsxwriter().workbook_close(state_->book));
  if (state_->memory_file >= 0)
    close(state_->memory_file);
}

void XlsxBook::begin_sheet(std::string_view name, std::span<const Column> columns) {
  if (!state_->book)
    return;
  state_->name = name;
  state_->columns.assign(columns.begin(), columns.end());
  std::string fit = valid_text(name);
  for (char& c : fit)
    if (std::string_view("[]:*?/\\'").find(c) != std::string_view::npos ||
        static_cast<unsigned char>(c) < 0x20)
      c = ' ';
  fit = std::string(first_characters(fit, longest_name - 4));
  std::string unique = fit;
  for (int n = 2; !state_->names.insert(unique).second; ++n)
    unique = fmt::format("{} {}", fit, n);
  state_->sheet = xlsxwriter().workbook_add_worksheet(state_->book, unique.c_str());
  if (!state_->sheet) {
    state_->note(LXW_ERROR_MEMORY_MALLOC_FAILED);
    return;
  }
  state_->row = 0;
  state_->column = 0;
  if (!columns.empty())
    // To the last row there can be: how many will come is not known yet.
    state_->note(xlsxwriter().worksheet_autofilter(state_->sheet, 0, 0, LXW_ROW_MAX - 1,
                                                   static_cast<lxw_col_t>(columns.size() - 1)));
  lxw_col_t next = 0;
  for (const Column& column : columns) {
    const lxw_col_t at = next++;
    state_->note(xlsxwriter().worksheet_set_column(state_->sheet, at, at, column.width, nullptr));
    state_->note(xlsxwriter().worksheet_write_string(state_->sheet, 0, at, column.title.c_str(),
                                                     state_->header));
  }
  if (!columns.empty()) {
    xlsxwriter().worksheet_freeze_panes(state_->sheet, 1, 0);
    state_->row = 1;
  }
}

void XlsxBook::begin_row() {
  if (state_->column > 0)
    ++state_->row;
  state_->column = 0;
  if (state_->row >= LXW_ROW_MAX) {
    const std::vector<Column> columns = state_->columns;
    begin_sheet(std::string(state_->name), columns);
  }
}

void XlsxBook::text(std::string_view text, Language language) {
  if (state_->sheet && !text.empty())
    state_->note(xlsxwriter().worksheet_write_string(state_->sheet, state_->row, state_->column,
                                                     cell_text(text, language).c_str(),
                                                     state_->wrapped));
  ++state_->column;
}

void XlsxBook::number(const Decimal& number) {
  if (state_->sheet)
    state_->note(xlsxwriter().worksheet_write_number(state_->sheet, state_->row, state_->column,
                                                     number.approximate(), state_->wrapped));
  ++state_->column;
}

void XlsxBook::skip() {
  ++state_->column;
}

void XlsxBook::merge(int row, int column, int row_span, int column_span, std::string_view text,
                     Language language) {
  if (!state_->sheet)
    return;
  const auto first_row = static_cast<lxw_row_t>(row);
  const auto first_column = static_cast<lxw_col_t>(column);
  const auto last_row = static_cast<lxw_row_t>(row + row_span - 1);
  const auto last_column = static_cast<lxw_col_t>(column + column_span - 1);
  const std::string shown = cell_text(text, language);
  const bool single = row_span == 1 && column_span == 1;
  if (const auto number = plain_number(shown); number && single)
    state_->note(xlsxwriter().worksheet_write_number(state_->sheet, first_row, first_column,
                                                     number->approximate(), state_->bordered));
  else if (single)
    state_->note(xlsxwriter().worksheet_write_string(state_->sheet, first_row, first_column,
                                                     shown.c_str(), state_->bordered));
  else
    state_->note(xlsxwriter().worksheet_merge_range(state_->sheet, first_row, first_column,
                                                    last_row, last_column, shown.c_str(),
                                                    state_->bordered));
}

Result<std::string> XlsxBook::finish() {
  if (const std::string& missing = xlsxwriter().library.missing(); !missing.empty())
    return fail(Code::tool_missing, fill(phrases::xlsx_library_missing, missing));
  if (!state_->book)
    return fail(Code::internal, fill(phrases::xlsx_failed, "workbook_new"));
  begin_row();
  state_->note(xlsxwriter().workbook_close(state_->book));
  state_->book = nullptr;
  state_->sheet = nullptr;
  if (state_->error != LXW_NO_ERROR)
    return fail(Code::internal,
                fill(phrases::xlsx_failed, xlsxwriter().lxw_strerror(state_->error)));
  std::string bytes;
  if (state_->memory_file < 0)
    return bytes;
  const off_t size = lseek(state_->memory_file, 0, SEEK_END);
  bytes.resize(size > 0 ? static_cast<std::size_t>(size) : 0);
  for (std::size_t at = 0; at < bytes.size();) {
    const ssize_t got =
        pread(state_->memory_file, bytes.data() + at, bytes.size() - at, static_cast<off_t>(at));
    if (got <= 0)
      return fail(Code::internal, fill(phrases::xlsx_failed, "pread"));
    at += static_cast<std::size_t>(got);
  }
  return bytes;
}

} // namespace gouji
