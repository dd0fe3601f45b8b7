// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/pdf_writer.h"

#include "text/normalize.h"

#include <fmt/format.h>

#include <utility>

namespace gouji::test {

namespace {

/// UTF-16BE as hexadecimal digits.
std::string utf16_hex(char32_t c) {
  if (c < 0x10000)
    return fmt::format("{:04X}", static_cast<unsigned>(c));
  const unsigned rest = static_cast<unsigned>(c) - 0x10000;
  return fmt::format("{:04X}{:04X}", 0xD800 + (rest >> 10), 0xDC00 + (rest & 0x3FF));
}

} // namespace

PdfWriter::PdfWriter() {
  reserve(); // object 1: the catalog
  pages_object_ = reserve();
  font_ = reserve();
}

int PdfWriter::reserve() {
  objects_.emplace_back();
  return static_cast<int>(objects_.size());
}

int PdfWriter::add_object(std::string_view body) {
  objects_.emplace_back(body);
  return static_cast<int>(objects_.size());
}

int PdfWriter::add_stream(std::string_view entries, std::string_view data) {
  return add_object(
      fmt::format("<< {} /Length {} >>\nstream\n{}\nendstream", entries, data.size(), data));
}

void PdfWriter::begin_page(double width, double height, std::string_view entries,
                           std::string_view resources) {
  pages_.push_back(
      {fmt::format("/MediaBox [0 0 {} {}] {} /Resources << /Font << /F1 {} 0 R >> {} >>", width,
                   height, entries, font_, resources),
       {}});
}

void PdfWriter::raw(std::string_view operators) {
  pages_.back().content.append(operators).push_back('\n');
}

std::string PdfWriter::encoded(std::string_view utf8) {
  // Codes: ASCII as it is, all else numbered from 0x100 as it comes.
  std::string hex = "<";
  for (const char32_t c : to_u32(utf8)) {
    const int next = c < 0x100 ? static_cast<int>(c) : 0x100 + static_cast<int>(codes_.size());
    const int code = codes_.try_emplace(c, next).first->second;
    hex += fmt::format("{:04X}", code);
  }
  return hex + ">";
}

void PdfWriter::text(double x, double y, double size, std::string_view utf8) {
  raw(fmt::format("BT /F1 {} Tf {} {} Td {} Tj ET", size, x, y, encoded(utf8)));
}

void PdfWriter::line(double x0, double y0, double x1, double y1, double width) {
  raw(fmt::format("{} w {} {} m {} {} l S", width, x0, y0, x1, y1));
}

void PdfWriter::fill_rect(double x, double y, double width, double height) {
  raw(fmt::format("{} {} {} {} re f", x, y, width, height));
}

std::string PdfWriter::finish() {
  std::string map = "/CIDInit /ProcSet findresource begin 12 dict begin begincmap\n"
                    "/CMapName /T def /CMapType 2 def\n"
                    "1 begincodespacerange <0000> <FFFF> endcodespacerange\n";
  for (const auto& [character, code] : codes_)
    map += fmt::format("1 beginbfchar <{:04X}> <{}> endbfchar\n", code, utf16_hex(character));
  map += "endcmap end end";
  const int to_unicode = add_stream("", map);
  const int descriptor = add_object("<< /Type /FontDescriptor /FontName /Test /Flags 4 /FontBBox "
                                    "[0 -120 1000 880] /ItalicAngle 0 "
                                    "/Ascent 880 /Descent -120 /CapHeight 700 /StemV 80 >>");
  const int descendant = add_object(fmt::format(
      "<< /Type /Font /Subtype /CIDFontType2 /BaseFont /Test /CIDSystemInfo << /Registry (Adobe) "
      "/Ordering (Identity) /Supplement 0 >> /DW 1000 /W [0 255 500] /FontDescriptor {} 0 R >>",
      descriptor));
  objects_.at(static_cast<std::size_t>(font_) - 1) =
      fmt::format("<< /Type /Font /Subtype /Type0 /BaseFont /Test /Encoding /Identity-H "
                  "/DescendantFonts [{} 0 R] /ToUnicode {} 0 R >>",
                  descendant, to_unicode);
  std::string kids;
  for (const PageText& page : pages_) {
    const int content = add_stream("", page.content);
    kids +=
        fmt::format("{} 0 R ", add_object(fmt::format("<< /Type /Page /Parent {} 0 R {} "
                                                      "/Contents {} 0 R >>",
                                                      pages_object_, page.dictionary, content)));
  }
  objects_.at(static_cast<std::size_t>(pages_object_) - 1) =
      fmt::format("<< /Type /Pages /Kids [{}] /Count {} >>", kids, pages_.size());
  objects_.at(0) = fmt::format("<< /Type /Catalog /Pages {} 0 R {} >>", pages_object_, catalog_);

  std::string file = "%PDF-1.7\n";
  std::string index = fmt::format("xref\n0 {}\n0000000000 65535 f \n", objects_.size() + 1);
  for (std::size_t i = 0; i < objects_.size(); ++i) {
    index += fmt::format("{:010} 00000 n \n", file.size());
    file += fmt::format("{} 0 obj\n{}\nendobj\n", i + 1, std::exchange(objects_[i], {}));
  }
  const std::size_t start = file.size();
  return file + index +
         fmt::format("trailer\n<< /Size {} /Root 1 0 R {} >>\nstartxref\n{}\n%%EOF\n",
                     objects_.size() + 1, trailer_, start);
}

} // namespace gouji::test
