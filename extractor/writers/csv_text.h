// SPDX-License-Identifier: GPL-3.0-or-later
// Cells of comma-separated text (RFC 4180): quoting, and no cell that a spreadsheet would run.
#pragma once

#include <string>
#include <string_view>

namespace gouji {

/// Builds CSV row by row; lines end with CR LF as RFC 4180 §2 has it.
class CsvText {
public:
  /// A cell of text. One that a spreadsheet would take for a formula (it begins with = + - @, their
  /// full-width forms, a tab or a carriage return, and is no plain number) gets a leading ', as
  /// OWASP's "CSV Injection" page advises. Invalid UTF-8 becomes U+FFFD.
  CsvText& text(std::string_view text);
  /// A cell exactly as it is: numbers.
  CsvText& plain(std::string_view text);
  CsvText& end_row();
  /// The mark by which Excel knows UTF-8; at the very beginning.
  void byte_order_mark() { out_ += "\xEF\xBB\xBF"; }

  std::string take() { return std::move(out_); }
  const std::string& peek() const { return out_; }
  void clear() { out_.clear(); }

private:
  void separate();

  std::string out_;
  bool row_begun_ = false;
};

} // namespace gouji
