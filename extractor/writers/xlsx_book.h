// SPDX-License-Identifier: GPL-3.0-or-later
// A spreadsheet file under construction: the only place that knows libxlsxwriter.
#pragma once

#include "base/decimal.h"
#include "base/result.h"

#include <memory>
#include <span>
#include <string>
#include <string_view>

namespace gouji {

/// Sheets are filled one after the other, from top to bottom. Nothing a document says becomes a
/// formula or a link: every cell is text or a number. The same calls give the same bytes.
class XlsxBook {
public:
  struct Column {
    std::string title;
    double width; ///< in characters
  };
  enum class Memory {
    whole,  ///< sheets stay in memory until the end
    by_rows ///< finished rows go to unnamed temporary files: for sheets of any length; no `merge`
  };

  /// The file is made in memory, or at `path` when one is given.
  explicit XlsxBook(Memory memory = Memory::whole, const std::string& path = {});
  ~XlsxBook();
  XlsxBook(const XlsxBook&) = delete;
  XlsxBook& operator=(const XlsxBook&) = delete;

  /// Begins a sheet; with columns it has a header row that stays in view and filters. A name that
  /// Excel would refuse is made fit. Rows beyond the format's 1,048,576 go on in a further sheet
  /// with the same columns.
  void begin_sheet(std::string_view name, std::span<const Column> columns = {});
  void begin_row();
  /// Adds a cell to the row. Text beyond the format's 32,767 characters ends with a mark that says
  /// so in `language`.
  void text(std::string_view text, Language language);
  void number(const Decimal& number);
  void skip();
  /// Places a table's cell, with borders; a plain number becomes one. Rows, columns from 0.
  void merge(int row, int column, int row_span, int column_span, std::string_view text,
             Language language);

  /// The file's bytes; empty when it was made at a path. The book is finished afterwards. Error:
  /// internal.
  Result<std::string> finish();

private:
  struct State;
  std::unique_ptr<State> state_;
};

} // namespace gouji
