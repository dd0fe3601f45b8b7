// SPDX-License-Identifier: GPL-3.0-or-later
// Writes small valid PDFs for tests: objects, pages, and a font that holds any character. The
// coordinates are PDF's own: points, origin at the page's lower left corner, y up.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace gouji::test {

/// The font "F1" of every page: horizontal, 1000 units to the em; ASCII is half an em wide, all
/// else an em; ascent 0.88, descent -0.12. It has no outlines: Unicode values and widths are all
/// that a reader of text needs.
class PdfWriter {
public:
  /// Starts a page; what follows is drawn on it. `entries` go into the page's dictionary
  /// ("/Rotate 90"), `resources` into its resources beside the font.
  void begin_page(double width = 595, double height = 842, std::string_view entries = "",
                  std::string_view resources = "");
  /// Content stream operators as they are, in a line of their own.
  void raw(std::string_view operators);
  /// Text with its baseline starting at (x, y).
  void text(double x, double y, double size, std::string_view utf8);
  /// The same characters as a hexadecimal string, for `raw`.
  std::string encoded(std::string_view utf8);
  void line(double x0, double y0, double x1, double y1, double width = 0.5);
  void fill_rect(double x, double y, double width, double height);

  /// An object of one's own ("<< ... >>"); the number to refer to it by.
  int add_object(std::string_view body);
  /// A stream; `entries` go into its dictionary, /Length is added.
  int add_stream(std::string_view entries, std::string_view data);
  /// The number of the font "F1" and its descendant font's dictionary, for fonts built on it.
  int font() const { return font_; }
  /// Entries for the document's catalog and for its trailer.
  void catalog(std::string_view entries) { catalog_ += entries; }
  void trailer(std::string_view entries) { trailer_ += entries; }

  PdfWriter();
  /// The whole file. The writer is used up.
  std::string finish();

private:
  struct PageText {
    std::string dictionary, content;
  };
  int reserve();

  std::vector<std::string> objects_; ///< body of object i + 1
  std::vector<PageText> pages_;
  std::map<char32_t, int> codes_;
  std::string catalog_, trailer_;
  int font_ = 0, pages_object_ = 0;
};

} // namespace gouji::test
