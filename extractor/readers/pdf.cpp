// SPDX-License-Identifier: GPL-3.0-or-later
// Opens a PDF, reads its pages one after the other and says what is wrong with it as a whole.
#include "readers/pdf.h"

#include "base/limits.h"
#include "readers/messages.h"
#include "readers/pdf_format.h"
#include "readers/pdf_pages.h"
#include "readers/poppler.h"
#include "text/normalize.h"

#include <algorithm>
#include <utility>

namespace gouji {

namespace {

constexpr double scan_coverage = 0.5;       ///< share of a page that pictures cover on a scan
constexpr std::size_t picture_glyphs = 30;  ///< a scan may carry this many (a page number, a stamp)
constexpr std::size_t outline_shapes = 100; ///< letters drawn as shapes, to be taken for a text

std::string metadata_title(PDFDoc& file) {
  const std::unique_ptr<GooString> raw = file.getDocInfoTitle();
  if (!raw)
    return {};
  std::string title;
  for (const char32_t c : text_string(*raw))
    append_utf8(title, c);
  return title;
}

/// Poppler takes an encryption of a version that it does not know for none
/// (StandardSecurityHandler::isUnencrypted); what it reads then is noise. Only versions 4 and 5
/// have crypt filters, by which a document may rightly be open (ISO 32000-2, 7.6.6).
bool unknown_encryption(PDFDoc& file) {
  const Object encryption = file.getXRef()->getTrailerDict()->dictLookup("Encrypt");
  if (!encryption.isDict() || file.isEncrypted())
    return false;
  const Object version = encryption.dictLookup("V");
  return !version.isInt() || (version.getInt() != 4 && version.getInt() != 5);
}

tl::unexpected<Error> broken_limit(PageLimit limit, int page) {
  const auto words = [&]() -> Words {
    switch (limit) {
    case PageLimit::glyphs:
      return fill(phrases::pdf_too_many_glyphs, page, limits::page_glyphs);
    case PageLimit::drawings:
      return fill(phrases::pdf_too_many_drawings, page, limits::page_rulings);
    case PageLimit::forms:
      return fill(phrases::pdf_too_many_forms, page, limits::page_forms);
    case PageLimit::states:
      return fill(phrases::pdf_too_deep, page, limits::page_states);
    default:
      return fill(phrases::pdf_too_many_operators, page, limits::page_operators);
    }
  };
  auto error = fail(Code::limit, words());
  error.value().page = page;
  return error;
}

/// A page that shows pictures, or letters drawn as shapes, in place of text.
bool is_picture(const DrawnPage& drawn) {
  const std::vector<Glyph>& glyphs = drawn.page.glyphs;
  return glyphs.size() < picture_glyphs &&
         std::none_of(glyphs.begin(), glyphs.end(), [](const Glyph& g) { return g.invisible; }) &&
         (drawn.shapes >= outline_shapes || image_coverage(drawn.page) >= scan_coverage);
}

Note note(const Phrase& phrase, int page) {
  return {fill(phrase, page), Origin{page, {}, {}, 0}};
}

/// The pages wanted of a document that has `pages`.
std::vector<int> page_numbers(const PageRanges& wanted, int pages) {
  std::vector<int> numbers;
  for (const PageRange& range : wanted.empty() ? PageRanges{{}} : wanted)
    for (int n = std::max(range.first, 1); n <= std::min(range.last, pages); ++n)
      numbers.push_back(n);
  return numbers;
}

Result<Document> read(Bytes bytes) {
  Document document;
  document.format = "pdf";
  const auto summary = read_pdf_pages(bytes, {}, [&](Page&& page, int) {
    document.pages.push_back(std::move(page));
    return true;
  });
  if (!summary)
    return tl::unexpected(summary.error());
  document.title = summary->title;
  document.notes = summary->notes;
  return document;
}

} // namespace

const Format& pdf_format() {
  static constexpr Format format = make_pdf_format(read, draw_pdf_part, read_pdf_pages);
  return format;
}

Result<PagesSummary> read_pdf_pages(Bytes bytes, const PageRanges& wanted, const TakePage& take) {
  if (bytes.size() > limits::file_bytes)
    return fail(Code::limit, fill(phrases::pdf_too_large, limits::file_bytes >> 20));
  prepare_poppler();
  bool rebuilt = false;
  // The file takes the stream, the stream does not take the bytes.
  auto* stream =
      new MemStream(as_text(bytes).data(), 0, static_cast<Goffset>(bytes.size()), Object(objNull));
  PDFDoc file(stream, {}, {}, nullptr, [&rebuilt] { rebuilt = true; });
  if (!file.isOk())
    return file.getErrorCode() == errEncrypted ? fail(Code::encrypted, fill(phrases::pdf_password))
                                               : fail(Code::damaged, fill(phrases::pdf_damaged));
  if (unknown_encryption(file))
    return fail(Code::encrypted, fill(phrases::pdf_unknown_encryption));
  PagesSummary summary;
  summary.pages = file.getNumPages();
  if (summary.pages <= 0)
    return fail(Code::empty, fill(phrases::pdf_no_pages));
  if (summary.pages > limits::pages)
    return fail(Code::limit, fill(phrases::pdf_too_many_pages, summary.pages, limits::pages));
  summary.title = metadata_title(file);

  PdfPages pages(file);
  std::size_t glyphs = 0;
  int read_pages = 0, pictures = 0, lost = 0, with_text = 0;
  for (const int number : page_numbers(wanted, summary.pages)) {
    const std::unique_ptr<DrawnPage> drawn = pages.draw(number);
    ++read_pages;
    if (!drawn) {
      ++lost;
      summary.notes.push_back(note(phrases::pdf_page_lost, number));
      continue;
    }
    if (drawn->broken != PageLimit::none)
      return broken_limit(drawn->broken, number);
    glyphs += drawn->page.glyphs.size();
    if (glyphs > limits::document_glyphs)
      return fail(Code::limit, fill(phrases::pdf_too_much_text, number, limits::document_glyphs));
    if (drawn->unmapped > 0)
      summary.notes.push_back(
          {fill(phrases::pdf_unmapped, drawn->unmapped, number), Origin{number, {}, {}, 0}});
    if (drawn->errors > 0)
      summary.notes.push_back(note(phrases::pdf_page_damaged, number));
    if (is_picture(*drawn)) {
      ++pictures;
      summary.notes.push_back(note(phrases::pdf_page_picture, number));
    } else {
      with_text += !drawn->page.glyphs.empty();
    }
    if (!take(std::move(drawn->page), summary.pages))
      break;
  }
  if (read_pages > 0 && lost == read_pages)
    return fail(Code::damaged, fill(phrases::pdf_damaged));
  if (pictures > 0 && with_text == 0)
    return fail(Code::no_text, fill(phrases::pdf_scan));
  if (rebuilt)
    summary.notes.push_back({fill(phrases::pdf_rebuilt), {}});
  return summary;
}

} // namespace gouji
